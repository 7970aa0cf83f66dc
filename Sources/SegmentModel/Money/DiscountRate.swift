/// How much less what comes later counts, a year: one rate for costs and health, or one of each.
public struct DiscountRate: Hashable, Sendable {
  /// The rate a year of pounds.
  public var costs: Double
  /// The rate a year of QALYs and years lived.
  public var health: Double

  /// Not discounted.
  public static let none = DiscountRate(0)

  /// The same rate a year for both.
  public init(_ perYear: Double) {
    (costs, health) = (perYear, perYear)
  }

  /// A rate a year for each.
  public init(costs: Double, health: Double) {
    (self.costs, self.health) = (costs, health)
  }

  /// The rate a year of both; nil where they differ.
  public var ofBoth: Double? { costs == health ? costs : nil }
}
