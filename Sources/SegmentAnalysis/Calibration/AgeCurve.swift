/// A curve through knots at exact ages, fitted to values by single year of age.
///
/// Least squares, weighted by people; the value of a year of age belongs to its middle, where
/// tables are read. A faint pull of neighbours on one another carries the curve over ages at which
/// next to nobody is left, whose luck it would else follow.
struct AgeCurve {
  /// The values at the knots, not below 0.
  let values: [Double]

  /// Fits shares, given by the people who have something and all people at each age.
  init(knots: [Int], people: [Double], all: [Double]) {
    let n = knots.count
    var diagonal = [Double](repeating: 0, count: n)
    var beside = [Double](repeating: 0, count: n)
    var right = [Double](repeating: 0, count: n)
    for age in people.indices where all[age] > 0 {
      let (low, share) = Self.place(Double(age) + 0.5, knots)
      let parts = [(low, 1 - share), (min(low + 1, n - 1), share)]
      for (knot, part) in parts {
        diagonal[knot] += all[age] * part * part
        right[knot] += people[age] * part
      }
      if low + 1 < n { beside[low] += all[age] * share * (1 - share) }
    }
    // As much as 20 of 20,000 people say.
    let pull = 1e-3 * max(all.max() ?? 0, 1e-9)
    for knot in 0..<n - 1 {
      diagonal[knot] += pull
      diagonal[knot + 1] += pull
      beside[knot] -= pull
    }
    if n == 1 { diagonal[0] += pull }
    values = Self.tridiagonal(diagonal, beside, right).map { max(0, $0) }
  }

  /// The knot at or below an age, and how far the age lies towards the next.
  private static func place(_ age: Double, _ knots: [Int]) -> (knot: Int, share: Double) {
    guard let next = knots.firstIndex(where: { Double($0) >= age }) else {
      return (knots.count - 1, 0)
    }
    guard next > 0 else { return (0, 0) }
    let (a, b) = (Double(knots[next - 1]), Double(knots[next]))
    return (next - 1, (age - a) / (b - a))
  }

  /// Solves a symmetric tridiagonal system.
  private static func tridiagonal(
    _ diagonal: [Double], _ beside: [Double], _ right: [Double]
  ) -> [Double] {
    var (d, r) = (diagonal, right)
    for i in 1..<max(d.count, 1) {
      let factor = beside[i - 1] / d[i - 1]
      d[i] -= factor * beside[i - 1]
      r[i] -= factor * r[i - 1]
    }
    for i in d.indices.reversed() {
      let next = i + 1 < d.count ? beside[i] * r[i + 1] : 0
      r[i] = (r[i] - next) / d[i]
    }
    return r
  }
}
