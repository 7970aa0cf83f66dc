/// Remembers a value for each of the kinds met last.
///
/// A kind has one place; whoever came last is there. One thread has it in hand.
struct KindMemo<Value: BitwiseCopyable> {
  private struct Entry {
    var kind: Kind
    var value: Value
  }

  private let entries: UnsafeMutablePointer<Entry>
  private static var places: Int { 4096 }

  /// Remembers nothing yet, of values such as this one.
  ///
  /// Whoever makes it deallocates it.
  init(_ value: Value) {
    entries = .allocate(capacity: Self.places)
    let nobody = Kind(who: .max, segments: 0, reached: 0)
    entries.initialize(repeating: Entry(kind: nobody, value: value), count: Self.places)
  }

  func deallocate() { entries.deallocate() }

  /// The value of a kind, worked out if it is not remembered.
  @inline(__always)
  func value(_ kind: Kind, _ workOut: () -> Value) -> UnsafePointer<Value> {
    let entry = entries + Int(truncatingIfNeeded: kind.hash & UInt64(Self.places - 1))
    if !(entry.pointee.kind == kind) {
      entry.pointee = Entry(kind: kind, value: workOut())
    }
    return UnsafePointer(entry.pointer(to: \.value)!)
  }
}
