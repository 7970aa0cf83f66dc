/// Everything about a living resident that changes over time, age and date apart.
struct ExactState: Hashable {
  /// The segment held in each pathway.
  var segments: [Int]
  /// Whether each intervention ever reached the resident.
  var everReached: [Bool]
}
