import SegmentModel
import SegmentSimulation

/// Reads what befell single residents off the ledger of one scenario and replicate.
public struct PersonMeasurement: Sendable {
  private let spendSegments: SpendSegments?
  private let counts: [HoldingCount]

  /// For the ledgers of a model.
  public init(model: Model) {
    spendSegments = model.comparableSpendSegments
    counts = model.counts
  }

  /// Every measure that there is a value of.
  public func measures(of ledger: PersonLedger) -> [(PersonMeasure, Double)] {
    let outcomes = (0..<ledger.years).flatMap { year in
      shares(ledger, year: year)
        + counts.indices.flatMap { holders(of: $0, ledger, year: year) }
    }
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

  private func holders(
    of count: Int, _ ledger: PersonLedger, year: Int
  ) -> [(PersonMeasure, Double)] {
    var people = [Int](repeating: 0, count: counts[count].segments.count + 1)
    var met = people
    for resident in 0..<ledger.residents {
      guard case .present = ledger.standing(year: year, resident: resident) else { continue }
      let number = ledger.held(count: count, year: year, resident: resident)
      people[number] += 1
      if ledger.outcomes(year: year, resident: resident) > 0 { met[number] += 1 }
    }
    return people.indices.flatMap { number -> [(PersonMeasure, Double)] in
      let all = Double(people[number])
      let holders = (PersonMeasure.holders(count: count, number: number, year: year), all)
      guard all > 0 else { return [holders] }
      let share = Double(met[number]) / all
      return [holders, (.shareOfHolders(count: count, number: number, year: year), share)]
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
