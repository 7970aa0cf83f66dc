import SegmentModel

/// How discount rates are called.
public enum DiscountWords {
  /// A rate as tables have it: `0.035`, or `0.035/0.015` for costs and health.
  public static func label(_ rate: DiscountRate) -> String {
    rate.ofBoth.map(NumberText.shortest)
      ?? "\(NumberText.shortest(rate.costs))/\(NumberText.shortest(rate.health))"
  }

  /// The rate that a table calls so; nil where it is none.
  static func rate(_ label: String) -> DiscountRate? {
    let parts = label.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let rate?, _): return DiscountRate(rate)
    case (2, let costs?, let health?): return DiscountRate(costs: costs, health: health)
    default: return nil
    }
  }

  /// Such as "undiscounted", "discounted at 3.5% a year", or "costs discounted at 3.5%, health at
  /// 1.5% a year".
  static func words(_ rate: DiscountRate, span: String = " a year") -> String {
    func words(_ rate: Double) -> String {
      rate == 0 ? "undiscounted" : "discounted at \(Phrase.percent(rate))\(span)"
    }
    if let rate = rate.ofBoth { return words(rate) }
    guard rate.costs != 0, rate.health != 0 else {
      return "costs \(words(rate.costs)), health \(words(rate.health))"
    }
    let percents = [rate.costs, rate.health].map { Phrase.percent($0) }
    return "costs discounted at \(percents[0]), health at \(percents[1])\(span)"
  }
}
