import SegmentModel

/// What a pound or a QALY in the future is worth at the base date.
public enum Discounting {
  /// (1 + r)^(-t) for a rate r a year and a time t in years, not rounded to whole years.
  public static func factor(ratePerYear: Double, years: Double) -> Double {
    ratePerYear == 0 ? 1 : PortableMath.exp(-years * PortableMath.log(1 + ratePerYear))
  }
}
