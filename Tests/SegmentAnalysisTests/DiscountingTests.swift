import Foundation
import SegmentModel
import Testing

@testable import SegmentAnalysis
@testable import SegmentSimulation

@Suite("Discounting")
struct DiscountingTests {
  @Test("A factor is exact in fractions of years")
  func factors() {
    #expect(close(Discounting.factor(ratePerYear: 0.035, years: 10), 0.7089188137))
    #expect(close(Discounting.factor(ratePerYear: 0.035, years: 0.25), 0.9914366, within: 1e-7))
    #expect(Discounting.factor(ratePerYear: 0, years: 7.25) == 1)
  }

  @Test("Ten annual payments at the start, the middle and the end of years")
  func payments() throws {
    func total(_ weights: CycleWeights) throws -> Double {
      let model = ValuedModel.model(weights: weights)
      var tallies = ValuedModel.tallies(model)
      for boundary in 0...10 {
        tallies.occupancy[boundary * tallies.layout.groups.count * 3 + 1] = 1
      }
      return try care(model, tallies)
    }
    #expect(close(try total(.start), 8.6076865, within: 1e-7))
    #expect(close(try total(.end), 8.3166053, within: 1e-7))
    let model = ValuedModel.model()
    let scenario = ValuedModel.programme()
    let valuation = try Valuation(model: model, scenario: scenario, step: .year)
    let pounds = valuation.pounds(ValuedModel.tallies(model, scenario), ratePerYear: 0.035)
    let item = CostItem(category: .programme, payer: 0, id: "visits: per year")
    #expect(close(try #require(pounds[item]).reduce(0, +), 8.4608942, within: 1e-7))
  }

  @Test("Quarters are discounted by their own time, not by whole years or a quarter of the rate")
  func quarters() throws {
    let model = ValuedModel.model(step: .quarter)
    let timeline = try Timeline(model: model, step: .quarter)
    #expect(timeline.steps == 40)
    let last = Discounting.factor(
      ratePerYear: 0.035, years: timeline.elapsedYears(atBoundary: timeline.steps))
    #expect(close(last, 0.7089188137))
    // (1 + r/4)^-40, as some published code has it, is 0.70576.
    #expect(!close(last, 0.70576, within: 1e-3))
    let scenario = ValuedModel.programme()
    let valuation = try Valuation(model: model, scenario: scenario, step: .quarter)
    let item = CostItem(category: .programme, payer: 0, id: "visits: per year")
    for rate in [0, 0.015, 0.035] {
      let pounds = valuation.pounds(ValuedModel.tallies(model, scenario), ratePerYear: rate)
      let known = (0..<40).reduce(0) { $0 + pow(1 + rate, -Double(2 * $1 + 1) / 8) / 4 }
      #expect(close(try #require(pounds[item]).reduce(0, +), known))
    }
  }

  @Test("Ten annual payments at 0%, 1.5% and 3.5% stand side by side")
  func rates() throws {
    let model = ValuedModel.model(
      weights: .start, rates: [0, 0.015, 0.035].map { DiscountRate($0) })
    let scenario = Scenario(id: "base")
    var tallies = ValuedModel.tallies(model)
    for boundary in 0...10 {
      tallies.occupancy[boundary * tallies.layout.groups.count * 3 + 1] = 1
    }
    var comparison = try Comparison(model: model, scenarios: [scenario], step: .year)
    comparison.add(replicate: 0, tallies: [tallies])
    #expect(comparison.catalogue.discountRates == [0, 0.015, 0.035])
    // (1 - v^10) / (1 - v) with v = 1 / (1 + r).
    for (index, known) in [10, 9.360517320, 8.6076865].enumerated() {
      let care = Measure.spending(category: .care, payer: 1, rate: index, year: nil)
      let value = try #require(comparison.results[0].value(care))
      #expect(close(value.mean, known, within: 1e-7))
    }
  }

