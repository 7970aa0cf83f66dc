import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

/// Attribution of simulated scenarios.
@Suite("Attributed scenarios")
struct AttributedScenarioTests {
  private let model: Model

  init() {
    var model = ValuedModel.model(years: 2, step: .quarter, utility: Quantity(1))
    model.population.residents = 600
    self.model = model
  }

  private func intervention(
    _ id: String, multiplier: Double, share: Double = 0.5, capacity: Double? = nil
  ) -> Intervention {
    Intervention(
      id: id, starts: model.start, reach: Reach(share: share),
      effects: [Effect(target: .happening(2), change: .multiplyRate(Quantity(multiplier)))],
      capacityPerYear: capacity.map { Quantity($0) },
      costs: [.perYear(UnitCost(payer: 0, pounds: Quantity(100)))])
  }

  private func run(
    _ attributed: AttributedScenario, _ method: AttributionMethod, draw: Int = 3,
    threads: Int = 2, alone: Bool = false
  ) throws -> AttributedDraw {
    let plan = AttributionPlan(
      interventions: attributed.ids, seed: 5, draw: draw, method: method, alone: alone)
    return try attributed.run(
      plan, measures: AttributedMeasure.all(of: model), step: .quarter, seed: 5, draw: draw,
      replicates: [0, 1], threads: threads)
  }

  private func scenario(_ interventions: [Intervention]) throws -> AttributedScenario {
    try AttributedScenario(
      model: model, baseline: Scenario(id: "base"),
      scenario: Scenario(id: "s", interventions: interventions))
  }

  @Test("The total is what a comparison finds, and shares add up to it", arguments: [nil, 100.0])
  func total(capacity: Double?) throws {
    let attributed = try scenario([
      intervention("a", multiplier: 0.5, capacity: capacity), intervention("b", multiplier: 0.7),
      intervention("c", multiplier: 1),
    ])
    let simulation = try Simulation(
      model: model, scenarios: [attributed.baseline, attributed.scenario])
    var comparison = try Comparison(
      model: model, scenarios: simulation.scenarios, step: .quarter)
    let tallies = try simulation.run(seed: 5, draw: 3, replicates: [0, 1], threads: 1)
    for (replicate, tallies) in tallies.enumerated() {
      comparison.add(replicate: replicate, tallies: tallies)
    }
    let result = comparison.results[1]
    let spending = [nil, 0, 1].map {
      Measure.spending(category: nil, payer: $0, rate: 0, year: nil)
    }
    let known =
      ([.outcome(0, cause: nil, year: nil, group: 0)] + spending).map { result.avoided($0)!.mean }
      + [-result.avoided(.qalys(rate: 0, year: nil))!.mean]
    for method in AttributionMethod.allCases {
      let found = try run(attributed, method, alone: true)
      for (a, b) in zip(found.total, known) { #expect(close(a, b, within: 1e-6)) }
      for index in known.indices {
        let sum = found.shares.reduce(0) { $0 + $1[index] }
        #expect(close(sum, found.total[index], within: 1e-9 * max(1, known[index].magnitude)))
      }
      // What changes nothing only costs money.
      #expect(found.shares[2][0] == 0)
      #expect(close(found.shares[2][1], -200, within: 1e-6))
      if capacity == nil { #expect(found.shares[0][0] > found.shares[1][0]) }
      #expect(found.shares[1][0] > 0)
      #expect(found.alone![0][0] > found.shares[0][0])
      #expect(try run(attributed, method, threads: 1, alone: true) == found)
    }
  }

  @Test("Only what the baseline does not have alike is credited; what it loses is")
  func baseline() throws {
    let kept = intervention("kept", multiplier: 0.9)
    let (old, new) = (
      intervention("moved", multiplier: 0.8), intervention("moved", multiplier: 0.6)
    )
    let lost = intervention("lost", multiplier: 0.5)
    let attributed = try AttributedScenario(
      model: model, baseline: Scenario(id: "base", interventions: [lost, kept, old]),
      scenario: Scenario(
        id: "s", interventions: [new, kept, intervention("added", multiplier: 0.5)]))
    #expect(attributed.ids == ["moved", "added", "lost"])
    #expect(attributed.name(2) == "without lost")
    func with(_ places: Int...) -> [Intervention] {
      attributed.with(InterventionSet(places.map { InterventionSet(only: $0) })).interventions
    }
    #expect(with() == [old, kept, lost])
    #expect(with(0) == [new, kept, lost])
    #expect(with(1, 2).map(\.id) == ["moved", "kept", "added"])
    #expect(with(0, 1, 2) == attributed.scenario.interventions)
    let found = try run(attributed, .exact)
    #expect(found.shares[2][0] < 0 && found.shares[0][0] > 0)
  }

  @Test("A scenario that does what the baseline does has nothing to credit")
  func nothing() {
    #expect(throws: AnalysisError.self) {
      try AttributedScenario(
        model: model, baseline: Scenario(id: "a"), scenario: Scenario(id: "b"))
    }
  }
}
