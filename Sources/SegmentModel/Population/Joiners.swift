/// People of some ages who join a place every year.
public struct Joiners: Hashable, Sendable {
  /// How old they are.
  public var ages: AgeRange
  /// How many there are a year.
  public var peoplePerYear: Quantity

  /// Creates a flow of joiners.
  public init(_ ages: AgeRange, peoplePerYear: Quantity) {
    self.ages = ages
    self.peoplePerYear = peoplePerYear
  }
}
