import SegmentModel

/// Student's t distribution.
public enum StudentT {
  /// The probability of a value of at most `t`.
  public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    let tail =
      IncompleteBeta.regularised(
        degreesOfFreedom / (degreesOfFreedom + t * t), a: degreesOfFreedom / 2, b: 0.5) / 2
    return t < 0 ? tail : 1 - tail
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

/// The regularised incomplete beta function.
enum IncompleteBeta {
  /// I_x(a, b) for x from 0 to 1.
  static func regularised(_ x: Double, a: Double, b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let inverseBeta = logGamma(a + b) - logGamma(a) - logGamma(b)
    let front = PortableMath.exp(
      inverseBeta + a * PortableMath.log(x) + b * PortableMath.log(1 - x))
    // The continued fraction converges quickly on this side of the mean only.
    if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
    return 1 - front * fraction(1 - x, b, a) / b
  }

  /// The logarithm of the gamma function for x > 0: recurrence up to 20, then Stirling's series.
  private static func logGamma(_ x: Double) -> Double {
    var (x, product) = (x, 1.0)
    while x < 20 {
      product *= x
      x += 1
    }
    let square = 1 / (x * x)
    let series = (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680))) / x
    let halfLogTwoPi = 0.918_938_533_204_672_7
    return (x - 0.5) * PortableMath.log(x) - x + halfLogTwoPi + series
      - PortableMath.log(product)
  }

  /// Lentz's evaluation of the continued fraction of the incomplete beta function.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    func nonZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1))
    var result = d
    for m in 1...10_000 {
      let m = Double(m)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      for term in [even, odd] {
        d = 1 / nonZero(1 + term * d)
        c = nonZero(1 + term / c)
        result *= d * c
      }
      if abs(d * c - 1) < 1e-15 { break }
    }
    return result
  }
}
