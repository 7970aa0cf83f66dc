import SegmentModel
import SegmentSimulation

/// Reads what befell single residents off the ledger of one scenario and replicate.
public struct PersonMeasurement: Sendable {
  private let spendSegments: SpendSegments?

  /// For the ledgers of a model.
  public init(model: Model) { spendSegments = model.comparableSpendSegments }

  /// Every measure that there is a value of.
  public func measures(of ledger: PersonLedger) -> [(PersonMeasure, Double)] {
    let outcomes = (0..<ledger.years).flatMap { shares(ledger, year: $0) }
    guard let spendSegments else { return outcomes }
    let rankings = (0..<ledger.years).map {
      SpendRanking(ledger, year: $0, segments: spendSegments)
    }
    let flows = zip(rankings, rankings.dropFirst()).flatMap { $0.flows(to: $1) }
    return rankings.flatMap(\.measures) + flows + outcomes
  }

  private func shares(_ ledger: PersonLedger, year: Int) -> [(PersonMeasure, Double)] {
    var people = [Int](repeating: 0, count: PersonMeasure.mostTimes + 1)
    for resident in 0..<ledger.residents {
      guard case .present = ledger.standing(year: year, resident: resident) else { continue }
      let times = ledger.outcomes(year: year, resident: resident)
      people[min(times, PersonMeasure.mostTimes)] += 1
    }
    let all = people.reduce(0, +)
    guard all > 0 else { return [] }
    return people.enumerated().map { times, count in
      (.shareOfResidents(times: times, year: year), Double(count) / Double(all))
    }
  }
}

extension Model {
  /// The spend segments, if any cost of a segment or an event is for a service that they count.
  public var comparableSpendSegments: SpendSegments? {
    guard let spendSegments else { return nil }
    let services =
      pathways.flatMap(\.segments).flatMap(\.costs).map(\.service)
      + happenings.flatMap(\.costs).map(\.service)
    let isCounted = services.contains { $0.map(spendSegments.services.contains) ?? false }
    return isCounted ? spendSegments : nil
  }
}
