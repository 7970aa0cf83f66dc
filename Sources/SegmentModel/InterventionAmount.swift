/// How much of a resource an intervention takes, and for what.
public enum InterventionUse: Hashable, Sendable {
  /// Once for every resident who starts.
  case perPersonReached(ResourceUse)
  /// For every year that a resident is reached.
  case perPersonYear(ResourceUse)
  /// Each time a happening (index into ``Model/happenings``) befalls a reached resident.
  case perEvent(ResourceUse, happening: Int)
  /// For every year that the intervention runs, whoever is reached.
  case perYear(ResourceUse)

  /// Resource and amount.
  public var use: ResourceUse {
    switch self {
    case .perPersonReached(let use), .perPersonYear(let use), .perEvent(let use, _),
      .perYear(let use):
      use
    }
  }
}
