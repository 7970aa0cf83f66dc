import SegmentModel
import Testing

@testable import SegmentSimulation

@Suite("Baselines with interventions")
struct BaselineTests {
  @Test("Interventions of the baseline act in it, and in scenarios that keep them")
  func baselineInterventions() throws {
    let pathway = Pathway(id: "p", segments: [Segment(id: "a")])
    let events = ["reviews", "falls"].map {
      Event(id: $0, name: $0, chance: .ratePerYear(Quantity(1)))
    }
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 2,
      population: PopulationPlan(residents: 2000), pathways: [pathway], events: events)
    let suspension = Intervention(
      id: "suspension", starts: CalendarMonth(year: 2020, month: 4),
      ends: CalendarMonth(year: 2021, month: 1),
      effects: [Effect(target: .happening(0), change: .multiplyRate(Quantity(0)))])
    let classes = Intervention(
      id: "classes", starts: model.start,
      effects: [Effect(target: .happening(1), change: .multiplyRate(Quantity(0.5)))])
    let scenarios = [
      Scenario(id: "baseline", interventions: [suspension]),
      Scenario(id: "same", interventions: [suspension]),
      Scenario(id: "kept", interventions: [suspension, classes]),
      Scenario(id: "without", interventions: [classes]), Scenario(id: "nothing"),
    ]
    let run = try Simulation(model: model, scenarios: scenarios)
      .run(seed: 2, replicates: [0], threads: 1)[0]
    #expect(run[1] == run[0])
    func steps(_ scenario: Int, _ happening: Int) -> [Int64] {
      (0..<8).map { run[scenario].happenedInStep[$0 * 2 + happening] }
    }
    // Reviews pause in steps 1 to 3 where they are suspended, and are the same at all other times.
    for scenario in 0...2 {
      #expect(steps(scenario, 0)[1...3].allSatisfy { $0 == 0 })
      for step in [0, 4, 5, 6, 7] {
        #expect(steps(scenario, 0)[step] == steps(4, 0)[step])
        #expect(steps(4, 0)[step] > 0)
      }
    }
    #expect(steps(3, 0) == steps(4, 0))
    // Falls are those of the classes, whatever is suspended.
    #expect(steps(0, 1) == steps(4, 1))
    #expect(steps(2, 1) == steps(3, 1))
    #expect(steps(2, 1).reduce(0, +) < steps(0, 1).reduce(0, +))
  }
}
