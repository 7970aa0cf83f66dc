/// A list that is made once and then only read, by any number of threads, without bounds checks.
///
/// The innermost loops index these by numbers that compilation produced, so an index is in range by
/// construction; debug builds check it all the same.
final class Frozen<Element>: @unchecked Sendable {  // Sendable: nothing writes after init.
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    base = .allocate(capacity: max(count, 1))
    base.initialize(from: elements, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count, "index \(index) out of \(count)")
    return base[index]
  }
}
