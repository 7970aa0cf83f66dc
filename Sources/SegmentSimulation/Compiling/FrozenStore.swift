/// Owns lists that are made once and then only read.
final class FrozenStore: @unchecked Sendable {  // Whoever compiles writes, before it is shared.
  private var owned: [UnsafeMutableRawPointer] = []

  deinit { for memory in owned { memory.deallocate() } }

  /// Makes a list that is valid as long as this store.
  func freeze<Element: BitwiseCopyable>(_ elements: [Element]) -> Frozen<Element> {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    base.initialize(from: elements, count: elements.count)
    owned.append(UnsafeMutableRawPointer(base))
    return Frozen(base: UnsafePointer(base), count: elements.count)
  }

  /// Makes lists that are valid as long as this store.
  func freeze(_ lists: [[Int]]) -> FrozenLists {
    FrozenLists(
      starts: freeze(lists.reduce(into: [Int32(0)]) { $0.append($0.last! + Int32($1.count)) }),
      items: freeze(lists.joined().map(Int32.init)))
  }
}
