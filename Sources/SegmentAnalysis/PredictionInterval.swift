/// Where one further replicate falls with a stated probability, by luck alone.
///
/// Student's t prediction interval, mean ± t · sd · √(1 + 1/n), with n - 1 degrees of freedom. It
/// knows nothing of uncertain parameters.
public struct PredictionInterval: Hashable, Sendable {
  /// The probability, between 0 and 1.
  public let level: Double
  /// How many replicates the mean is over.
  public let count: Int
  /// Half the interval's width, in standard deviations; nil for fewer than two replicates.
  public let halfWidth: Double?

  /// The interval of a level for means over `count` replicates.
  public init(level: Double, count: Int) {
    self.level = level
    self.count = count
    halfWidth =
      count < 2
      ? nil
      : StudentT.quantile((1 + level) / 2, degreesOfFreedom: Double(count - 1))
        * (1 + 1 / Double(count)).squareRoot()
  }

  /// The interval around a mean; nil for fewer than two replicates.
  public func around(_ moments: Moments) -> ClosedRange<Double>? {
    precondition(moments.count == count, "an interval is for means over as many replicates")
    guard let halfWidth, let deviation = moments.standardDeviation else { return nil }
    let half = halfWidth * deviation
    return (moments.mean - half)...(moments.mean + half)
  }
}
