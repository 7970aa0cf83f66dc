import SegmentModel

/// Chances that need no resident.
enum ChanceArithmetic {
  /// A probability with its hazard multiplied and added to: 1 - (1 - p)^m e^-a.
  static func probability(_ p: Double, multipliedBy m: Double, plus a: Double) -> Double {
    if m == 1, a == 0 { return p }
    guard p < 1 else { return m > 0 ? 1 : PortableMath.oneMinusExp(minus: max(0, a)) }
    let hazard = -PortableMath.log(1 - p) * m + a
    return PortableMath.oneMinusExp(minus: max(0, hazard))
  }

  /// The uniforms below which a Poisson count is at least 1, 2, ..., none being the highest uniforms.
  static func setPoissonLimits(_ limits: UnsafeMutablePointer<UInt64>, count: Int, mean: Double) {
    var tail = PoissonTail(mean: mean)
    for n in 0..<count {
      limits[n] = tail.limit
      tail.advance()
    }
  }

  /// A Poisson count from one uniform by inverse CDF, none being the highest uniforms.
  static func poisson(mean: Double, uniform: UInt64) -> Int {
    var tail = PoissonTail(mean: mean)
    while tail.times <= 1000 && uniform < tail.limit { tail.advance() }
    return tail.times - 1
  }
}
