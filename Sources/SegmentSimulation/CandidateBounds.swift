/// Bounds on what can befall the residents of a block in any course of events.
///
/// Nothing happens in a channel unless the uniform is below the bound. A bound holds while segments and
/// reach stay as they are, for years of ageing ahead. It is a byte on a logarithmic scale: see
/// ``code(chance:)``.
final class CandidateBounds {
  private let codes: UnsafeMutablePointer<UInt8>
  /// The highest code that anybody had in a channel.
  private let highest: UnsafeMutablePointer<UInt8>
  private let channels: Int

  init(channels: Int) {
    self.channels = channels
    codes = .allocate(capacity: max(channels, 1) * Block.size)
    highest = .allocate(capacity: max(channels, 1))
    codes.initialize(repeating: 0, count: max(channels, 1) * Block.size)
    highest.initialize(repeating: 0, count: max(channels, 1))
  }

  deinit {
    codes.deallocate()
    highest.deallocate()
  }

  /// Says that nothing can befall anybody.
  func clear() {
    codes.update(repeating: 0, count: max(channels, 1) * Block.size)
    highest.update(repeating: 0, count: max(channels, 1))
  }

  @inline(__always)
  func highest(_ channel: Int) -> UInt8 { highest[channel] }

  /// The codes of a channel, by resident.
  @inline(__always)
  func row(_ channel: Int) -> UnsafePointer<UInt8> {
    UnsafePointer(codes + channel * Block.size)
  }

  @inline(__always)
  func set(_ channel: Int, _ i: Int, _ code: UInt8) {
    codes[channel * Block.size + i] = code
    if code > highest[channel] { highest[channel] = code }
  }

  @inline(__always)
  func raise(_ channel: Int, _ i: Int, _ code: UInt8) {
    if code > codes[channel * Block.size + i] { set(channel, i, code) }
  }

  // MARK: - The scale

  /// The least code whose bound lets everything through that happens with at most this chance: 0 for
  /// nothing, 255 for no bound, and in between sixteen steps to each doubling.
  @inline(__always)
  static func code(chance: Double) -> UInt8 {
    guard chance > 0 else { return 0 }
    // The margin is far above rounding error.
    let limit = (chance * (1 + 1e-9)).bitPattern
    let steps = Int(limit >> 48) + 1 - Int(1.0.bitPattern >> 48)
    return UInt8(min(max(255 + steps, 1), 255))
  }

  /// The chance that a code stands for.
  static func chance(code: UInt8) -> Double {
    if code == 0 { return 0 }
    return Double(bitPattern: UInt64(Int(1.0.bitPattern >> 48) + Int(code) - 255) << 48)
  }

  /// Up to this code, a bound is so low that a finer one gains little.
  static let low = code(chance: 0x1p-8 * (1 - 0x1p-6))
}
