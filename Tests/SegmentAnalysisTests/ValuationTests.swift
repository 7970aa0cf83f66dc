import SegmentModel
import Testing

@testable import SegmentAnalysis
@testable import SegmentSimulation

@Suite("Valuation")
struct ValuationTests {
  @Test("Trapezoid weights integrate a straight line exactly", arguments: StepLength.allCases)
  func straightLine(step: StepLength) throws {
    let model = ValuedModel.model(years: 3, step: step)
    let steps = 3 * 12 / step.months
    var tallies = ValuedModel.tallies(model)
    for boundary in 0...steps {
      tallies.occupancy[boundary * tallies.layout.groups.count * 3 + 1] = Int64(boundary)
    }
    let years = try care(model, tallies)
    // The integral of t / Δ over the three years, year by year.
    for (year, pounds) in years.enumerated() {
      let (from, to) = (Double(year), Double(year + 1))
      #expect(close(pounds, (to * to - from * from) / 2 / step.years, within: 1e-9))
    }
  }

  @Test("Each choice of weights counts the boundaries it names")
  func weights() throws {
    func total(_ weights: CycleWeights) throws -> Double {
      let model = ValuedModel.model(years: 3, weights: weights)
      var tallies = ValuedModel.tallies(model)
      for (boundary, people) in [1, 10, 100, 1000].enumerated() {
        tallies.occupancy[boundary * tallies.layout.groups.count * 3 + 1] = Int64(people)
      }
      return try care(model, tallies).reduce(0, +)
    }
    #expect(try total(.start) == 111)
    #expect(try total(.end) == 1110)
    #expect(try total(.everyBoundary) == 1111)
    #expect(try total(.trapezoid) == 610.5)
  }

