/// The expected value of knowing some parameters for sure (EVPPI), from draws already made.
///
/// The net benefit of each strategy, less that of the strategy best on average, is regressed on the
/// parameters (Strong, Oakley and Brennan 2014); the value is the mean over draws of how much the
/// best fitted strategy is above the one best on average.
///
/// Noise that is fitted makes the value a little high on average: most where a parameter is worth
/// nothing, and by less than its standard error wherever that is small beside the value. Functions of
/// three or more parameters at once, and products among more than eight, are not fitted, which makes
/// it low.
public enum PartialInformation {
  /// The value of a group of parameters, in the unit of net benefit.
  ///
  /// `netBenefit` is [strategy][draw], `parameters` [parameter][draw]. The standard error holds both
  /// the draws' chance and that of the fit.
  public static func value(netBenefit: [[Double]], parameters: [[Double]]) -> Estimate {
    precondition(
      (netBenefit + parameters).allSatisfy { $0.count == netBenefit[0].count },
      "net benefit and parameters are of the same draws")
    let draws = netBenefit[0].count
    let means = netBenefit.map { Moments($0).mean }
    let best = means.indices.max { means[$0] < means[$1] } ?? 0
    // It is worth no more than to know everything, which here is nothing.
    let isBestInAll = netBenefit.allSatisfy { other in
      zip(other, netBenefit[best]).allSatisfy { $0 <= $1 }
    }
    if isBestInAll { return Estimate(value: 0, standardError: draws > 1 ? 0 : nil) }
    let regression = SmoothRegression(parameters)
    let fits = netBenefit.indices.filter { $0 != best }.map { strategy in
      regression.fit(zip(netBenefit[strategy], netBenefit[best]).map(-))
    }
    var gains = [Double](repeating: 0, count: draws)
    var chosen = fits.map { _ in [Double](repeating: 0, count: draws) }
    for draw in 0..<draws {
      guard let winner = fits.indices.max(by: { fits[$0].fitted[draw] < fits[$1].fitted[draw] }),
        fits[winner].fitted[draw] > 0
      else { continue }
      gains[draw] = fits[winner].fitted[draw]
      chosen[winner][draw] = 1
    }
    let moments = Moments(gains)
    guard let error = moments.standardError else {
      return Estimate(value: moments.mean, standardError: nil)
    }
    var variance = error * error
    for i in fits.indices {
      for j in fits.indices {
        variance += regression.covariance(fits[i], fits[j], weights: chosen[i], chosen[j])
      }
    }
    return Estimate(value: moments.mean, standardError: max(0, variance).squareRoot())
  }
}
