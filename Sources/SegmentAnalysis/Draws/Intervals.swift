/// The three intervals of a number at one level, each an answer to a question of its own.
///
/// - *Expected effect* (parameters only): where the number is expected to be, given that the
///   parameters are not known.
/// - *One place* (parameters and luck): where the number of a single place falls.
/// - *Simulation error*: where the mean would be after endless draws.
///
/// Where the values of draws are kept and at least ``leastBeyond`` draws lie beyond each end, the
/// first two are quantiles of the draws; else they are Student's t prediction intervals from the
/// moments.
public struct Intervals: Sendable {
  /// The probability, between 0 and 1.
  public let level: Double
  /// Quantiles of Student's t by degrees of freedom from 1.
  private let quantiles: [Double]

  /// Draws that must lie beyond each end for it to be a quantile of draws.
  public static let leastBeyond = 5.0
  /// Degrees of freedom that the variance by the parameters must have for luck to be taken out of
  /// means of draws.
  static let leastFreedom = 20.0
  /// Degrees of freedom from which on t changes too little to matter.
  private static let mostFreedom = 300

  /// The intervals of a level for runs of some draws and replicates.
  public init(level: Double, draws: Int, replicates: Int) {
    self.level = level
    let most = min(max(2, draws * replicates - 1), Self.mostFreedom)
    quantiles = (1...most).map {
      StudentT.quantile((1 + level) / 2, degreesOfFreedom: Double($0))
    }
  }

  /// Whether intervals of draws are quantiles of the draws.
  public func areQuantiles(draws: Int) -> Bool {
    // A tenth of 50 is a little less than 5 where it is worked out from 80%.
    Double(draws) * (1 - level) / 2 >= Self.leastBeyond - 1e-9
  }

  /// Where the number is expected to be; nil where parameters cannot be told from luck: without further
  /// replicates, and where draws differ less than luck alone would have them.
  ///
  /// Means of draws hold luck too, which is taken out by drawing them towards their mean until they
  /// vary as much as the parameters make them. Where that is not known well, t is used with the
  /// degrees of freedom that the variance by the parameters has. Both are estimates of their own, so what
  /// is left beyond ``onePlace(_:)``, which holds luck besides, is cut off; but not where most places see
  /// none of what is rare, so that one place does not even hold the mean.
  public func expected(_ finding: Finding) -> ClosedRange<Double>? {
    guard let range = withoutLuck(finding) else { return nil }
    guard let place = onePlace(finding), place.contains(finding.moments.mean),
      place.overlaps(range)
    else { return range }
    return range.clamped(to: place)
  }

  private func withoutLuck(_ finding: Finding) -> ClosedRange<Double>? {
    let moments = finding.moments
    guard let between = moments.meanSquareBetween, let estimate = moments.parameterVariance,
      estimate >= 0, let error = moments.standardError, let freedom = moments.parameterFreedom
    else { return nil }
    guard areQuantiles(draws: moments.draws), freedom >= Self.leastFreedom,
      let means = finding.drawMeans
    else {
      return around(
        moments.mean, (estimate + error * error).squareRoot(), degreesOfFreedom: max(2, freedom))
    }
    let ofMeans = between / Double(moments.replicates)
    let factor = ofMeans > 0 ? (estimate / ofMeans).squareRoot() : 0
    return quantiles(of: means.map { moments.mean + factor * ($0 - moments.mean) })
  }

  /// Where the number of one place falls; nil for a single number.
  ///
  /// Of a single draw it holds luck alone.
  public func onePlace(_ finding: Finding) -> ClosedRange<Double>? {
    let moments = finding.moments
    guard let total = moments.totalVariance, let error = moments.standardError else { return nil }
    if let values = finding.values, areQuantiles(draws: moments.draws) {
      return quantiles(of: values)
    }
    return around(
      moments.mean, (total.variance + error * error).squareRoot(),
      degreesOfFreedom: total.degreesOfFreedom)
  }

  /// Where the mean would be after endless draws; nil for a single number.
  public func simulationError(_ finding: Finding) -> ClosedRange<Double>? {
    let moments = finding.moments
    return moments.standardError.flatMap {
      around(moments.mean, $0, degreesOfFreedom: Double(moments.degreesOfFreedomOfError))
    }
  }

  /// Where one further number like those of some draws falls; nil for fewer than two.
  public func oneMore(_ moments: Moments) -> ClosedRange<Double>? {
    guard let deviation = moments.standardDeviation else { return nil }
    return around(
      moments.mean, deviation * (1 + 1 / Double(moments.count)).squareRoot(),
      degreesOfFreedom: Double(moments.count - 1))
  }

  private func around(
    _ mean: Double, _ deviation: Double, degreesOfFreedom: Double
  ) -> ClosedRange<Double>? {
    guard deviation.isFinite, mean.isFinite else { return nil }
    // Rounded down, so that the interval is rather too wide.
    let place = min(max(Int(degreesOfFreedom), 1), quantiles.count)
    let half = quantiles[place - 1] * deviation
    return (mean - half)...(mean + half)
  }

  /// The ends by which the level lies between quantiles.
  private func quantiles(of values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    let low = Self.quantile((1 - level) / 2, of: sorted)
    return low...max(low, Self.quantile((1 + level) / 2, of: sorted))
  }

  /// The value below which one more number falls with a probability, by linear interpolation between
  /// sorted numbers whose k-th of n stands for k / (n + 1) (Hyndman and Fan 1996, type 6).
  static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    precondition(!sorted.isEmpty, "a quantile needs a number")
    let place = probability * Double(sorted.count + 1)
    let below = min(max(Int(place), 1), sorted.count)
    let above = min(below + 1, sorted.count)
    let part = min(max(place - Double(below), 0), 1)
    return sorted[below - 1] + part * (sorted[above - 1] - sorted[below - 1])
  }
}