  @Test("Nothing before the reported period counts, and its start is the base date")
  func lead() throws {
    let model = ValuedModel.model(lead: 2, years: 2, step: .quarter)
    var tallies = ValuedModel.tallies(model)
    tallies.happenedInStep[7 * 3 + 2] = 1_000
    tallies.happenedInStep[8 * 3 + 2] = 1
    let pounds = try #require(
      Valuation(model: model, scenario: Scenario(id: "base"), step: .quarter)
        .pounds(tallies, ratePerYear: 0.035)[
          CostItem(category: .events, payer: 0, id: "crisis")])
    #expect(pounds == [1000 * Discounting.factor(ratePerYear: 0.035, years: 0.125), 0])
  }

  @Test("A programme costs what it does, in the steps in which it runs")
  func programme() throws {
    let model = ValuedModel.model(years: 2, step: .quarter)
    let scenario = ValuedModel.programme(
      starts: CalendarMonth(year: 2022, month: 7), ends: CalendarMonth(year: 2023, month: 4))
    var tallies = ValuedModel.tallies(model, scenario)
    let groups = tallies.layout.groups.count
    tallies.startedInStep[1] = 7
    tallies.happenedToReachedInStep[2] = 3
    for boundary in 1...3 { tallies.reached[boundary * groups] = 4 }
    let pounds = try Valuation(model: model, scenario: scenario, step: .quarter)
      .pounds(tallies, ratePerYear: 0)
    func item(_ basis: String) -> [Double]? {
      pounds[CostItem(category: .programme, payer: 0, id: "visits: \(basis)")]
    }
    #expect(item("per year") == [0.75, 0])
    #expect(item("per person reached") == [70, 0])
    #expect(item("per crisis") == [3000, 0])
    // Four people are reached in steps 1 to 3.
    #expect(item("per person-year") == [300, 0])
  }

  @Test(
    "A programme's person-years are those in which it runs, whatever the weights",
    arguments: CycleWeights.allCases.filter { $0 != .everyBoundary },
    [(2020, 2021), (2022, nil), (2022, 2023), (2020, nil)] as [(Int, Int?)])
  func personYears(weights: CycleWeights, runs: (starts: Int, ends: Int?)) throws {
    let start = CalendarMonth(year: 2020, month: 1)
    let model = Model(
      id: "m", start: start, years: 4, step: .year, cycleWeights: weights,
      payers: [Payer(id: "a"), Payer(id: "b")], population: PopulationPlan(residents: 100),
      pathways: [Pathway(id: "p", segments: [Segment(id: "a")])],
      events: [Event(id: "e", name: "", chance: .probability(Quantity(1), per: .year))])
    let pound = Quantity(1)
    let scenario = Scenario(
      id: "s",
      interventions: [
        Intervention(
          id: "i", starts: CalendarMonth(year: runs.starts, month: 1),
          ends: runs.ends.map { CalendarMonth(year: $0, month: 1) },
          costs: [
            .perPersonYear(UnitCost(payer: 0, pounds: pound)),
            .perEvent(UnitCost(payer: 0, pounds: pound), happening: 0),
            .perEvent(UnitCost(payer: 1, pounds: pound), happening: 0),
          ])
      ])
    let tallies = try Simulation(model: model, scenarios: [scenario])
      .run(seed: 1, replicates: [0], threads: 1)[0][0]
    let valuation = try Valuation(model: model, scenario: scenario, step: .year)
    let pounds = valuation.pounds(tallies, ratePerYear: 0)
    let expected = (2020..<2024).map { year in
      year >= runs.starts && year < runs.ends ?? .max ? 100.0 : 0
    }
    func item(_ payer: Int, _ basis: String) -> CostItem {
      CostItem(category: .programme, payer: payer, id: "i: per \(basis)")
    }
    #expect(pounds[item(0, "person-year")] == expected)
    // Each payer pays for the same events.
    #expect(pounds[item(0, "e")] == expected)
    #expect(pounds[item(1, "e")] == expected)
  }

  @Test("QALYs are years lived less losses plus gains")
  func qalys() throws {
    let model = ValuedModel.model(years: 1, utility: Quantity(0.8))
    let scenario = ValuedModel.programme()
    var tallies = ValuedModel.tallies(model, scenario)
    let groups = tallies.layout.groups.count
    for boundary in 0...1 {
      tallies.living[boundary * groups] = 100
      tallies.occupancy[boundary * groups * 3 + 1] = 20
      tallies.reached[boundary * groups] = 10
    }
    tallies.happenedInStep[2] = 6
    let valuation = try Valuation(model: model, scenario: scenario, step: .year)
    let qalys = try #require(valuation.qalys(tallies, ratePerYear: 0)).reduce(0, +)
    #expect(close(qalys, 100 * 0.8 - 20 * 0.25 + 10 * 0.5 - 6 * 0.1))
    #expect(valuation.lifeYears(tallies, ratePerYear: 0) == [100])
    let without = try Valuation(model: ValuedModel.model(), scenario: scenario, step: .year)
    #expect(
      without.qalys(ValuedModel.tallies(ValuedModel.model(), scenario), ratePerYear: 0) == nil)
  }

  @Test("The value of a sum is the sum of the values")
  func linear() throws {
    let model = ValuedModel.model()
    let simulation = try Simulation(model: model, scenarios: [ValuedModel.programme()])
    let runs = try simulation.run(seed: 3, replicates: [0, 1], threads: 1).map { $0[0] }
    var both = runs[0]
    both.add(runs[1])
    let valuation = try Valuation(model: model, scenario: ValuedModel.programme(), step: .year)
    let parts = runs.map { valuation.pounds($0, ratePerYear: 0.035) }
    for (item, years) in valuation.pounds(both, ratePerYear: 0.035) {
      // What it costs for running at all does not depend on what happened.
      if item.id == "visits: per year" { continue }
      for (year, pounds) in years.enumerated() {
        let sum = parts.reduce(0) { $0 + ($1[item]?[year] ?? .nan) }
        #expect(close(pounds, sum, within: 1e-6))
      }
    }
  }

  private func care(_ model: Model, _ tallies: Tallies) throws -> [Double] {
    let valuation = try Valuation(
      model: model, scenario: Scenario(id: "base"), step: model.step)
    let item = CostItem(category: .care, payer: 1, id: "illness/ill")
    return try #require(valuation.pounds(tallies, ratePerYear: 0)[item])
  }
}
