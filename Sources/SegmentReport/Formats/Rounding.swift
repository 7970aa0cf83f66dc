/// How many digits of a mean are worth showing.
///
/// The standard error to one significant figure sets the last digit: 1,234.5 with a standard error
/// of 23 is shown as 1,230. Totals are rounded after summing.
public struct Rounding: Hashable, Sendable {
  /// The power of ten of the last digit shown: 1 rounds to tens, -1 to one decimal.
  public let exponent: Int

  /// Rounds to a power of ten.
  public init(exponent: Int) { self.exponent = min(max(exponent, -6), 15) }

  /// Rounds as a standard error supports; without one, or with none at all, to `otherwise`.
  public init(standardError: Double?, otherwise: Int = 0) {
    guard let error = standardError, error > 0, error.isFinite else {
      self.init(exponent: otherwise)
      return
    }
    var exponent = 0
    // To one significant figure 9.5 is 10, one power up.
    while error >= 9.5 * Self.unit(exponent), exponent < 15 { exponent += 1 }
    while error < 0.95 * Self.unit(exponent), exponent > -6 { exponent -= 1 }
    self.init(exponent: exponent)
  }

  /// The same, but never finer than a power of ten.
  public func atLeast(_ coarsest: Int) -> Rounding { Rounding(exponent: max(exponent, coarsest)) }

  /// The same, or finer where nothing would be left of a number: then its first digit is.
  public func keeping(_ value: Double) -> Rounding {
    var rounding = self
    while value != 0, rounding.round(value) == 0, rounding.exponent > -6 {
      rounding = Rounding(exponent: rounding.exponent - 1)
    }
    return rounding
  }

  /// The nearest number that has only digits worth showing, halves away from zero.
  ///
  /// A mean that is a half but for the last bits of its sum is one, so that it is rounded alike wherever
  /// it is summed.
  public func round(_ value: Double) -> Double {
    let nearly = value * (1 + 1e-12)
    return exponent >= 0
      ? (nearly / Self.unit(exponent)).rounded() * Self.unit(exponent)
      : (nearly * Self.unit(-exponent)).rounded() / Self.unit(-exponent)
  }

  /// The rounded number that none is above: for a bound.
  public func roundUp(_ value: Double) -> Double {
    let nearest = round(value)
    return nearest >= value ? nearest : round(value + Self.unit(exponent) / 2)
  }

  /// A bound with commas between thousands, never below it.
  public func upperText(_ value: Double) -> String {
    NumberText.grouped(roundUp(value), decimals: max(0, -exponent))
  }

  /// The rounded number with commas between thousands.
  public func text(_ value: Double) -> String {
    NumberText.grouped(round(value), decimals: max(0, -exponent))
  }

  private static func unit(_ exponent: Int) -> Double {
    exponent >= 0
      ? NumberText.powerOfTen(exponent) : 1 / NumberText.powerOfTen(-exponent)
  }
}
