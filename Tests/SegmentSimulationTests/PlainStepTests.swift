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
