extension PopulationPlan {
  /// stub until the quota lands
  public func residentsByCell() -> [(attributes: Attributes, people: Int)] {
    [(Attributes(age: 40), residents)]
  }
}
