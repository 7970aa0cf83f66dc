/// What all that decides the chances of an exit span is for some resident, exactly.
///
/// Residents of one kind have the same chances, so these are worked out once and remembered.
struct Kind {
  /// Exit span, stratum, age and course; the course is 0 where no intervention matters.
  var who: UInt64
  /// The segments, a byte each, of the pathways that matter; 0 if all are the first.
  var segments: UInt64
  /// The interventions that matter and reach the resident.
  var reached: UInt64

  @inline(__always)
  static func == (a: Kind, b: Kind) -> Bool {
    (a.who ^ b.who) | (a.segments ^ b.segments) | (a.reached ^ b.reached) == 0
  }

  /// Where to look for it among a power of two of places.
  @inline(__always)
  var hash: UInt64 {
    let mixed =
      who &* 0x9E37_79B9_7F4A_7C15 ^ segments &* 0xC2B2_AE3D_27D4_EB4F
      ^ reached &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed &>> 32
  }
}

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
