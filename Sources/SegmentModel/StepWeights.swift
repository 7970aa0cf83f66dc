/// How many years of a quantity that runs with time a step takes from its two boundaries.
public struct StepWeights: Hashable, Sendable {
  /// Years counted of the quantity at the start of the step.
  public var start: Double
  /// Years counted of the quantity at the end of the step.
  public var end: Double

  /// The weights of a reported step; under ``CycleWeights/everyBoundary`` the last step also takes
  /// the last boundary, so that every boundary has full weight.
  public init(_ weights: CycleWeights, stepYears: Double, isLast: Bool) {
    switch weights {
    case .trapezoid: (start, end) = (stepYears / 2, stepYears / 2)
    case .start: (start, end) = (stepYears, 0)
    case .end: (start, end) = (0, stepYears)
    case .everyBoundary: (start, end) = (stepYears, isLast ? stepYears : 0)
    }
  }
}
