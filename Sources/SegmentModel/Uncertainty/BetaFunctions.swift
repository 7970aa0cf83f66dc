/// The incomplete beta integral, from arithmetic that is the same on every machine.
public enum BetaFunctions {
  /// The logarithm of x^a (1 - x)^b / B(a, b), where x = 1 / (1 + e^-logit).
  static func logPower(_ a: Double, _ b: Double, logit: Double) -> Double {
    let (x, rest) = parts(logit)
    if a >= 10, b >= 10 {
      let n = a + b
      let apart = x < rest ? x - a / n : b / n - rest
      if apart * n > -0.999999 * a, -apart * n > -0.999999 * b {
        return a * GammaFunctions.logOnePlusLess(apart * n / a)
          + b * GammaFunctions.logOnePlusLess(-apart * n / b)
          + PortableMath.log(a / n * b) / 2 - GammaFunctions.halfLogTwoPi
          + GammaFunctions.stirling(n) - GammaFunctions.stirling(a) - GammaFunctions.stirling(b)
      }
    }
    return a * logShare(logit) + b * logShare(-logit) - logBeta(a, b)
  }

  /// The logarithm of the beta function.
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    let (small, large) = (min(a, b), max(a, b))
    guard large >= 10 else {
      return GammaFunctions.logGamma(a) + GammaFunctions.logGamma(b)
        - GammaFunctions.logGamma(a + b)
    }
    // log gamma(large + small) - log gamma(large), which nearly cancel.
    let ratio = small / large
    let onePlus = GammaFunctions.logOnePlusLess(ratio) + ratio
    let apart =
      (large - 0.5) * onePlus + small * PortableMath.log(large + small) - small
      + GammaFunctions.stirling(large + small) - GammaFunctions.stirling(large)
    return GammaFunctions.logGamma(small) - apart
  }

  /// The parts of the beta distribution below and above x = 1 / (1 + e^-logit), and x (1 - x) times
  /// its density there.
  public static func regularized(
    _ a: Double, _ b: Double, logit: Double
  ) -> (lower: Double, upper: Double, density: Double) {
    let (x, rest) = parts(logit)
    let power = PortableMath.exp(logPower(a, b, logit: logit))
    if x <= (a + 1) / (a + b + 2) {
      let lower = min(power * fraction(a, b, x) / a, 1)
      return (lower, 1 - lower, power)
    }
    let upper = min(power * fraction(b, a, rest) / b, 1)
    return (1 - upper, upper, power)
  }

  /// The continued fraction of the incomplete beta integral, by Lentz's method.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var c = 1.0
    var d = 1 / GammaFunctions.nonzero(1 - (a + b) * x / (a + 1))
    var result = d
    var m = 1.0
    while m < 1e6 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / GammaFunctions.nonzero(1 + even * d)
      c = GammaFunctions.nonzero(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / GammaFunctions.nonzero(1 + odd * d)
      c = GammaFunctions.nonzero(1 + odd / c)
      let step = d * c
      result *= step
      if abs(step - 1) < 1e-16 { break }
      m += 1
    }
    return result
  }

  /// The value that a beta stays below with probability `p`; 0 or 1 where no number is so close.
  static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    // So far towards an end, the distribution is a plain power.
    let logB = logBeta(a, b)
    let low = (PortableMath.log(p) + PortableMath.log(a) + logB) / a
    if low < -50 { return PortableMath.exp(low) }
    let high = (PortableMath.log(1 - p) + PortableMath.log(b) + logB) / b
    if high < -50 { return 1 - PortableMath.exp(high) }
    let mean = PortableMath.log(a / b)
    let logit = QuantileSearch.find(p, from: a < 1 && low < mean ? low : mean) {
      regularized(a, b, logit: $0)
    }
    return parts(logit).x
  }

  /// A share and the rest, from the logarithm of their ratio.
  private static func parts(_ logit: Double) -> (x: Double, rest: Double) {
    let ratio = PortableMath.exp(-abs(logit))
    let (less, more) = (ratio / (1 + ratio), 1 / (1 + ratio))
    return logit < 0 ? (less, more) : (more, less)
  }

  /// The logarithm of the share.
  private static func logShare(_ logit: Double) -> Double {
    let ratio = PortableMath.exp(-abs(logit))
    let more = -(GammaFunctions.logOnePlusLess(ratio) + ratio)
    return logit < 0 ? logit + more : more
  }
}
