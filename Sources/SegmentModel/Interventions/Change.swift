/// How an effect changes its target, on a named scale.
public enum Change: Hashable, Sendable {
  /// Multiplies the rate; a probability p becomes 1 - (1 - p)^m.
  case multiplyRate(Quantity)
  /// Adds to the rate, per year, after all multipliers.
  case addRatePerYear(Quantity)
  /// Replaces the rate per year, multipliers of segments included; interventions still multiply
  /// and add.
  case setRatePerYear(Quantity)
  /// Replaces the probability, multipliers of segments included.
  case setProbability(Quantity)

  /// The number itself.
  public var quantity: Quantity {
    switch self {
    case .multiplyRate(let q), .addRatePerYear(let q), .setRatePerYear(let q),
      .setProbability(let q):
      q
    }
  }
}
