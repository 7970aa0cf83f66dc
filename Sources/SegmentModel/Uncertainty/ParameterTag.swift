/// Why a number is not known for certain, by which results are grouped.
public enum ParameterTag: String, Sendable, CaseIterable {
  /// Better evidence would tell.
  case evidence
  /// Those who deliver an intervention decide it: its reach, its capacity, its costs.
  case delivery
  /// Nobody in the place decides it: births and joiners.
  case outside
}
