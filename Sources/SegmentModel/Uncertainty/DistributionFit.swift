/// Works out a distribution from what a file says of it.
struct DistributionFit {
  /// Why there is no such distribution.
  enum Failure: Error, Hashable {
    /// The range has no width.
    case noWidth
    /// The value, or the low end of its range, must be above 0.
    case notAbove0
    /// A beta lies between 0 and 1, its value inside.
    case outside0To1
    /// A beta with this value is never so spread out.
    case tooWide
    /// A uniform has its value in the middle.
    case notMiddle
    /// With this value and width, the distribution runs over another range.
    case runsOver(ClosedRange<Double>)
  }

  /// The central value.
  var value: Double
  /// The central 95% range, unless the ends are given.
  var range95: ClosedRange<Double>?
  /// The least and the greatest value, if stated.
  var range: ClosedRange<Double>?
  /// The values that make sense.
  var support: ClosedRange<Double>

  /// How far an end of the distribution's own 95% range may lie from the stated one, as a part of
  /// the width of that.
  static let tolerance = 0.25

  /// The largest shape of a gamma, and half the sum of those of a beta: beyond, it is a normal as
  /// far as anybody can see, and slow.
  private static let largestShape = 1e6

  /// The distribution of a name.
  func distribution(_ name: DistributionName) throws(Failure) -> Distribution {
    guard let stated = range95 ?? range, stated.lowerBound < stated.upperBound else {
      throw .noWidth
    }
    let distribution = Distribution(try shape(name, stated), within: support)
    if let range95 {
      let own = distribution.range95
      let limit = Self.tolerance * (range95.upperBound - range95.lowerBound)
      guard abs(own.lowerBound - range95.lowerBound) <= limit,
        abs(own.upperBound - range95.upperBound) <= limit
      else { throw .runsOver(own) }
    }
    return distribution
  }

  private func shape(
    _ name: DistributionName, _ stated: ClosedRange<Double>
  ) throws(Failure) -> Distribution.Shape {
    let (low, high) = (stated.lowerBound, stated.upperBound)
    let deviation = (high - low) / 3.92
    let variance = deviation * deviation
    switch name {
    case .beta:
      guard value > 0, value < 1, low >= 0, high <= 1 else { throw .outside0To1 }
      let size = value * (1 - value) / variance - 1
      guard size > 0 else { throw .tooWide }
      guard size <= 2 * Self.largestShape else {
        return .normal(mean: value, standardDeviation: deviation)
      }
      return .beta(alpha: value * size, beta: (1 - value) * size)
    case .gamma:
      guard value > 0, low >= 0 else { throw .notAbove0 }
      guard value * value / variance <= Self.largestShape else {
        return .normal(mean: value, standardDeviation: deviation)
      }
      return .gamma(shape: value * value / variance, scale: variance / value)
    case .logNormal:
      guard low > 0 else { throw .notAbove0 }
      return .logNormal(median: value, sigma: PortableMath.log(high / low) / 3.92)
    case .triangular:
      if range95 == nil { return .triangular(low: low, mode: value, high: high) }
      return triangle(around: stated)
    case .uniform:
      guard abs(value - (low + high) / 2) <= 0.01 * (high - low) else { throw .notMiddle }
      let beyond = range95 == nil ? 0 : (high - low) * 0.025 / 0.95
      return .uniform(low: low - beyond, high: high + beyond)
    case .normal, .dirichlet, .fixed: return .normal(mean: value, standardDeviation: deviation)
    }
  }

  /// The triangle of which 2.5% lie below and 2.5% above a range.
  private func triangle(around range: ClosedRange<Double>) -> Distribution.Shape {
    // With sides u and v of the mode: (u - p)^2 = 0.025 u (u + v), and likewise for v.
    let (p, q) = (value - range.lowerBound, range.upperBound - value)
    var (u, v) = (p + q, p + q)
    for _ in 0..<200 {
      (u, v) = (p + (0.025 * u * (u + v)).squareRoot(), q + (0.025 * v * (u + v)).squareRoot())
    }
    return .triangular(low: value - u, mode: value, high: value + v)
  }
}
