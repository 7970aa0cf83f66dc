/// Exponential and logarithm from + - × ÷ alone.
///
/// The platform's own differ in the last bit between processors; a result of the simulation must
/// not. Accurate to about two units in the last place.
public enum PortableMath {
  @usableFromInline static let ln2High = 6.93147180369123816490e-01
  @usableFromInline static let ln2Low = 1.90821492927058770002e-10

  /// e to the power `x`; infinite above 709.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709 { return .infinity }
    if x < -745 { return 0 }
    // x = n ln 2 + r with |r| <= 0.35, so e^x = 2^n e^r. Adding 1.5 x 2^52 rounds to an integer.
    let n = (x * 1.44269504088896340736 + 0x1.8p52) - 0x1.8p52
    let r = (x - n * ln2High) - n * ln2Low
    return scale(1 + r * exponentialSeries(r), by: Int(n))
  }

  /// 1 - e to the power `-x`, for x >= 0, without cancellation when x is small.
  @inlinable
  public static func oneMinusExp(minus x: Double) -> Double {
    guard x < 0.35 else { return 1 - exp(-x) }
    return x * exponentialSeries(-x)
  }

  /// (e^x - 1) / x for |x| <= 0.35: the Taylor series as far as it matters.
  @inlinable @inline(__always)
  static func exponentialSeries(_ x: Double) -> Double {
    var sum = 1 / 87_178_291_200.0
    sum = sum * x + 1 / 6_227_020_800
    sum = sum * x + 1 / 479_001_600
    sum = sum * x + 1 / 39_916_800
    sum = sum * x + 1 / 3_628_800
    sum = sum * x + 1 / 362_880
    sum = sum * x + 1 / 40_320
    sum = sum * x + 1 / 5_040
    sum = sum * x + 1 / 720
    sum = sum * x + 1 / 120
    sum = sum * x + 1 / 24
    sum = sum * x + 1 / 6
    sum = sum * x + 1 / 2
    return sum * x + 1
  }

  /// The natural logarithm of `x` > 0; minus infinity at 0.
  @inlinable
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    var (m, n) = (x.significand, Double(x.exponent))
    if m > 1.41421356237309504880 {
      m /= 2
      n += 1
    }
    // log m = 2 artanh(s), with |s| <= 0.172.
    let s = (m - 1) / (m + 1)
    let square = s * s
    var sum = 1 / 23.0
    var k = 21
    while k > 0 {
      sum = sum * square + 1 / Double(k)
      k -= 2
    }
    return n * ln2High + (2 * s * sum + n * ln2Low)
  }

  @inlinable
  static func scale(_ value: Double, by exponent: Int) -> Double {
    guard exponent < -1000 else {
      return value * Double(sign: .plus, exponent: exponent, significand: 1)
    }
    return value * Double(sign: .plus, exponent: -1000, significand: 1)
      * Double(sign: .plus, exponent: exponent + 1000, significand: 1)
  }
}
