import SegmentModel
import SegmentSimulation

/// Reads what expressions count in single residents off the ledgers of a replicate.
struct PersonReader: Sendable {
  /// The years that have to be followed.
  let years: FollowedYears
  private let readings: [(count: Count, scenario: Int)]
  private let spendSegments: SpendSegments?

  /// A reader of counts, each in the ledger of a scenario; nil when there are none.
  ///
  /// Throws ``AnalysisError`` when the model ends before what is counted does, or when it has no
  /// spend to be shared.
  init?(_ readings: [(count: Count, scenario: Int)], model: Model) throws {
    let counts = readings.map(\.count)
    guard let from = counts.map(\.from).min(), let end = counts.map(\.end).max() else { return nil }
    guard model.start <= from, end <= model.end else {
      throw AnalysisError("what is counted lasts until \(end), after the run ends")
    }
    years = FollowedYears(from: from, years: (end.ordinal - from.ordinal) / 12)
    spendSegments = model.comparableSpendSegments
    let isOfSpend = counts.contains { if case .shareOfSpend = $0.what { true } else { false } }
    guard !isOfSpend || spendSegments != nil else {
      throw AnalysisError(
        "there is no share of spend, because no cost of a segment or an event is for a service "
          + "that the place's spend segments count")
    }
    self.readings = readings
  }

  /// What each of the counts comes to; not a number for a share of no spend at all.
  func values(_ ledgers: [PersonLedger]) -> [Double] {
    var shares: [[Int]: [PersonMeasure: Double]] = [:]
    return readings.map { count, scenario in
      let ledger = ledgers[scenario]
      let year = (count.from.ordinal - years.from.ordinal) / 12
      switch count.what {
      case .holding(let index, let atLeast):
        return Double(holders(of: index, atLeast: atLeast, ledger, year: year))
      case .shareOfSpend(let segment):
        let known = shares[[scenario, year]] ?? ranked(ledger, year: year)
        shares[[scenario, year]] = known
        return known[.shareOfSpend(.segment(segment), year: year)] ?? .nan
      default: preconditionFailure("only tallies tell what is counted in groups")
      }
    }
  }

  private func holders(of count: Int, atLeast: Int, _ ledger: PersonLedger, year: Int) -> Int {
    (0..<ledger.residents).count { resident in
      guard case .present = ledger.standing(year: year, resident: resident) else { return false }
      return ledger.held(count: count, year: year, resident: resident) >= atLeast
    }
  }

  private func ranked(_ ledger: PersonLedger, year: Int) -> [PersonMeasure: Double] {
    guard let spendSegments else { return [:] }
    let ranking = SpendRanking(ledger, year: year, segments: spendSegments)
    return Dictionary(uniqueKeysWithValues: ranking.measures)
  }
}
