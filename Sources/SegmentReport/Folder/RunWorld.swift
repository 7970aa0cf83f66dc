import SegmentAnalysis

/// What a run found in one world: under one option of each choice of the place.
public struct RunWorld: Sendable {
  /// The scenarios against the baseline.
  public var comparison: Comparison
  /// What befell single residents, if they were followed.
  public var people: PersonResults?
  /// What was drawn; nil where only the central values were run.
  public var draws: DrawLog?
  /// How the results were made.
  public var record: RunRecord

  /// Creates the results of a world.
  public init(
    _ comparison: Comparison, people: PersonResults? = nil, draws: DrawLog? = nil,
    record: RunRecord
  ) {
    self.comparison = comparison
    self.people = people
    self.draws = draws
    self.record = record
  }

  /// Adds what a draw gave.
  public mutating func add(_ result: DrawResult) {
    for (replicate, values) in zip(result.replicates, result.values) {
      comparison.add(draw: result.draw, replicate: replicate, values: values)
    }
    if let measures = result.people { people?.add(draw: measures) }
    draws?.add(result)
  }
}
