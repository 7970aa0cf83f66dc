import SegmentModel

/// What the chances of a happening are at most, by stratum and age; strata that are alike share a row.
struct ChanceCeilings {
  static let ages = AgeRange.oldest + 1

  /// The row of each stratum so far.
  private(set) var rows: [Int] = []
  private var values: [Double] = []

  /// Strata to whom nothing can happen.
  static func none(strata: Int) -> ChanceCeilings {
    var result = ChanceCeilings()
    result.addStratum([Double](repeating: 0, count: ages))
    for _ in 1..<max(strata, 1) { result.addStratum(like: 0) }
    return result
  }

  /// The highest of all.
  var highest: Double { values.max() ?? 0 }

  subscript(stratum: Int, age: Int) -> Double { values[rows[stratum] * Self.ages + age] }

  /// Adds the next stratum with its values by age.
  mutating func addStratum(_ byAge: [Double]) {
    rows.append(values.count / Self.ages)
    values += byAge
  }

  /// Adds the next stratum, which is like an earlier one.
  mutating func addStratum(like earlier: Int) { rows.append(rows[earlier]) }
}
