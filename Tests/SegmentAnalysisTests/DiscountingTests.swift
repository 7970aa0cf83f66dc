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
