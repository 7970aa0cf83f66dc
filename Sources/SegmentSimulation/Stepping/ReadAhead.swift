/// Reads memory in order that is about to be needed out of order.
///
/// In a coupled run every block goes through a step before any goes on, and what is known of a block
/// leaves the processor's nearest caches meanwhile. Candidates come in no order, so that each would
/// wait for memory on its own; in order, the processor fetches the next lines while it reads one.
struct ReadAhead {
  /// All that was read, so that the compiler takes reading for something that is needed.
  private(set) var seen: UInt64 = 0
  /// Bytes that come together.
  private static let line = 64

  /// Reads some bytes at an address; less than a line at the end may be left out.
  @inline(__always)
  mutating func read(_ address: UnsafeRawPointer, bytes: Int) {
    for start in stride(from: 0, to: bytes &- (Self.line &- 1), by: Self.line) {
      seen |= address.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    }
  }
}