  @Test("Ten annual payments at 3.5% against ten annual QALYs at 1.5%, each read once")
  func ownRates() throws {
    let both = DiscountRate(costs: 0.035, health: 0.015)
    let rates = [DiscountRate.none, DiscountRate(0.035), both]
    let model = ValuedModel.model(weights: .start, rates: rates, utility: Quantity(1))
    let (scenario, none) = (ValuedModel.programme(), Scenario(id: "base"))
    var tallies = ValuedModel.tallies(model)
    var others = ValuedModel.tallies(model, scenario)
    for boundary in 0...10 {
      let groups = tallies.layout.groups.count
      // One who is ill, at 1 pound and 0.75 QALYs a year, against two of them; what a year of the
      // programme costs, 1 pound in its middle, and nobody is reached.
      (tallies.occupancy[boundary * groups * 3 + 1], tallies.living[boundary * groups]) = (1, 1)
      (others.occupancy[boundary * groups * 3 + 1], others.living[boundary * groups]) = (2, 2)
    }
    var comparison = try Comparison(model: model, scenarios: [none, scenario], step: .year)
    comparison.add(replicate: 0, tallies: [tallies, others])
    let catalogue = comparison.catalogue
    #expect(catalogue.discountRates == [0, 0.035, 0.015])
    #expect(catalogue.costRates == [0, 1] && catalogue.healthRates == [0, 1, 2])
    #expect(catalogue.valueRates == rates)
    // (1 - v^10) / (1 - v) with v = 1 / (1 + r), and the same half a year later.
    let (at35, at15) = (8.6076865, 9.360517320)
    let midYears = 8.4608942
    let base = comparison.results[0]
    let care = Measure.spending(category: .care, payer: 1, rate: 1, year: nil)
    #expect(close(try #require(base.value(care)).mean, at35, within: 1e-7))
    for (rate, known) in [(1, at35), (2, at15)] {
      let qalys = try #require(base.value(.qalys(rate: rate, year: nil))).mean
      #expect(close(qalys, 0.75 * known, within: 1e-7))
      let years = try #require(base.value(.lifeYears(rate: rate, year: nil))).mean
      #expect(close(years, known, within: 1e-7))
    }
    #expect(base.value(.spending(category: .care, payer: 1, rate: 2, year: nil)) == nil)
    let value = try #require(RunValue(comparison, rate: both))
    #expect(close(value.draws.pounds[0][0], at35, within: 1e-7))
    #expect(close(value.draws.qalys[0][0], 0.75 * at15, within: 1e-7))
    guard case .frontier(let price, _) = value.incremental.rows[1].standing else {
      Issue.record("the dearer gives more, so that it is on the frontier")
      return
    }
    #expect(close(price, (at35 + midYears) / (0.75 * at15), within: 1e-7))
    // At 20,000 pounds a QALY, of both scenarios; counted as a loss.
    let benefit = AttributedMeasure.netBenefit(poundsPerQALY: 20_000, rate: both)
    for (scenario, tallies, people, programme) in [
      (none, tallies, 1.0, 0.0), (scenario, others, 2, midYears),
    ] {
      let reader = try AttributedReader(
        model: model, scenario: scenario, step: .year, measures: [benefit])
      let known = people * at35 + programme - 20_000 * people * 0.75 * at15
      #expect(close(reader.values(tallies)[0], known, within: 1e-3))
    }
  }

  private func care(_ model: Model, _ tallies: Tallies) throws -> Double {
    let valuation = try Valuation(model: model, scenario: Scenario(id: "base"), step: .year)
    let item = CostItem(category: .care, payer: 1, id: "illness/ill")
    return try #require(valuation.pounds(tallies, ratePerYear: 0.035)[item]).reduce(0, +)
  }
}

/// Whether two numbers agree to an absolute tolerance.
func close(_ a: Double, _ b: Double, within tolerance: Double = 1e-10) -> Bool {
  (a - b).magnitude <= tolerance
}
