/// Bounds on what can befall the residents of a block in any course of events.
///
/// Nothing happens in a channel unless the first byte of luck is below the bound; 0 says that nothing
/// can, and 255 says nothing at all. A bound holds while segments and reach stay as they are, for
/// years of ageing ahead.
final class CandidateBounds {
  private let bounds: UnsafeMutablePointer<UInt8>
  /// Whether any bound of a channel is above 0.
  private let active: UnsafeMutablePointer<Bool>
  private let channels: Int

  init(channels: Int) {
    self.channels = channels
    bounds = .allocate(capacity: max(channels, 1) * Block.size)
    active = .allocate(capacity: max(channels, 1))
    bounds.initialize(repeating: 0, count: max(channels, 1) * Block.size)
    active.initialize(repeating: false, count: max(channels, 1))
  }

  deinit {
    bounds.deallocate()
    active.deallocate()
  }

  /// Says that nothing can befall anybody.
  func clear() {
    bounds.update(repeating: 0, count: max(channels, 1) * Block.size)
    active.update(repeating: false, count: max(channels, 1))
  }

  @inline(__always)
  func isActive(_ channel: Int) -> Bool { active[channel] }

  @inline(__always)
  func set(_ channel: Int, _ i: Int, _ bound: UInt8) {
    bounds[channel * Block.size + i] = bound
    if bound > 0 { active[channel] = true }
  }

  @inline(__always)
  func raise(_ channel: Int, _ i: Int, _ bound: UInt8) {
    if bound > bounds[channel * Block.size + i] { set(channel, i, bound) }
  }

  /// Lists the residents whose first byte of luck is below their bound; says how many there are.
  @inline(__always)
  func candidates(
    _ channel: Int, _ bytes: UnsafePointer<UInt8>, into list: UnsafeMutablePointer<Int32>
  ) -> Int {
    let row = UnsafeRawPointer(bounds + channel * Block.size)
    let luck = UnsafeRawPointer(bytes)
    let full = SIMD16<UInt8>(repeating: 255)
    var count = 0
    for group in stride(from: 0, to: Block.size, by: 16) {
      let bound = row.loadUnaligned(fromByteOffset: group, as: SIMD16<UInt8>.self)
      let byte = luck.loadUnaligned(fromByteOffset: group, as: SIMD16<UInt8>.self)
      let hit = (byte .< bound) .| (bound .== full)
      let marks = unsafeBitCast(
        SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: hit), to: SIMD2<UInt64>.self)
      if marks.x | marks.y == 0 { continue }
      for half in 0..<2 {
        var rest = half == 0 ? marks.x : marks.y
        while rest != 0 {
          list[count] = Int32(truncatingIfNeeded: group + 8 * half + rest.trailingZeroBitCount / 8)
          count &+= 1
          rest &= rest &- 1
        }
      }
    }
    return count
  }
}
