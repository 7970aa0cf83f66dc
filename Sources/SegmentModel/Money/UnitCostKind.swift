/// What a one-off cost of an event is.
public enum UnitCostKind: String, Sendable, CaseIterable {
  /// Activity: avoided with the event.
  case activity
  /// Care that follows on it, such as the start of a treatment.
  case care
}
