/// How likely the values of an uncertain number are.
public struct Distribution: Hashable, Sendable {
  /// The form before anything is cut off.
  public enum Shape: Hashable, Sendable {
    case beta(alpha: Double, beta: Double)
    case gamma(shape: Double, scale: Double)
    case logNormal(median: Double, sigma: Double)
    case normal(mean: Double, standardDeviation: Double)
    case triangular(low: Double, mode: Double, high: Double)
    case uniform(low: Double, high: Double)
  }

  /// The form before anything is cut off.
  public var shape: Shape
  /// The values that make sense; the distribution is the shape's, given that the value is one.
  public var support: ClosedRange<Double>
  /// The parts of the shape up to the ends of the support.
  private var parts: ClosedRange<Double>

  /// Creates the distribution of a shape within a support.
  public init(
    _ shape: Shape, within support: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    self.shape = shape
    self.support = support
    let low = Self.cumulative(shape, support.lowerBound)
    parts = low...max(low, Self.cumulative(shape, support.upperBound))
  }

  /// The value that the number stays below with probability `p`, between 0 and 1, exclusive.
  public func quantile(_ p: Double) -> Double {
    let part = parts == 0...1 ? p : parts.lowerBound + p * (parts.upperBound - parts.lowerBound)
    // Only rounding can lead outside.
    return min(max(Self.quantile(shape, part), support.lowerBound), support.upperBound)
  }

  /// The central 95% range.
  public var range95: ClosedRange<Double> { quantile(0.025)...quantile(0.975) }

  // MARK: - Shapes

  private static func quantile(_ shape: Shape, _ p: Double) -> Double {
    switch shape {
    case .beta(let alpha, let beta): return BetaFunctions.quantile(p, alpha, beta)
    case .gamma(let shape, let scale): return scale * GammaFunctions.quantile(p, shape)
    case .logNormal(let median, let sigma):
      return median * PortableMath.exp(sigma * NormalCurve.quantile(p))
    case .normal(let mean, let deviation): return mean + deviation * NormalCurve.quantile(p)
    case .triangular(let low, let mode, let high):
      let width = high - low
      guard p * width > mode - low else { return low + (p * width * (mode - low)).squareRoot() }
      return high - ((1 - p) * width * (high - mode)).squareRoot()
    case .uniform(let low, let high): return low + p * (high - low)
    }
  }

  private static func cumulative(_ shape: Shape, _ x: Double) -> Double {
    switch shape {
    case .beta(let alpha, let beta):
      if x <= 0 || x >= 1 { return x <= 0 ? 0 : 1 }
      let logit = PortableMath.log(x) - PortableMath.log(1 - x)
      return BetaFunctions.regularized(alpha, beta, logit: logit).lower
    case .gamma(let shape, let scale):
      return x <= 0
        ? 0 : GammaFunctions.regularized(shape, logX: PortableMath.log(x / scale)).lower
    case .logNormal(let median, let sigma):
      return x <= 0 ? 0 : NormalCurve.cumulative(PortableMath.log(x / median) / sigma)
    case .normal(let mean, let deviation): return NormalCurve.cumulative((x - mean) / deviation)
    case .triangular(let low, let mode, let high):
      if x <= low || x >= high { return x <= low ? 0 : 1 }
      if x <= mode { return (x - low) * (x - low) / ((high - low) * (mode - low)) }
      return 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
    case .uniform(let low, let high): return min(max((x - low) / (high - low), 0), 1)
    }
  }
}
