/// A band of a table of people: how many there are of an area and sex in a range of ages.
public struct PeopleCell: Hashable, Sendable {
  /// Index of the area; nil when the table does not tell areas apart.
  public var area: Int?
  /// Index of the sex; nil when the table does not tell sexes apart.
  public var sex: Int?
  /// The ages, over whose single years the people are spread evenly.
  public var ages: AgeRange
  /// How many; only the proportions matter for residents at the start.
  public var people: Double

  /// Creates a cell.
  public init(area: Int? = nil, sex: Int? = nil, ages: AgeRange, people: Double) {
    self.area = area
    self.sex = sex
    self.ages = ages
    self.people = people
  }
}
