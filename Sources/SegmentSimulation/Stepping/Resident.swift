import SegmentModel

/// What a course of events must know of a resident whenever something may befall them.
///
/// It is 16 bytes, so that one look at memory brings all of it. A scenario keeps it of those alone
/// whose path has parted from the shared course; who they are is read in the shared course.
struct Resident: BitwiseCopyable {
  /// The pathways in which they are not in the first segment: ``HeldPathways``.
  var held: UInt64 = HeldPathways.always
  /// Month of birth in months after the start of the run; mostly negative.
  var birthMonth: Int16 = 0
  var stratum: UInt16 = 0
  /// In the shared course, the scenarios in which their path may have parted from it, as
  /// ``CourseView/mark(_:)``; in a scenario, 1 if it has.
  var partings: UInt16 = 0
  /// Whether they have entered and not left.
  var isPresent = false
  /// Index of their age band in tallies, as of the last boundary.
  var ageBand: UInt8 = 0

  /// Age in completed years at a month of the run.
  @inline(__always)
  func age(month: Int) -> Int { min((month &- Int(birthMonth)) / 12, AgeRange.oldest) }
}
