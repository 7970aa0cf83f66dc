/// What an intervention costs.
public typealias InterventionCost = InterventionAmount<UnitCost>
/// How much of a resource an intervention takes.
public typealias InterventionUse = InterventionAmount<ResourceUse>

/// An amount that goes with an intervention, and what it is for.
public enum InterventionAmount<Amount: Hashable & Sendable>: Hashable, Sendable {
  /// Once for every resident who starts.
  case perPersonReached(Amount)
  /// For every year that a resident is reached.
  case perPersonYear(Amount)
  /// Each time a happening (index into ``Model/happenings``) befalls a reached resident.
  case perEvent(Amount, happening: Int)
  /// For every year that the intervention runs, whoever is reached.
  case perYear(Amount)

  /// Payer and pounds, or resource and amount.
  public var amount: Amount {
    switch self {
    case .perPersonReached(let amount), .perPersonYear(let amount), .perEvent(let amount, _),
      .perYear(let amount):
      amount
    }
  }

  /// The happening that it is counted by; nil when it goes with people or years.
  public var happening: Int? {
    if case .perEvent(_, let happening) = self { happening } else { nil }
  }
}
