/// Rows of bits.
///
/// One thread has a table in hand. Rows and bits are numbered by the kernel, which keeps them in
/// range; debug builds check. Whoever makes a table deallocates it.
struct BitTable {
  /// Bits in a row, and words.
  let bits: Int
  let words: Int
  let base: UnsafeMutablePointer<UInt64>
  private let rows: Int

  init(rows: Int, bits: Int) {
    self.rows = rows
    self.bits = bits
    words = (bits + 63) / 64
    base = .allocate(capacity: max(rows * words, 1))
    base.initialize(repeating: 0, count: max(rows * words, 1))
  }

  func deallocate() { base.deallocate() }

  func clear() { base.update(repeating: 0, count: max(rows * words, 1)) }

  /// Reads all rows.
  func read(_ ahead: inout ReadAhead) {
    ahead.read(base, bytes: rows * words * MemoryLayout<UInt64>.stride)
  }

  @inline(__always)
  func row(_ row: Int) -> UnsafeMutablePointer<UInt64> {
    assert(row >= 0 && row < rows, "a row of bits out of its table")
    return base + row &* words
  }

  @inline(__always)
  func has(_ row: Int, _ bit: Int) -> Bool {
    assert(bit >= 0 && bit < words * 64, "a bit out of its row")
    return self.row(row)[bit / 64] >> UInt64(bit % 64) & 1 == 1
  }

  @inline(__always)
  func set(_ row: Int, _ bit: Int, _ value: Bool) {
    assert(bit >= 0 && bit < words * 64, "a bit out of its row")
    let mask: UInt64 = 1 << UInt64(bit % 64)
    if value { self.row(row)[bit / 64] |= mask } else { self.row(row)[bit / 64] &= ~mask }
  }

  /// Calls with each bit of a row that is set; the row may change meanwhile.
  @inline(__always)
  func forEach(_ row: Int, _ body: (Int) -> Void) {
    for word in 0..<words {
      var bits = self.row(row)[word]
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
  }

  /// Calls with each bit that a row has in common with some mask; the row may change meanwhile.
  @inline(__always)
  func forEach(_ row: Int, within mask: UnsafePointer<UInt64>, _ body: (Int) -> Void) {
    for word in 0..<words {
      var bits = self.row(row)[word] & mask[word]
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
  }

  /// Whether a row has a bit in common with some mask.
  @inline(__always)
  func meets(_ row: Int, _ mask: UnsafePointer<UInt64>) -> Bool {
    let mine = self.row(row)
    for word in 0..<words where mine[word] & mask[word] != 0 { return true }
    return false
  }
}
