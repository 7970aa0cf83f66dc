/// A number that a run found: its mean, how sure the simulation is of it, and where one place falls.
struct Found: Sendable {
  var mean: Double
  /// The Monte Carlo standard error of the mean; nil for a single number.
  var error: Double?
  /// Where the figure of one place falls, at the level of the run; nil for a single number.
  var range: ClosedRange<Double>?
  /// Half of a 95% confidence interval of the mean, in standard errors.
  var confidence: Double

  /// A number that a run found; without anything else, a plain number.
  init(
    _ mean: Double, error: Double? = nil, range: ClosedRange<Double>? = nil, confidence: Double = 0
  ) {
    (self.mean, self.error, self.range, self.confidence) = (mean, error, range, confidence)
  }

  /// Whether not even the sign of the mean is known: its 95% confidence interval includes zero.
  var isUntold: Bool {
    mean.magnitude < confidence * (error ?? 0)
  }

  /// The negative of it.
  var negated: Found {
    Found(
      -mean, error: error, range: range.map { -$0.upperBound ... -$0.lowerBound },
      confidence: confidence)
  }

  /// A multiple of it.
  func times(_ factor: Double) -> Found {
    precondition(factor >= 0, "a negative factor turns the range round")
    return Found(
      mean * factor, error: error.map { $0 * factor },
      range: range.map { $0.lowerBound * factor...$0.upperBound * factor }, confidence: confidence)
  }

  /// What can be said about it.
  var verdict: Verdict {
    if mean == 0, (error ?? 0) == 0 { return .nothing }
    if isUntold { return .cannotTell }
    if let range, range.contains(0), range.lowerBound < range.upperBound { return .unsure }
    return mean > 0 ? .above : .below
  }
}
