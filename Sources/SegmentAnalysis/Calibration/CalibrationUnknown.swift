import SegmentModel

/// A factor on some numbers of the files, to be found so that a target is met.
struct CalibrationUnknown: Sendable {
  /// A number that the factor multiplies.
  struct Number: Sendable {
    var span: TextSpan
    /// Its value in the files.
    var value: Double
  }

  /// Index into ``Model/targets``.
  var target: Int
  /// The numbers.
  var numbers: [Number] = []
  /// What the numbers belong to: pathways by index, events that act on none below 0.
  var owners: Set<Int> = []
  /// The largest logarithm of the factor at which all numbers make sense.
  var limit = Double.infinity
}
