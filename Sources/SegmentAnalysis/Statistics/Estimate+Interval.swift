extension Estimate {
  /// The 95% confidence interval of the value by the luck of the replicates alone; nil without a
  /// finite standard error.
  public func interval95(replicates: Int) -> ClosedRange<Double>? {
    guard let error = standardError, error.isFinite, value.isFinite, replicates > 1 else {
      return nil
    }
    let half = error * StudentT.half95(degreesOfFreedom: replicates - 1)
    return (value - half)...(value + half)
  }
}
