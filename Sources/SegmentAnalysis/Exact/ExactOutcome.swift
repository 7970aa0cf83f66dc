/// One way in which a step can turn out for someone.
struct ExactOutcome {
  var probability: Double
  /// The state at the end of the step.
  var next: Int
  /// What happened, as far as it matters to this outcome.
  var counts: [ExactCount]
  /// The triggers that moved the person, numbered through all happenings.
  var triggered: [Int]
  /// The moves made once that moved the person, numbered through all interventions.
  var movedOnce: [Int]
}
