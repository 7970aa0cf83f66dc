import SegmentModel
import Testing

@testable import SegmentAnalysis
@testable import SegmentSimulation

@Suite("Money of groups")
struct GroupMoneyTests {
  /// The valued model with two areas, the first with three in ten of the people.
  private static func model(step: StepLength = .quarter) -> Model {
    var model = ValuedModel.model(lead: 1, years: 3, step: step)
    model.population.areas = [Area(id: "north"), Area(id: "south")]
    model.population.ageBands = [AgeRange(0, 41), AgeRange(42, AgeRange.oldest)]
    model.population.people = [
      PeopleCell(area: 0, ages: AgeRange(40, 40), people: 3),
      PeopleCell(area: 1, ages: AgeRange(20, 60), people: 7),
    ]
    model.population.deprivationShares = [[1], [1]]
    return model
  }

  @Test("What groups of a kind cost makes up what everybody costs", arguments: StepLength.allCases)
  func sum(step: StepLength) throws {
    let model = Self.model(step: step)
    // Reach begins and ends within the reported period.
    let scenario = ValuedModel.programme(
      starts: CalendarMonth(year: 2023, month: 10), ends: CalendarMonth(year: 2024, month: 10))
    let tallies = try Simulation(model: model, scenarios: [scenario], step: step)
      .run(seed: 3, replicates: [0], threads: 1)[0][0]
    let valuation = try Valuation(model: model, scenario: scenario, step: step)
    let all = valuation.poundsByItem(tallies, ratePerYear: 0)
    #expect(Set(valuation.items.map(\.category)) == Set(CostCategory.allCases))
    #expect(all.allSatisfy { $0.contains { $0 > 0 } }, "every item costs something")
    let groups = tallies.layout.groups
    for kind in [TallyGroup.Kind.area, .ageBand, .sex, .deprivation] {
      let parts = groups.indices.filter { groups[$0].kind == kind }
        .map { valuation.poundsByItem(tallies, group: $0) }
      for (item, years) in all.enumerated() {
        for (year, pounds) in years.enumerated() {
          let sum = parts.reduce(0) { $0 + $1[item][year] }
          #expect(close(sum, pounds, within: 1e-9 * max(1, pounds)), "\(valuation.items[item])")
        }
      }
    }
  }

  @Test("A group costs what befell its residents")
  func own() throws {
    let model = Self.model(step: .year)
    let scenario = ValuedModel.programme()
    var tallies = ValuedModel.tallies(model, scenario)
    let (groups, north, firstYear) = (tallies.layout.groups.count, 1, 1)
    tallies.happened[(firstYear * groups + north) * 3 + 2] = 4
    tallies.started[firstYear * groups + north] = 5
    tallies.happenedToReached[firstYear * groups + north] = 6
    tallies.occupancy[(firstYear * groups + north) * 3 + 1] = 7
    tallies.occupancy[((firstYear + 1) * groups + north) * 3 + 1] = 9
    tallies.reached[firstYear * groups + north] = 8
    tallies.reached[(firstYear + 1) * groups + north] = 8
    let valuation = try Valuation(model: model, scenario: scenario, step: .year)
    let pounds = Dictionary(
      uniqueKeysWithValues: zip(
        valuation.items.map(\.id), valuation.poundsByItem(tallies, group: north)))
    #expect(pounds["illness/ill"] == [8, 4.5, 0])
    #expect(pounds["crisis"] == [4000, 0, 0])
    #expect(pounds["visits: per person reached"] == [50, 0, 0])
    #expect(pounds["visits: per crisis"] == [6000, 0, 0])
    #expect(pounds["visits: per person-year"] == [800, 400, 0])
  }

  @Test("What a programme costs a year goes by who is reached, and by who lives where nobody is")
  func running() throws {
    let model = Self.model(step: .year)
    let scenario = ValuedModel.programme()
    var tallies = ValuedModel.tallies(model, scenario)
    let (groups, north, firstYear) = (tallies.layout.groups.count, 1, 1)
    for boundary in firstYear...firstYear + 3 {
      tallies.living[boundary * groups] = 10
      tallies.living[boundary * groups + north] = 3
    }
    for boundary in firstYear...firstYear + 1 {
      tallies.reached[boundary * groups] = 8
      tallies.reached[boundary * groups + north] = 6
    }
    let valuation = try Valuation(model: model, scenario: scenario, step: .year)
    let item = try #require(valuation.items.firstIndex { $0.id == "visits: per year" })
    #expect(valuation.poundsByItem(tallies, group: north)[item] == [0.75, 0.75, 0.3])
  }

  @Test("A comparison tells the money of groups by category and payer")
  func measures() throws {
    let model = Self.model()
    let scenarios = [Scenario(id: "base"), ValuedModel.programme()]
    var comparison = try Comparison(model: model, scenarios: scenarios, step: .quarter)
    let simulation = try Simulation(model: model, scenarios: scenarios)
    for replicate in 0..<3 {
      comparison.add(
        replicate: replicate,
        tallies: try simulation.run(seed: 1, replicates: [replicate], threads: 1)[0])
    }
    let categories: [CostCategory?] = CostCategory.allCases + [nil]
    var told = 0
    for result in comparison.results {
      for (category, payer) in categories.flatMap({ category in
        [0, 1, nil].map { (category, $0 as Int?) }
      }) {
        for year in [0, 1, 2, nil] {
          let all = try #require(
            result.avoided(.spending(category: category, payer: payer, rate: 0, year: year)))
          let areas = try [1, 2].map { group in
            try #require(
              result.avoided(
                .groupSpending(category: category, payer: payer, year: year, group: group))
            ).mean
          }
          #expect(close(areas[0] + areas[1], all.mean, within: 1e-6))
          if areas.allSatisfy({ $0 != 0 }) { told += 1 }
        }
      }
    }
    #expect(told > 20, "not vacuous")
    #expect(
      comparison.results[0].value(.groupSpending(category: nil, payer: nil, year: 0, group: 0))
        == nil, "everybody has a measure of their own")
  }
}
