/// The columns by which a smooth function of one number is fitted: a line, and bends from it.
///
/// The bends are a natural cubic spline (a line beyond the outermost knots) with knots at quantiles,
/// turned so that the sum of their squared coefficients is the integral of the squared second
/// derivative, which is what smoothing penalises (Hastie, Tibshirani and Friedman 2009, chapter 5).
struct SplineBasis {
  /// The number in standard deviations from its mean; nil when it never changes.
  let line: [Double]?
  /// The bends: [column][value].
  let bends: [[Double]]

  /// The basis over some values, with at most so many knots.
  init(_ values: [Double], knots most: Int) {
    let moments = Moments(values)
    guard let deviation = moments.standardDeviation, deviation > 0 else {
      (line, bends) = (nil, [])
      return
    }
    let line = values.map { ($0 - moments.mean) / deviation }
    self.line = line
    let knots = Self.knots(line.sorted(), most)
    guard knots.count > 2, let root = Cholesky(Self.roughness(knots)) else {
      bends = []
      return
    }
    let rows = line.map { root.forward(Self.curves($0, knots)) }
    bends = (0..<knots.count - 2).map { column in rows.map { $0[column] } }
  }

  /// Distinct quantiles, the least and the greatest value among them.
  private static func knots(_ sorted: [Double], _ most: Int) -> [Double] {
    guard most > 2 else { return [] }
    var knots: [Double] = []
    for number in 0..<most {
      let knot = sorted[(sorted.count - 1) * number / (most - 1)]
      // Knots that nearly coincide would make the bends nearly the same.
      if knots.last.map({ knot - $0 > 1e-3 }) ?? true { knots.append(knot) }
    }
    return knots
  }

  /// The natural cubic splines of some knots at a value, as truncated powers.
  private static func curves(_ x: Double, _ knots: [Double]) -> [Double] {
    combined(knots) { knot in
      let above = max(0, x - knot)
      return above * above * above
    }
  }

  /// Combines a truncated power of each knot so that it is straight beyond the last one.
  private static func combined(_ knots: [Double], _ power: (Double) -> Double) -> [Double] {
    let last = knots[knots.count - 1]
    let ends = power(last)
    let scaled = knots.dropLast().map { (power($0) - ends) / (last - $0) }
    return scaled.dropLast().map { $0 - scaled[scaled.count - 1] }
  }

  /// Integrals of products of second derivatives, which are straight between knots: Simpson's rule
  /// is exact.
  private static func roughness(_ knots: [Double]) -> [[Double]] {
    let count = knots.count - 2
    var sums = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for (low, high) in zip(knots, knots.dropFirst()) {
      for (x, weight) in [(low, 1.0), ((low + high) / 2, 4), (high, 1)] {
        let second = combined(knots) { 6 * max(0, x - $0) }
        for i in 0..<count {
          for j in 0..<count { sums[i][j] += weight * (high - low) / 6 * second[i] * second[j] }
        }
      }
    }
    return sums
  }
}
