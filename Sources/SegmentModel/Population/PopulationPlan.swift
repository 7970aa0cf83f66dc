/// Who lives in the place at the start, and who joins later; allotted by quota, never drawn.
public struct PopulationPlan: Hashable, Sendable {
  /// The most combinations of area, deprivation and sex that may be told apart.
  public static let mostStrata = 60_000

  /// How many residents there are at the start.
  public var residents: Int
  /// The sexes told apart, at least one.
  public var sexes: [String]
  /// What an area is called, for example "PCN".
  public var areaLabel: String
  /// The areas told apart, at least one.
  public var areas: [Area]
  /// The deprivation groups told apart, most deprived first, at least one.
  public var deprivation: [String]
  /// The age bands by which results are reported; they cover every age.
  public var ageBands: [AgeRange]
  /// The residents at the start by area, sex and age; scaled to ``residents``.
  public var people: [PeopleCell]
  /// Shares of deprivation groups, by area (outer index) and group (inner index).
  public var deprivationShares: [[Double]]
  /// Births a year, spread evenly over steps; they enter at age 0 with the mix of residents
  /// aged 0 at the start.
  public var birthsPerYear: Quantity?
  /// Joiners a year by age band, who copy the mix of residents of their age at the start.
  public var joinersPerYear: [Joiners]

  /// Creates a plan.
  public init(
    residents: Int, sexes: [String] = ["all"], areaLabel: String = "Area",
    areas: [Area] = [Area(id: "all")], deprivation: [String] = ["all"],
    ageBands: [AgeRange] = [AgeRange(0, AgeRange.oldest)],
    people: [PeopleCell] = [PeopleCell(ages: AgeRange(40, 40), people: 1)],
    deprivationShares: [[Double]] = [[1]], birthsPerYear: Quantity? = nil,
    joinersPerYear: [Joiners] = []
  ) {
    self.residents = residents
    self.sexes = sexes
    self.areaLabel = areaLabel
    self.areas = areas
    self.deprivation = deprivation
    self.ageBands = ageBands
    self.people = people
    self.deprivationShares = deprivationShares
    self.birthsPerYear = birthsPerYear
    self.joinersPerYear = joinersPerYear
  }
}
