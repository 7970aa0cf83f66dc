import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

@Suite("Comparison")
struct ComparisonTests {
  private static let model = ValuedModel.model(
    lead: 1, years: 3, step: .quarter, utility: Quantity(0.9))
  private static let base = Scenario(id: "base")
  private static let programme = ValuedModel.programme(
    starts: CalendarMonth(year: 2023, month: 4))

  private static func compare(_ scenarios: [Scenario], _ replicates: [Int]) throws -> Comparison {
    let simulation = try Simulation(model: model, scenarios: scenarios)
    var comparison = try Comparison(model: model, scenarios: scenarios, step: .quarter)
    let tallies = try simulation.run(seed: 5, replicates: replicates, threads: 2)
    for (replicate, tallies) in zip(replicates, tallies) {
      comparison.add(replicate: replicate, tallies: tallies)
    }
    return comparison
  }

  private let headline = Measure.outcome(0, cause: nil, year: nil, group: 0)

  @Test("Every difference is exactly the negative of its reverse")
  func signs() throws {
    let there = try Self.compare([Self.base, Self.programme], Array(0..<5))
    let back = try Self.compare([Self.programme, Self.base], Array(0..<5))
    for measure in there.measures {
      let forwards = try #require(there.results[1].avoided(measure))
      let backwards = try #require(back.results[1].avoided(measure))
      #expect(forwards.mean == -backwards.mean)
      #expect(forwards.moments.sdLuck == backwards.moments.sdLuck)
    }
  }

  @Test("A programme that halves admissions avoids some, and costs money")
  func direction() throws {
    let result = try Self.compare([Self.base, Self.programme], Array(0..<5)).results[1]
    #expect(try #require(result.avoided(headline)).mean > 0)
    let spending = Measure.spending(category: .programme, payer: nil, rate: 0, year: nil)
    #expect(try #require(result.avoided(spending)).mean < 0)
  }

  @Test("The baseline differs from itself by exactly nothing")
  func identity() throws {
    let comparison = try Self.compare([Self.base, Self.programme], [0, 1])
    for measure in comparison.measures {
      #expect(comparison.results[0].avoided(measure)?.mean == 0)
    }
  }

  @Test("Years add up to the period, causes to the outcome, and payers to all")
  func sums() throws {
    let comparison = try Self.compare([Self.base, Self.programme], [0, 1, 2])
    let result = comparison.results[1]
    func mean(_ measure: Measure) throws -> Double { try #require(result.value(measure)).mean }
    let total = try mean(headline)
    let years = try (0..<3).map { try mean(.outcome(0, cause: nil, year: $0, group: 0)) }
    #expect(close(years.reduce(0, +), total, within: 1e-6))
    #expect(try mean(.outcome(0, cause: 0, year: nil, group: 0)) == total)
    let all = try mean(.spending(category: nil, payer: nil, rate: 1, year: nil))
    let items = try comparison.catalogue.items.indices.map {
      try mean(.cost(item: $0, rate: 1, year: nil))
    }
    #expect(close(items.reduce(0, +), all, within: 1e-4))
    let payers = try [0, 1].map {
      try mean(.spending(category: nil, payer: $0, rate: 1, year: nil))
    }
    #expect(close(payers.reduce(0, +), all, within: 1e-4))
  }

  @Test("Counted residents are conserved: living, dead and the start of the period")
  func conservation() throws {
    let result = try Self.compare([Self.base], [0]).results[0]
    let start = try #require(result.value(.residents(boundary: 0, group: 0))).mean
    let end = try #require(result.value(.residents(boundary: 3, group: 0))).mean
    #expect(start - end == result.value(.deaths(year: nil))?.mean)
  }

  @Test("A replicate is the same alone and in a batch")
  func replay() throws {
    let batch = try Self.compare([Self.base, Self.programme], Array(0..<4))
    let alone = try Self.compare([Self.base, Self.programme], [2])
    let values = try #require(batch.results[1].value(headline)?.values)
    #expect(alone.results[1].value(headline)?.values == [values[2]])
    let avoided = try #require(alone.results[1].avoided(headline))
    #expect(Intervals(level: 0.8, draws: 1, replicates: 1).onePlace(avoided) == nil)
  }

  @Test("Results without discounting are always there")
  func undiscounted() throws {
    let model = ValuedModel.model(rates: [DiscountRate(0.035)])
    let comparison = try Comparison(model: model, scenarios: [Self.base], step: .year)
    #expect(comparison.catalogue.discountRates == [0, 0.035])
    #expect(comparison.catalogue.undiscounted == 0)
  }
}
