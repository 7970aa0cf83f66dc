/// How the joint effect of interventions is shared out among them.
public enum AttributionMethod: String, Sendable, CaseIterable {
  /// Each draw walks one random order of the interventions and its reverse.
  case orders
  /// Each draw runs every subset of the interventions.
  case exact
}
