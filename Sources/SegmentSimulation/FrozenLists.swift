/// Lists of small numbers, laid end to end: what ``Frozen`` is to one list.
final class FrozenLists: Sendable {
  private let starts: Frozen<Int32>
  private let items: Frozen<Int32>

  init(_ lists: [[Int]]) {
    starts = Frozen(lists.reduce(into: [Int32(0)]) { $0.append($0.last! + Int32($1.count)) })
    items = Frozen(lists.joined().map(Int32.init))
  }

  /// One of the lists; valid as long as this object.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<Int32> {
    let start = Int(starts[index])
    return UnsafeBufferPointer(start: items.base + start, count: Int(starts[index + 1]) - start)
  }
}
