import SegmentModel
import Testing

@testable import SegmentSimulation

@Suite("The kernel against the plain step")
struct PlainStepTests {
  @Test("Random models give the same tallies, bit for bit", arguments: 0..<150)
  func random(seed: Int) throws {
    var maker = RandomModel(seed: UInt64(seed))
    let (model, scenario) = maker.make()
    let baseline = Scenario(id: "baseline")
    // A second scenario, so that paths part from the baseline in more than one.
    let fewer = Scenario(
      id: "fewer",
      interventions: scenario.interventions.dropFirst().map {
        var copy = $0
        copy.reach.factor = Quantity(0.6)
        return copy
      })
    let scenarios = [baseline, scenario, fewer]
    let simulation = try Simulation(model: model, scenarios: scenarios)
    let fast = try simulation.run(seed: 7, replicates: [3], threads: 2)[0]
    for (index, scenario) in scenarios.enumerated() {
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
}
