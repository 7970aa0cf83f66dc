/// Propensities of the residents of a block, made when first asked for.
final class Propensities {
  /// The leading 32 bits of 56: enough to compare by, but for one in four thousand million.
  private let leading: UnsafeMutablePointer<UInt32>
  private let isReady: UnsafeMutablePointer<Bool>
  let count: Int
  private static let unknown = UInt32.max

  /// Makes room for `count` propensities of each resident.
  init(count: Int) {
    leading = .allocate(capacity: max(count, 1) * Block.size)
    isReady = .allocate(capacity: max(count, 1))
    isReady.initialize(repeating: false, count: max(count, 1))
    self.count = count
  }

  deinit {
    leading.deallocate()
    isReady.deallocate()
  }

  /// Forgets everything, for another block.
  func clear() { isReady.update(repeating: false, count: max(count, 1)) }

  /// The leading 32 bits of the propensities of a key by resident; the highest number there is where
  /// one is not known yet.
  @inline(__always)
  func row(_ number: Int) -> UnsafePointer<UInt32> { UnsafePointer(ready(number)) }

  /// Whether a resident's propensity is below a limit, `number` being that of its key.
  @inline(__always)
  func isBelow(
    _ limit: UInt64, _ number: Int, _ i: Int, key: UInt32, luck: Luck, resident: Int
  ) -> Bool {
    let row = ready(number)
    if row[i] == Self.unknown {
      row[i] = UInt32(truncatingIfNeeded: luck.propensity(resident: resident, channel: key) >> 24)
    }
    let leading = UInt64(row[i])
    if leading != limit >> 24 { return leading < limit >> 24 }
    return luck.propensity(resident: resident, channel: key) < limit
  }

  @inline(__always)
  private func ready(_ number: Int) -> UnsafeMutablePointer<UInt32> {
    let row = leading + number * Block.size
    if !isReady[number] {
      row.initialize(repeating: Self.unknown, count: Block.size)
      isReady[number] = true
    }
    return row
  }
}
