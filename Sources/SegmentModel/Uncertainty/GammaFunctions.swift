/// The gamma function and its incomplete integral, from arithmetic that is the same on every
/// machine.
enum GammaFunctions {
  /// The logarithm of the gamma function of `x` > 0.
  static func logGamma(_ x: Double) -> Double {
    guard x < 10 else {
      return (x - 0.5) * PortableMath.log(x) - x + halfLogTwoPi + stirling(x)
    }
    // The series needs a large argument: gamma(x) = gamma(x + n) / (x (x + 1) ... (x + n - 1)).
    var (shifted, product) = (x, 1.0)
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    return logGamma(shifted) - PortableMath.log(product)
  }

  /// log(1 + x) - x without cancellation, for x > -1.
  static func logOnePlusLess(_ x: Double) -> Double {
    guard abs(x) < 0.4 else { return PortableMath.log(1 + x) - x }
    // log(1 + x) = 2 artanh(s), and x = 2 s + x s.
    let s = x / (2 + x)
    let square = s * s
    var sum = 1 / 31.0
    var k = 29.0
    while k >= 3 {
      sum = sum * square + 1 / k
      k -= 2
    }
    return 2 * s * square * sum - x * s
  }

  /// What Stirling's formula for the logarithm of gamma leaves out, for x of 10 or more.
  static func stirling(_ x: Double) -> Double {
    let square = 1 / (x * x)
    var sum = -691 / 360_360.0
    for term in [1 / 1188.0, -1 / 1680.0, 1 / 1260.0, -1 / 360.0, 1 / 12.0] {
      sum = sum * square + term
    }
    return sum / x
  }

  static let halfLogTwoPi = 0.91893853320467274178

  /// The logarithm of x^a e^-x / gamma(a + 1).
  static func logPower(_ a: Double, logX: Double) -> Double {
    let x = PortableMath.exp(logX)
    guard a >= 10 else { return a * logX - x - logGamma(a + 1) }
    let apart = a * logOnePlusLess(max((x - a) / a, -1 + 1e-16))
    let exact = x > 0 ? apart : a * (logX - PortableMath.log(a) + 1)
    return exact - (halfLogTwoPi + PortableMath.log(a) / 2 + stirling(a))
  }

  /// The parts of the gamma distribution of shape `a` and scale 1 below and above x, and x times its
  /// density there.
  static func regularized(
    _ a: Double, logX: Double
  ) -> (lower: Double, upper: Double, density: Double) {
    let power = PortableMath.exp(logPower(a, logX: logX))
    let x = PortableMath.exp(logX)
    guard x.isFinite else { return (1, 0, 0) }
    guard x > a + 1 else {
      // x^a e^-x / gamma(a + 1) x (1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ...)
      var (term, sum, n) = (1.0, 1.0, a)
      while term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      let lower = min(power * sum, 1)
      return (lower, 1 - lower, power * a)
    }
    // Legendre's continued fraction, by Lentz's method.
    var b = x + 1 - a
    var (c, d) = (1e300, 1 / b)
    var fraction = d
    var i = 1.0
    while i < 1e6 {
      let term = -i * (i - a)
      b += 2
      d = 1 / nonzero(term * d + b)
      c = nonzero(b + term / c)
      let step = c * d
      fraction *= step
      if abs(step - 1) < 1e-16 { break }
      i += 1
    }
    let upper = min(power * a * fraction, 1)
    return (1 - upper, upper, power * a)
  }

  static func nonzero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }

  /// The value that a gamma of shape `a` and scale 1 stays below with probability `p`; 0 where no
  /// number is so small.
  static func quantile(_ p: Double, _ a: Double) -> Double {
    // So far down, the distribution is a plain power.
    let power = (PortableMath.log(p) + logGamma(a + 1)) / a
    if power < -50 { return PortableMath.exp(power) }
    let z = NormalCurve.quantile(p)
    // Wilson and Hilferty's start, and the plain power where that is below 0.
    let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    let start =
      a < 0.5 || root <= 0.05 ? power : PortableMath.log(a) + 3 * PortableMath.log(root)
    return PortableMath.exp(QuantileSearch.find(p, from: start) { regularized(a, logX: $0) })
  }
}
