/// How much of the variance of a result over draws each parameter accounts for by itself.
///
/// A share is the variance of the mean given the parameter over the variance that all parameters
/// cause, the first-order effect (Saltelli and others 2008), with what luck leaves in the means of
/// draws taken out of both. Of independent parameters the shares add up to 1 at most; the rest is
/// joint effects. Shares of correlated parameters overlap.
public struct VarianceShares: Hashable, Sendable {
  /// The share of the variance between draws' means that is luck; the rest is parameters.
  public let luck: Double
  /// The share of each parameter, in their order, with its standard error.
  ///
  /// Noise is corrected for,
  /// so that one without any effect has a share about 0, often below. Nil when luck accounts for all
  /// the variance.
  public let parameters: [Estimate]?

  /// The shares for a result (one mean a draw) and parameters as [parameter][draw].
  ///
  /// `luckVariance` is the variance of a draw's mean by luck alone: the variance within draws over
  /// the number of replicates in each.
  public init(result: [Double], luckVariance: Double, parameters: [[Double]]) {
    let moments = Moments(result)
    guard let deviation = moments.standardDeviation, deviation > 0 else {
      (luck, self.parameters) = (0, nil)
      return
    }
    let variance = deviation * deviation
    let known = variance - luckVariance
    luck = min(1, luckVariance / variance)
    self.parameters =
      known > 0
      ? parameters.map { Self.share(result, variance: variance, $0).scaled(by: variance / known) }
      : nil
  }

  /// The share of all variance between draws that one parameter accounts for.
  private static func share(
    _ result: [Double], variance: Double, _ parameter: [Double]
  ) -> Estimate {
    let count = Double(result.count)
    let fit = SmoothRegression([parameter]).fit(result)
    let left = SmoothRegression.dot(fit.residuals, fit.residuals)
    let share = 1 - left / max(1, count - fit.degreesOfFreedom) / variance
    // The delta method, and what is left of chance where there is no effect.
    let (certain, open) = (max(0, share), 1 - max(0, share))
    let spread =
      4 * certain * open * open / count + 2 * fit.degreesOfFreedom / (count * count)
    return Estimate(value: share, standardError: spread.squareRoot())
  }
}

extension Estimate {
  fileprivate func scaled(by factor: Double) -> Estimate {
    Estimate(value: value * factor, standardError: standardError.map { $0 * factor })
  }
}
