/// What is known of a happening even when its numbers are wrong.
struct HappeningOutline {
  /// Its full id; nil when that is wrong.
  var id: String?
  /// How its chance is given; nil when that is wrong.
  var chance: ChanceKind?
  /// The ids of its triggers.
  var triggers: [String]
  /// Whether it has no other triggers.
  var isWhole = true
}
