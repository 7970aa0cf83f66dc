/// Propensities of the residents of a block, made when first asked for.
final class Propensities {
  private let values: UnsafeMutablePointer<UInt64>
  private let isReady: UnsafeMutablePointer<Bool>
  let count: Int
  private static let unknown = UInt64.max

  /// Makes room for `count` propensities of each resident.
  init(count: Int) {
    values = .allocate(capacity: max(count, 1) * Block.size)
    isReady = .allocate(capacity: max(count, 1))
    isReady.initialize(repeating: false, count: max(count, 1))
    self.count = count
  }

  deinit {
    values.deallocate()
    isReady.deallocate()
  }

  /// Forgets everything, for another block.
  func clear() { isReady.update(repeating: false, count: max(count, 1)) }

  /// The propensities of a key by resident; the highest number there is where one is not known yet.
  @inline(__always)
  func row(_ number: Int) -> UnsafePointer<UInt64> {
    let row = values + number * Block.size
    if !isReady[number] {
      row.initialize(repeating: Self.unknown, count: Block.size)
      isReady[number] = true
    }
    return UnsafePointer(row)
  }

  /// A resident's propensity, `number` being that of its key.
  func value(_ number: Int, _ i: Int, key: UInt32, luck: Luck, resident: Int) -> UInt64 {
    let row = UnsafeMutablePointer(mutating: row(number))
    if row[i] == Self.unknown { row[i] = luck.propensity(resident: resident, channel: key) }
    return row[i]
  }
}
