/// Lists of small numbers, laid end to end: what ``Frozen`` is to one list.
struct FrozenLists: Sendable {
  let starts: Frozen<Int32>
  let items: Frozen<Int32>

  /// One of the lists.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<Int32> {
    let start = Int(starts[index])
    return UnsafeBufferPointer(start: items.base + start, count: Int(starts[index + 1]) - start)
  }
}
