/// How likely something is to happen to a resident in a step.
public enum Chance: Hashable, Sendable {
  /// A rate per year; the step's length turns it into a probability.
  case ratePerYear(Quantity)
  /// A probability per step of the stated length.
  case probability(Quantity, per: StepLength)

  /// The rate or probability itself.
  public var quantity: Quantity {
    switch self {
    case .ratePerYear(let quantity), .probability(let quantity, _): quantity
    }
  }
}
