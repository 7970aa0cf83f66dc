/// Finds where a distribution reaches a probability.
enum QuantileSearch {
  /// The `y` at which the part below is `p`.
  ///
  /// `parts` gives the parts of the distribution below and above y, and its density. Newton's
  /// method on the logarithm of the smaller part, which is nearly straight in the tails; bisection
  /// where a step leaves what is known to hold the answer.
  static func find(
    _ p: Double, from start: Double,
    _ parts: (Double) -> (lower: Double, upper: Double, density: Double)
  ) -> Double {
    let isLower = p <= 0.5
    let goal = isLower ? p : 1 - p
    var (low, high) = (-Double.infinity, Double.infinity)
    var y = start
    for _ in 0..<200 {
      let found = parts(y)
      let part = isLower ? found.lower : found.upper
      if isLower == (part < goal) { low = y } else { high = y }
      var next = y - (part - goal) / found.density * (isLower ? 1 : -1)
      if part > 0, abs(part - goal) > 0.1 * goal {
        let slope = (isLower ? found.density : -found.density) / part
        next = y - PortableMath.log(part / goal) / slope
      }
      if !(next > low && next < high) {
        next =
          low == -.infinity
          ? y - max(1, abs(y)) : high == .infinity ? y + max(1, abs(y)) : (low + high) / 2
      }
      let step = next - y
      y = next
      if abs(step) <= 4e-16 * max(1, abs(y)) || low == high { break }
    }
    return y
  }
}
