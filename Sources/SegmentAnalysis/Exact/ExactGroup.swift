import SegmentModel

/// Residents who share their attributes and birth month.
struct ExactGroup {
  /// How many they are.
  var people: Int
  /// Their attributes at each step boundary.
  var attributes: [Attributes]
  /// The states they start in, with the share of them in each.
  var start: [(state: Int, share: Double)]
  /// How their propensities divide them.
  var classes: [PropensityClass]

  /// Residents whose propensities lie on the same side of every reach at every step.
  struct PropensityClass {
    /// The probability that a resident of the group belongs to it.
    var share: Double
    /// Whether their propensity lies below the reach: [boundary][intervention].
    var inReach: [[Bool]]
    /// Where the solver keeps what a step can bring to them, by boundary.
    var lists: [Int] = []
  }
}
