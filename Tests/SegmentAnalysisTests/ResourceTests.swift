import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

@Suite("Resources")
struct ResourceTests {
  private static let resources = [
    Resource(id: "hours", unit: "hours"), Resource(id: "beds", unit: "days"),
  ]

  /// A model and a scenario in which everything takes of a resource what it costs a payer.
  private static func mirrored() -> (model: Model, scenario: Scenario) {
    var model = ValuedModel.model(lead: 1, years: 3, step: .quarter)
    model.resources = resources
    func use(_ payer: Int, _ amount: Quantity) -> ResourceUse {
      ResourceUse(resource: payer, amount: amount)
    }
    for segment in model.pathways[0].segments.indices {
      model.pathways[0].segments[segment].uses = model.pathways[0].segments[segment].costs.map {
        use($0.payer, $0.poundsPerYear)
      }
    }
    model.pathways[0].moves[1].costs = [UnitCost(payer: 1, pounds: Quantity(7))]
    model.pathways[0].moves[1].uses = [use(1, Quantity(7))]
    model.events[0].uses = model.events[0].costs.map { use($0.payer, $0.pounds) }
    var scenario = ValuedModel.programme(starts: CalendarMonth(year: 2023, month: 7))
    scenario.interventions[0].uses = scenario.interventions[0].costs.map { cost in
      let same = use(cost.amount.payer, cost.amount.pounds)
      return switch cost {
      case .perPersonReached: .perPersonReached(same)
      case .perPersonYear: .perPersonYear(same)
      case .perEvent(_, let happening): .perEvent(same, happening: happening)
      case .perYear: .perYear(same)
      }
    }
    return (model, scenario)
  }

  private static func compare(_ model: Model, _ scenario: Scenario) throws -> Comparison {
    let scenarios = [Scenario(id: "base"), scenario]
    let simulation = try Simulation(model: model, scenarios: scenarios)
    var comparison = try Comparison(model: model, scenarios: scenarios, step: model.step)
    let tallies = try simulation.run(seed: 5, replicates: [0, 1, 2], threads: 2)
    for (replicate, tallies) in tallies.enumerated() {
      comparison.add(replicate: replicate, tallies: tallies)
    }
    return comparison
  }

  @Test("What takes as much as it costs takes in all what is spent, year by year, item by item")
  func mirrorsMoney() throws {
    let (model, scenario) = Self.mirrored()
    let comparison = try Self.compare(model, scenario)
    let catalogue = comparison.catalogue
    #expect(catalogue.uses.map(\.id) == catalogue.items.map(\.id))
    #expect(catalogue.uses.map(\.category) == catalogue.items.map(\.category))
    #expect(catalogue.uses.count == 7)
    for result in comparison.results {
      for year in [0, 1, 2, nil] {
        for resource in [0, 1] {
          let amount = try #require(result.value(.resource(resource, year: year)))
          let spending = Measure.spending(
            category: nil, payer: resource, rate: catalogue.undiscounted, year: year)
          let pounds = try #require(result.value(spending))
          #expect(amount.mean > 0)
          #expect(close(amount.mean, pounds.mean, within: 1e-6))
        }
        for item in catalogue.uses.indices {
          let cost = Measure.cost(item: item, rate: catalogue.undiscounted, year: year)
          #expect(
            result.value(.use(item: item, year: year))?.mean == result.value(cost)?.mean)
        }
      }
    }
    let avoided = try #require(comparison.results[1].avoided(.resource(0, year: nil)))
    #expect(avoided.mean != 0)
    #expect(comparison.results[1].value(.resource(0, year: nil))?.values?.count == 3)
  }

  @Test("Happenings among those reached are counted for a use that nothing else counts")
  func countedForUses() throws {
    var (model, scenario) = Self.mirrored()
    let paid = try Self.compare(model, scenario)
    scenario.interventions[0].costs = []
    model.pathways[0].moves[1].costs = []
    let unpaid = try Self.compare(model, scenario)
    let item = try #require(unpaid.catalogue.uses.firstIndex { $0.id == "visits: per crisis" })
    let amount = try #require(unpaid.results[1].value(.use(item: item, year: nil)))
    #expect(amount.mean > 0)
    #expect(amount == paid.results[1].value(.use(item: item, year: nil)))
  }
}
