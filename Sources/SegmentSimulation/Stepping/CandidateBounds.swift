/// Bounds on what can befall the residents of a block in any course of events.
///
/// Nothing happens in a channel unless the uniform is below the bound. A bound holds while segments and
/// reach stay as they are, for years of ageing ahead. It is a byte on a logarithmic scale: see
/// ``code(chance:)``.
final class CandidateBounds {
  private let codes: UnsafeMutablePointer<UInt8>
  /// The highest code that anybody had in a channel.
  private let highest: UnsafeMutablePointer<UInt8>
  let channels: Int
  /// From one channel's codes to the next: not a power of two, so that a resident's codes do not all
  /// compete for one place in the processor's cache.
  private static let stride = Block.size + 64

  init(channels: Int) {
    self.channels = channels
    codes = .allocate(capacity: max(channels, 1) * Self.stride)
    highest = .allocate(capacity: max(channels, 1))
    codes.initialize(repeating: 0, count: max(channels, 1) * Self.stride)
    highest.initialize(repeating: 0, count: max(channels, 1))
  }

  deinit {
    codes.deallocate()
    highest.deallocate()
  }

  /// Says that nothing can befall anybody.
  func clear() {
    codes.update(repeating: 0, count: max(channels, 1) * Self.stride)
    highest.update(repeating: 0, count: max(channels, 1))
  }

  @inline(__always)
  func highest(_ channel: Int) -> UInt8 { highest[channel] }

  /// The codes of a channel, by resident.
  @inline(__always)
  func row(_ channel: Int) -> UnsafePointer<UInt8> {
    UnsafePointer(codes + channel * Self.stride)
  }

  /// Reads all codes.
  func read(_ ahead: inout ReadAhead) { ahead.read(codes, bytes: channels * Self.stride) }

  @inline(__always)
  func set(_ channel: Int, _ i: Int, _ code: UInt8) {
    codes[channel &* Self.stride &+ i] = code
    if code > highest[channel] { highest[channel] = code }
  }

  /// Sets the bounds of a resident in every channel.
  @inline(__always)
  func setAll(_ i: Int, _ byChannel: UnsafePointer<UInt8>) {
    var row = codes + i
    for channel in 0..<channels {
      let code = byChannel[channel]
      row.pointee = code
      if code > highest[channel] { highest[channel] = code }
      row += Self.stride
    }
  }

  @inline(__always)
  func raise(_ channel: Int, _ i: Int, _ code: UInt8) {
    if code > codes[channel &* Self.stride &+ i] { set(channel, i, code) }
  }

  // MARK: - The scale

  /// The least code whose bound lets everything through that happens with at most this chance: 0 for
  /// nothing, up to 127 for chances up to 1/16, eight to each doubling, and on in 128 even steps to 255
  /// for no bound.
  @inline(__always)
  static func code(chance: Double) -> UInt8 {
    guard chance > 0 else { return 0 }
    // The margin is far above rounding error.
    let limit = chance * (1 + 1e-9)
    if limit >= top { return 128 + UInt8(min((limit - top) * (128 / (1 - top)), 127)) }
    return UInt8(max(128 + Int(limit.bitPattern >> 49) - Int(top.bitPattern >> 49), 1))
  }

  /// The chance that a code stands for.
  static func chance(code: UInt8) -> Double {
    if code == 0 { return 0 }
    if code >= 128 { return top + (1 - top) * Double(code - 127) / 128 }
    return Double(bitPattern: UInt64(Int(top.bitPattern >> 49) + Int(code) - 127) << 49)
  }

  private static var top: Double { Double(LuckLevel.top) * 0x1p-56 }

  /// Up to this code, a bound is so low that a finer one gains little: 1/256.
  static let low: UInt8 = 127 - 4 * 8
}
