/// Who a resident is, as far as a value can depend on it.
public struct Attributes: Hashable, Sendable {
  /// Age in completed years.
  public var age: Int
  /// Index into ``PopulationPlan/sexes``.
  public var sex: Int
  /// Index into ``PopulationPlan/areas``.
  public var area: Int
  /// Index into ``PopulationPlan/deprivation``.
  public var deprivation: Int

  /// Creates attributes from an age in years and indices into the population's lists.
  public init(age: Int, sex: Int = 0, area: Int = 0, deprivation: Int = 0) {
    self.age = age
    self.sex = sex
    self.area = area
    self.deprivation = deprivation
  }
}
