/// What all that decides the chances of an exit span is for some resident, exactly.
///
/// Residents of one kind have the same chances, so these are worked out once and remembered.
struct Kind {
  /// Class of the exit span and course; the course is 0 where no intervention matters.
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
