import SegmentModel
import Synchronization
import Testing

@testable import SegmentSimulation

@Suite("Ledgers of single residents")
struct PersonLedgerTests {
  /// A random model with costs of two services, one of which counts, and a year before reports.
  static func make(_ seed: Int, weights: CycleWeights? = nil) -> (model: Model, scenario: Scenario)
  {
    var maker = RandomModel(seed: UInt64(seed))
    var (model, scenario) = maker.make()
    model.services = [Service(id: "counted"), Service(id: "other")]
    let segments = [SpendSegment(id: "top", share: 0.05), SpendSegment(id: "rest", share: nil)]
    model.spendSegments = SpendSegments(ages: AgeRange(0, 110), services: [0], segments: segments)
    model.cycleWeights = weights ?? CycleWeights.allCases[seed % CycleWeights.allCases.count]
    model.outcomes = [Outcome(id: "headline"), Outcome(id: "other")]
    if model.years > 1 {
      model.years -= 1
      model.reportFrom = CalendarMonth(ordinal: model.start.ordinal + 12)
    }
    // Segments here and there; and all of a pathway, which everybody holds who lives there.
    let some = model.pathways.enumerated().map { p, pathway in
      (p, Set(pathway.segments.indices.filter { ($0 + p + seed) % 2 == 0 }))
    }
    let all = [0: Set(model.pathways[0].segments.indices)]
    model.counts = [
      HoldingCount(id: "some", segments: Dictionary(uniqueKeysWithValues: some)),
      HoldingCount(id: "all", segments: all),
    ]
    for p in model.pathways.indices {
      for s in model.pathways[p].segments.indices where model.pathways[p].segments[s].leaves == nil
      {
        model.pathways[p].segments[s].costs = (0..<3).map {
          let pounds = Double(100 * p + 10 * s + $0)
          return RunningCost(payer: 0, service: $0 % 2, poundsPerYear: Quantity(pounds))
        }
      }
      for m in model.pathways[p].moves.indices { carry(m, &model.pathways[p].moves[m]) }
    }
    for e in model.events.indices { carry(e + 3, &model.events[e]) }
    return (model, scenario)
  }

  private static func carry(_ n: Int, _ event: inout Event) {
    event.outcome = n % 3 == 2 ? nil : n % 3
    event.costs = [
      UnitCost(payer: 0, service: 0, pounds: Quantity(Double(n + 1))),
      UnitCost(payer: 0, service: 1, pounds: Quantity(1000)),
      UnitCost(payer: 0, pounds: Quantity(2000)),
    ]
  }

  private func ledgers(
    _ model: Model, _ scenarios: [Scenario], threads: Int, replicates: [Int] = [3]
  ) throws -> [Int: [PersonLedger]] {
    let taken = Taken()
    _ = try Simulation(model: model, scenarios: scenarios)
      .run(
        seed: 7, replicates: replicates, threads: threads,
        people: { replicate, ledgers in taken.lists.withLock { $0[replicate] = ledgers } })
    return taken.lists.withLock { $0 }
  }

  private final class Taken: Sendable {
    let lists = Mutex<[Int: [PersonLedger]]>([:])
  }

  @Test("Random models give each resident what the plain step gives them", arguments: 0..<40)
  func plain(seed: Int) throws {
    let (model, scenario) = Self.make(seed)
    let scenarios = [Scenario(id: "baseline"), scenario]
    let ledgers = try #require(try ledgers(model, scenarios, threads: 2)[3])
    for (ledger, scenario) in zip(ledgers, scenarios) {
      var plain = try PlainStep(model: model, scenario: scenario, seed: 7, replicate: 3)
      _ = plain.run()
      let expected = PlainLedger(plain)
      #expect(ledger.residents == plain.history[0].count)
      #expect(ledger.years == model.years)
      for year in 0..<model.years {
        let everybody = 0..<ledger.residents
        let spend = everybody.map { ledger.spend(year: year, resident: $0) }
        #expect(spend == expected.spend[year])
        #expect(
          everybody.map { ledger.outcomes(year: year, resident: $0) } == expected.outcomes[year])
        #expect(
          everybody.map { ledger.standing(year: year, resident: $0) }
            == expected.standings[year])
      }
      for (count, year) in model.counts.indices.flatMap({ c in (0...model.years).map { (c, $0) } })
      {
        let held = (0..<ledger.residents).map {
          ledger.held(count: count, year: year, resident: $0)
        }
        #expect(held == expected.held[count][year])
      }
    }
  }

  @Test("Years other than those reported can be followed", arguments: 0..<10)
  func otherYears(seed: Int) throws {
    let (model, scenario) = Self.make(seed)
    var reported = model
    reported.reportFrom = model.start
    reported.years = (model.end.ordinal - model.start.ordinal) / 12
    let years = FollowedYears(from: model.start, years: 1)
    let taken = Taken()
    _ = try Simulation(model: model, scenarios: [scenario])
      .run(
        seed: 7, replicates: [3], threads: 2, following: years,
        people: { replicate, ledgers in taken.lists.withLock { $0[replicate] = ledgers } })
    let ledger = try #require(taken.lists.withLock { $0[3] })[0]
    let whole = try #require(try ledgers(reported, [scenario], threads: 1)[3])[0]
    #expect(ledger.years == 1)
    let everybody = 0..<ledger.residents
    func outcomes(_ ledger: PersonLedger) -> [Int] {
      everybody.map { ledger.outcomes(year: 0, resident: $0) }
    }
    #expect(outcomes(ledger) == outcomes(whole))
    for year in 0...1 {
      func held(_ ledger: PersonLedger) -> [Int] {
        everybody.map { ledger.held(count: 0, year: year, resident: $0) }
      }
      func standings(_ ledger: PersonLedger) -> [PersonLedger.Standing] {
        everybody.map { ledger.standing(year: year, resident: $0) }
      }
      #expect(held(ledger) == held(whole))
      #expect(standings(ledger) == standings(whole))
    }
  }

  @Test("Threads, and other scenarios and replicates, change nothing", arguments: 100..<110)
  func threads(seed: Int) throws {
    let (model, scenario) = Self.make(seed)
    func spend(_ ledger: PersonLedger) -> [Int64] {
      (0..<ledger.years).flatMap { year in
        (0..<ledger.residents).map { ledger.spend(year: year, resident: $0) }
      }
    }
    let baseline = Scenario(id: "b")
    let alone = try ledgers(model, [scenario], threads: 1)
    let together = try ledgers(model, [baseline, scenario], threads: 2, replicates: [2, 3, 4])
    #expect(together.keys.sorted() == [2, 3, 4])
    #expect(spend(try #require(alone[3])[0]) == spend(try #require(together[3])[1]))
  }

  @Test("A run that follows residents counts what one that does not counts", arguments: 100..<105)
  func tallies(seed: Int) throws {
    let (model, scenario) = Self.make(seed)
    let simulation = try Simulation(model: model, scenarios: [Scenario(id: "b"), scenario])
    let usual = try simulation.run(seed: 7, replicates: [0, 1], threads: 2)
    let followed = try simulation.run(
      seed: 7, replicates: [0, 1], threads: 2, people: { _, _ in })
    #expect(followed == usual)
  }
}
