import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentSimulation

@testable import SegmentReport

/// A small run made with the engine, for tests of what is written about it.
enum SmallRun {
  static let model = Model(
    id: "small", name: "Small Place", start: CalendarMonth(year: 2022, month: 4), years: 2,
    priceYear: "2023/24", discountRatesPerYear: [.none, DiscountRate(0.035)],
    baseUtility: Quantity(0.9),
    payers: [Payer(id: "nhs", name: "NHS"), Payer(id: "asc", name: "Adult social care")],
    outcomes: [Outcome(id: "admission", name: "Emergency admissions")],
    resources: [Resource(id: "bed-days", name: "Bed-days", unit: "days")],
    population: PopulationPlan(residents: 3000), pathways: [pathway],
    events: [event("crisis", rate: 0.2, cause: "Crisis"), event("fall", rate: 0.1, cause: "Fall")])

  private static let pathway = Pathway(
    id: "illness",
    segments: [
      Segment(id: "well"),
      Segment(
        id: "ill", costs: [RunningCost(payer: 1, poundsPerYear: Quantity(500))],
        utilityLoss: Quantity(0.2)),
      Segment(id: "dead", leaves: .died),
    ],
    moves: [
      Event(
        id: "illness/death", name: "Death", move: OwnMove(pathway: 0, from: [0, 1], to: 2),
        chance: .ratePerYear(Quantity(0.01))),
      Event(
        id: "illness/onset", name: "Onset", move: OwnMove(pathway: 0, from: [0], to: 1),
        chance: .ratePerYear(Quantity(0.05))),
    ])

  private static func event(_ id: String, rate: Double, cause: String) -> Event {
    Event(
      id: id, name: cause, chance: .ratePerYear(Quantity(rate)),
      triggers: [
        Trigger(id: "worse", pathway: 0, from: [0], to: 1, probability: Quantity(0.1))
      ],
      costs: [UnitCost(payer: 0, pounds: Quantity(2000))],
      uses: [ResourceUse(resource: 0, amount: Quantity(3))], outcome: 0)
  }

  /// A programme that multiplies crises, at a price per person and year.
  static func scenario(_ id: String, name: String, multiplier: Double, price: Double) -> Scenario {
    Scenario(
      id: id, name: name,
      interventions: [
        Intervention(
          id: "visits", name: "Home visits", starts: model.start, reach: Reach(share: 0.5),
          effects: [Effect(target: .happening(2), change: .multiplyRate(Quantity(multiplier)))],
          costs: [.perPersonYear(UnitCost(payer: 0, pounds: Quantity(price)))],
          ambition: Ambition(id: "modest", name: "A little"))
      ])
  }

  static let baseline = Scenario(id: "base", name: "Baseline")
  static let dear = scenario("dear", name: "Dear visits", multiplier: 0.5, price: 5000)
  static let cheap = scenario("cheap", name: "Cheap visits", multiplier: 0.5, price: 10)

  /// The comparison of scenarios with the baseline.
  static func compare(
    _ scenarios: [Scenario], replicates: Int = 6, model: Model = model,
    baseline: Scenario = baseline
  ) throws -> Comparison {
    let all = [baseline] + scenarios
    let simulation = try Simulation(model: model, scenarios: all)
    var comparison = try Comparison(model: model, scenarios: all, step: .quarter)
    let numbers = Array(0..<replicates)
    let tallies = try simulation.run(seed: 1, replicates: numbers, threads: 2)
    for (number, tallies) in zip(numbers, tallies) {
      comparison.add(replicate: number, tallies: tallies)
    }
    return comparison
  }

  static func record(_ comparison: Comparison) -> RunRecord {
    RunRecord(
      toolVersion: "1.2.3", commandLine: ["segflow", "run", "x.json"], seed: 1,
      replicates: comparison.replicates, step: .quarter, level: 0.8,
      scenarios: comparison.scenarios.map(\.id), files: [], inputs: [])
  }

  static func environment(ended: Double = 1) -> RunEnvironment {
    RunEnvironment(
      host: "here", system: "Linux", threads: 2, started: Date(timeIntervalSince1970: 0),
      ended: Date(timeIntervalSince1970: ended))
  }
}
