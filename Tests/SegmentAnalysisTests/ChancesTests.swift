import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

@Suite("Chances")
struct ChancesTests {
  private static let headline = Measure.outcome(0, cause: nil, year: nil, group: 0)
  private static let net = Measure.spending(category: nil, payer: nil, rate: 0, year: nil)

  private static var model: Model {
    var model = ValuedModel.model(years: 2)
    model.population.deprivation = ["poor", "middle", "rich"]
    model.population.deprivationShares = [[0.2, 0.5, 0.3]]
    return model
  }

  /// A comparison with numbers made up: by draw, replicate and scenario, those of some measures.
  private static func compare(_ numbers: [[[[Measure: Double]]]]) throws -> Comparison {
    let names = ["base", "one", "two"].prefix(numbers[0][0].count)
    var comparison = try Comparison(
      model: model, scenarios: names.map { Scenario(id: $0) }, step: .year)
    let places = Dictionary(
      uniqueKeysWithValues: zip(comparison.measures, comparison.measures.indices))
    for (draw, replicates) in numbers.enumerated() {
      for (replicate, scenarios) in replicates.enumerated() {
        let values = scenarios.map { known in
          var values = [Double](repeating: 0, count: comparison.measures.count)
          for (measure, value) in known { values[places[measure]!] = value }
          return values
        }
        comparison.add(draw: draw + 1, replicate: replicate, values: values)
      }
    }
    return comparison
  }

  @Test("They are shares of all replicates, with an error by the number of draws")
  func shares() throws {
    let avoided: [[Double]] = [[5, 7], [-1, 3], [0, 4], [6, 6]]
    let comparison = try Self.compare(
      avoided.map { $0.map { [[Self.headline: 100], [Self.headline: 100 - $0]] } })
    let chances = Chances(comparison)
    let some = try #require(chances.chance(.avoidsAny(outcome: 0), scenario: 1))
    #expect(some.probability == 0.75)
    #expect((some.draws, some.replicates) == (4, 2))
    #expect(close(try #require(some.standardError), (0.75 * 0.25 / 4).squareRoot()))
    func atLeast(_ number: Double) -> Double? {
      chances.avoids(atLeast: number, outcome: 0, scenario: 1)?.probability
    }
    #expect([-1, 0, 4, 6, 6.5, 8].map(atLeast) == [1, 0.875, 0.625, 0.375, 0.125, 0])
    let grid = chances.grid(outcome: 0, scenario: 1)
    #expect(grid == (-1...7).map(Double.init))
    #expect(chances.chance(.avoidsAny(outcome: 0), scenario: 0) == nil)
  }

  @Test("The best of those compared is one, or shared by equals")
  func best() throws {
    let spent: [[Double]] = [[10, 8, 9], [10, 10, 12], [10, 7, 7], [9, 8, 8]]
    let comparison = try Self.compare(spent.map { [$0.map { [Self.net: $0] }] })
    let chances = Chances(comparison)
    let best = (0..<3).map { chances.chance(.costsLeast(rate: 0), scenario: $0)?.probability }
    #expect(best == [0.125, 0.625, 0.25])
    let saves = (1..<3).map {
      chances.chance(.savesMoney(payer: nil, rate: 0), scenario: $0)?.probability
    }
    #expect(saves == [0.75, 0.75])
  }

  @Test("Whether the most deprived gain more is a matter of rates")
  func deprivation() throws {
    let groups = try Self.compare([[[[:]]]]).catalogue.groups
    let ids = ["poor", "rich"].map { id in groups.firstIndex { $0.id == id } }
    let (poor, rich) = (try #require(ids[0]), try #require(ids[1]))
    func numbers(_ poorOutcomes: Double, people: Double) -> [Measure: Double] {
      var numbers: [Measure: Double] = [
        .outcome(0, cause: nil, year: nil, group: poor): poorOutcomes,
        .outcome(0, cause: nil, year: nil, group: rich): 10,
      ]
      for boundary in 0...2 {
        numbers[.residents(boundary: boundary, group: poor)] = people
        numbers[.residents(boundary: boundary, group: rich)] = 100
      }
      return numbers
    }
    // They gain by fewer outcomes, and by as many among more people; not by more; and as much where they
    // start with fewer.
    let after = [numbers(28, people: 100), numbers(30, people: 120), numbers(31, people: 100)]
    let comparison = try Self.compare(after.map { [[numbers(30, people: 100), $0]] })
    let chance = Chances(comparison).chance(.mostDeprivedGainMore, scenario: 1)
    #expect(close(try #require(chance).probability, 2.0 / 3))
    let fewer = try Self.compare([[[numbers(5, people: 100), numbers(4, people: 100)]]])
    #expect(Chances(fewer).chance(.mostDeprivedGainMore, scenario: 1)?.probability == 1)
  }

  @Test("A run stops at the end of the batch that makes the difference known")
  func stopping() throws {
    func comparison(_ draws: Int, sd: Double) throws -> Comparison {
      var source = SyntheticDraws(mean: 50, sdParameters: sd, sdLuck: 0)
      return try Self.compare(
        (0..<draws).map { _ in
          let avoided = source.expectation()
          return [0, 1].map { _ in [[Self.headline: 100], [Self.headline: 100 - avoided]] }
        })
    }
    let rule = StoppingRule(error: 0.01, most: 60)
    #expect(!rule.hasEnded(try comparison(19, sd: 0.1)))
    #expect(rule.hasEnded(try comparison(20, sd: 0.1)))
    #expect(!rule.hasEnded(try comparison(20, sd: 20)))
    let most = try comparison(60, sd: 20)
    #expect(rule.hasEnded(most) && !rule.isMet(most))
    // 20 / 50 = 0.4 a draw, so 0.01 takes about 1,600. A variance of 60 draws is known to √(2/59), the
    // square of their mean to twice 0.4 / √60; 3.9 standard errors are passed once in 10,000 times.
    let error = (2.0 / 59 + 4 * 0.4 * 0.4 / 60).squareRoot()
    #expect(abs(Double(try #require(rule.needed(most))) / 1600 - 1) < 3.9 * error)
    #expect(StoppingRule.reached(try comparison(20, sd: 0)) == 0)
    let nothing = try Self.compare(Array(repeating: [[[:], [:]]], count: StoppingRule.batch))
    // What is rare may not have happened yet.
    #expect(StoppingRule.reached(nothing) == .infinity)
    #expect(!StoppingRule(error: 0.5, most: 60).hasEnded(nothing))
  }
}
