/// How quantities that run with time are weighted over the boundaries of steps.
public enum CycleWeights: String, Sendable, CaseIterable {
  /// The mean of the step's start and end: half weight at the first and last boundary.
  case trapezoid
  /// The step's start: every boundary but the last.
  case start
  /// The step's end: every boundary but the first.
  case end
  /// Every boundary with full weight, as some published tutorials do.
  case everyBoundary
}
