/// A list that is made once and then only read, by any number of threads, without bounds checks.
///
/// The innermost loops index these by numbers that compilation produced, so an index is in range by
/// construction; debug builds check it all the same. It is valid as long as the ``FrozenStore`` that
/// made it, and plain memory, so that reading counts no references.
struct Frozen<Element: BitwiseCopyable>: @unchecked Sendable {  // Nothing writes once it is made.
  let base: UnsafePointer<Element>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count, "index \(index) out of \(count)")
    return base[index]
  }
}
