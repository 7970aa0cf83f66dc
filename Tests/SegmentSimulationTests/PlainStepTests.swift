import SegmentModel
import Testing

@testable import SegmentSimulation

@Suite("The kernel against the plain step")
struct PlainStepTests {
  @Test("Random models give the same tallies, bit for bit", arguments: 0..<150)
  func random(seed: Int) throws {
    var maker = RandomModel(seed: UInt64(seed))
    let (model, scenario) = maker.make()
    let baseline = maker.baseline(for: model, sharedWith: scenario)
    let extended = Scenario(
      id: "extended",
      interventions: baseline.interventions
        + scenario.interventions.filter { other in
          !baseline.interventions.contains { $0.id == other.id }
        })
    // Another scenario, so that paths part in more than one.
    let fewer = Scenario(
      id: "fewer",
      interventions: extended.interventions.dropFirst().map {
        var copy = $0
        copy.reach.factor = Quantity(0.6)
        return copy
      })
    let nothingMore = Scenario(id: "nothing more", interventions: baseline.interventions)
    let scenarios = [baseline, scenario, extended, fewer, nothingMore]
    let simulation = try Simulation(model: model, scenarios: scenarios)
    let fast = try simulation.run(seed: 7, replicates: [3], threads: 2)[0]
    #expect(fast[4] == fast[0])
    // In company that shares all that the baseline has, so that paths part later and meet again.
    let alike = try Simulation(model: model, scenarios: [baseline, extended, nothingMore])
      .run(seed: 7, replicates: [3], threads: 2)[0]
    let pair = try Simulation(model: model, scenarios: [scenario, extended])
      .run(seed: 7, replicates: [3], threads: 1)[0]
    let isSame = zip(alike + pair, [fast[0], fast[2], fast[4], fast[1], fast[2]]).map(==)
    #expect(!isSame.contains(false))
    for (index, scenario) in scenarios.dropLast().enumerated() {
      var plain = try PlainStep(model: model, scenario: scenario, seed: 7, replicate: 3)
      let slow = plain.run()
      #expect(fast[index].happened == slow.happened)
      #expect(fast[index].occupancy == slow.occupancy)
      #expect(fast[index].entered == slow.entered)
      #expect(fast[index].living == slow.living)
      #expect(fast[index].started == slow.started)
      #expect(fast[index].reached == slow.reached)
      #expect(fast[index].triggered == slow.triggered)
      #expect(fast[index] == slow)
    }
  }

  @Test("Products of tables give the same tallies, bit for bit", arguments: 500..<520)
  func products(seed: Int) throws {
    var maker = RandomModel(seed: UInt64(seed), hasProducts: true)
    let (model, scenario) = maker.make()
    let scenarios = [Scenario(id: "baseline"), scenario]
    let fast = try Simulation(model: model, scenarios: scenarios)
      .run(seed: 7, replicates: [3], threads: 1)[0]
    for (tallies, scenario) in zip(fast, scenarios) {
      var plain = try PlainStep(model: model, scenario: scenario, seed: 7, replicate: 3)
      #expect(tallies == plain.run())
    }
  }

  @Test("Where kinds of residents cannot be told by what is remembered, tallies are the same too")
  func wide() throws {
    // More exits, pathways that matter and interventions than a kind has room for.
    var pathways = [
      Pathway(
        id: "many", segments: (0..<7).map { Segment(id: "s\($0)") }, start: .shares([:]),
        moves: (1..<7).map { to in
          Event(
            id: "to-\(to)", name: "", move: OwnMove(pathway: 0, from: [0], to: to),
            chance: .ratePerYear(Quantity(to == 3 ? 0 : 0.1 * Double(to))))
        })
    ]
    for p in 1..<11 {
      pathways.append(
        Pathway(
          id: "p\(p)", segments: [Segment(id: "off"), Segment(id: "on")],
          start: .shares([1: Quantity(0.3)]),
          moves: [
            Event(
              id: "on-\(p)", name: "", move: OwnMove(pathway: p, from: [0], to: 1),
              chance: .ratePerYear(Quantity(0.2)))
          ]))
    }
    let event = Event(
      id: "event", name: "", chance: .ratePerYear(Quantity(0.4)),
      multipliers: (1..<11).map {
        Multiplier(pathway: $0, ratios: [1: Quantity(1 + 0.02 * Double($0))])
      })
    let start = CalendarMonth(year: 2020, month: 1)
    let model = Model(
      id: "wide", start: start, years: 3, step: .quarter,
      population: PopulationPlan(residents: 300), pathways: pathways, events: [event])
    let scenarios = [2, 70].map { count in
      Scenario(
        id: "\(count)",
        interventions: (0..<count).map { n in
          Intervention(
            id: "i\(n)", starts: CalendarMonth(ordinal: start.ordinal + n % 24),
            eligible: Eligibility(segments: [1 + n % 10: [1]]), reach: Reach(share: 0.5),
            effects: [
              Effect(
                target: .happening(model.happenings.count - 1),
                change: .multiplyRate(Quantity(n % 2 == 0 ? 0.95 : 1.05)))
            ])
        })
    }
    let fast = try Simulation(model: model, scenarios: scenarios)
      .run(seed: 7, replicates: [3], threads: 1)[0]
    for (tallies, scenario) in zip(fast, scenarios) {
      var plain = try PlainStep(model: model, scenario: scenario, seed: 7, replicate: 3)
      #expect(tallies == plain.run())
    }
  }

  @Test("The random baselines are empty, of their own, and shared, each often enough to matter")
  func variety() {
    var (empty, own, shared) = (0, 0, 0)
    for seed in 0..<150 {
      var maker = RandomModel(seed: UInt64(seed))
      let (model, scenario) = maker.make()
      let ids = maker.baseline(for: model, sharedWith: scenario).interventions.map(\.id)
      let isShared = ids.map { id in scenario.interventions.contains { $0.id == id } }
      empty += ids.isEmpty ? 1 : 0
      own += isShared.contains(false) ? 1 : 0
      shared += isShared.contains(true) ? 1 : 0
    }
    #expect(min(empty, own, shared) >= 20)
  }
}
