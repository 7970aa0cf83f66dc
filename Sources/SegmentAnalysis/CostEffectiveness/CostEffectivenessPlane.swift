/// The shares of draws in the quadrants of the cost-effectiveness plane.
///
/// A draw on an axis counts half in each quadrant that it borders, and one without any difference a
/// quarter in each, so that the shares add up to 1.
public struct CostEffectivenessPlane: Hashable, Sendable {
  /// More QALYs for more money: north-east.
  public let betterDearer: Double
  /// More QALYs for less money, dominant: south-east.
  public let betterCheaper: Double
  /// Fewer QALYs for less money: south-west.
  public let worseCheaper: Double
  /// Fewer QALYs for more money, dominated: north-west.
  public let worseDearer: Double

  /// The plane from what a strategy costs and gives more than another in each draw.
  public init(extraPounds: [Double], extraQALYs: [Double]) {
    precondition(
      extraPounds.count == extraQALYs.count && !extraPounds.isEmpty,
      "each draw has a cost and QALYs")
    let draws = zip(extraPounds, extraQALYs).map { (Self.part($0), Self.part($1)) }
    let count = Double(draws.count)
    betterDearer = draws.reduce(0) { $0 + $1.0 * $1.1 } / count
    betterCheaper = draws.reduce(0) { $0 + (1 - $1.0) * $1.1 } / count
    worseCheaper = draws.reduce(0) { $0 + (1 - $1.0) * (1 - $1.1) } / count
    worseDearer = draws.reduce(0) { $0 + $1.0 * (1 - $1.1) } / count
  }

  /// How much of a draw counts as more.
  private static func part(_ difference: Double) -> Double {
    difference > 0 ? 1 : difference < 0 ? 0 : 0.5
  }
}
