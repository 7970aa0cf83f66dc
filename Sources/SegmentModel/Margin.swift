/// Some of the residents, as far as results tell them apart.
public enum Margin: Hashable, Sendable {
  /// An index into ``PopulationPlan/areas``.
  case area(Int)
  /// An index into ``PopulationPlan/deprivation``.
  case deprivation(Int)
  /// An index into ``PopulationPlan/sexes``.
  case sex(Int)
  /// Ages that are made of whole bands of ``PopulationPlan/ageBands``.
  case ages(AgeRange)
}
