import SegmentModel

/// Student's t distribution.
public enum StudentT {
  /// The probability of a value of at most `t`.
  public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    if t == 0 { return 0.5 }
    // The tail is the incomplete beta integral up to df / (df + t^2).
    let logit = PortableMath.log(degreesOfFreedom / (t * t))
    let tail = BetaFunctions.regularized(degreesOfFreedom / 2, 0.5, logit: logit).lower / 2
    return t < 0 ? tail : 1 - tail
  }

  /// Half of a 95% confidence interval of a mean, in standard errors; 0 without a degree of freedom.
  public static func half95(degreesOfFreedom: Int) -> Double {
    degreesOfFreedom < 1 ? 0 : quantile(0.975, degreesOfFreedom: Double(degreesOfFreedom))
  }

  /// The value that is exceeded with probability 1 - p; p must lie between 0 and 1, exclusive.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile needs a probability between 0 and 1")
    if p < 0.5 { return -quantile(1 - p, degreesOfFreedom: degreesOfFreedom) }
    var (low, high) = (0.0, 1.0)
    while cumulative(high, degreesOfFreedom: degreesOfFreedom) < p {
      (low, high) = (high, 2 * high)
    }
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { return middle }
      if cumulative(middle, degreesOfFreedom: degreesOfFreedom) < p {
        low = middle
      } else {
        high = middle
      }
    }
  }
}
