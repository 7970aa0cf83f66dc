import SegmentAnalysis

/// What a run found in one world: under one option of each choice of the place.
public struct RunWorld: Sendable {
  /// The scenarios against the baseline.
  public var comparison: Comparison
  /// What befell single residents, if they were followed.
  public var people: PersonResults?
  /// How the results were made.
  public var record: RunRecord

  /// Creates the results of a world.
  public init(_ comparison: Comparison, people: PersonResults? = nil, record: RunRecord) {
    self.comparison = comparison
    self.people = people
    self.record = record
  }
}
