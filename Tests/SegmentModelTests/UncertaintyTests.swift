import Testing

@testable import SegmentModel

@Suite("Uncertain numbers")
struct UncertaintyTests {
  private func rate(_ number: String) throws -> Quantity {
    try Example.fixture(diagnosisRate: number).load().model.pathways[2].moves[1].chance.quantity
  }

  @Test("A number without a distribution is fixed, as is one that says so")
  func fixed() throws {
    #expect(try rate(#""value": 0.11, "range95": [0.1, 0.2]"#).uncertainty == nil)
    #expect(try rate(#""value": 0.11, "distribution": "fixed""#).uncertainty == nil)
  }

  @Test(
    "Each distribution has parameters and values that make sense",
    arguments: [
      (#""distribution": "gamma", "range95": [0.1, 0.12]"#, 0.0...1000),
      (#""distribution": "normal", "range95": [0.01, 0.21]"#, 0...1000),
      (#""distribution": "normal", "range95": [0.01, 0.21], "range": [0, 0.22]"#, 0...0.22),
      (#""distribution": "triangular", "range": [0.05, 0.2]"#, 0.05...0.2),
      (#""distribution": "uniform", "range": [0.1, 0.12]"#, 0.1...0.12),
      (#""distribution": "uniform", "range95": [0.1, 0.12]"#, 0...1000),
      (#""distribution": "beta", "range95": [0.1, 0.12]"#, 0...1000),
    ])
  func distributions(words: String, support: ClosedRange<Double>) throws {
    let quantity = try rate("\"value\": 0.11, \(words)")
    guard case .value(let distribution) = quantity.uncertainty?.kind else {
      Issue.record("not drawn")
      return
    }
    #expect(distribution.support == support)
    #expect(quantity.uncertainty?.correlation == nil)
  }

  @Test("A number whose range is not below 0 is never drawn below 0")
  func sign() throws {
    func support(_ range: String) throws -> ClosedRange<Double>? {
      var files = Example.files
      let name = "interventions/case-finding.json"
      files[name] = files[name]?.replacing(
        #""multiplyRate": 3"#,
        with: """
          "addRatePerYear": { "value": 0.1, "range95": \(range), "distribution": "normal",
                              "source": "case", "quality": "assumed" }
          """)
      let effect = try Fixture(files).load().scenarios[1].interventions[0].effects[0]
      guard case .value(let found) = effect.change.quantity.uncertainty?.kind else { return nil }
      return found.support
    }
    #expect(try support("[0, 0.2]") == 0...1000)
    #expect(try support("[-0.1, 0.3]") == -1000...1000)
  }

  @Test("Numbers that move together name a group")
  func correlated() throws {
    let words = #""value": 0.11, "distribution": "gamma", "range95": [0.1, 0.12]"#
    let plain = try rate(words + #", "correlated": "finding""#)
    #expect(plain.uncertainty?.correlation == Correlation(group: "finding"))
    let half = try rate(words + #", "correlated": { "group": "finding", "correlation": -0.25 }"#)
    let found = try #require(half.uncertainty?.correlation)
    #expect(found == Correlation(group: "finding", correlation: -0.25) && found.loading == -0.5)
  }

  @Test("A table has a factor, or is a split")
  func tables() throws {
    let table = #""value": { "byAge": { "0-64": 0.5, "65+": 0.25 } }"#
    let factor = try rate(
      table + #", "relative95": [0.5, 2], "distribution": "logNormal", "correlated": "x""#)
    guard case .factor(let distribution) = factor.uncertainty?.kind else {
      Issue.record("no factor")
      return
    }
    #expect(distribution.support == 0...2000)
    #expect(distribution.quantile(0.5) == 1)
    #expect(factor.range95(of: 0.25) == 0.125...0.5)
    let split = try rate(table + #", "sampleSize": 60, "distribution": "dirichlet""#)
    #expect(split.uncertainty?.kind == .split(sampleSize: 60))
    // A third of 0.75, as known from 60: beta(20, 40), with scipy's quantiles.
    let range = try #require(split.range95(of: 0.25))
    #expect(abs(range.lowerBound - 0.75 * 0.2208117) < 1e-7)
    #expect(abs(range.upperBound - 0.75 * 0.45637999) < 1e-6)
  }

  @Test("A single share of a split names the split")
  func share() throws {
    let quantity = try rate(
      #""value": 0.25, "sampleSize": 40, "distribution": "dirichlet", "correlated": "ways""#)
    #expect(
      quantity.uncertainty
        == Uncertainty(.split(sampleSize: 40), correlation: Correlation(group: "ways")))
  }

  @Test("Tags follow from where a number stands, unless it says otherwise")
  func tags() throws {
    let run = try Fixture(Example.files).load()
    let finding = run.scenarios[1].interventions[0]
    #expect(run.model.population.birthsPerYear?.tag == .outside)
    #expect(run.model.pathways[2].moves[1].chance.quantity.tag == .evidence)
    #expect(run.model.events[0].costs[0].pounds.tag == .evidence)
    #expect(finding.reach.ramp[0].share.tag == .delivery)
    #expect(finding.capacityPerYear?.tag == .delivery)
    #expect(finding.effects[0].change.quantity.tag == .evidence)
    #expect(finding.costs.allSatisfy { $0.amount.pounds.tag == .delivery })
    #expect(try rate(#""value": 0.11, "tag": "outside""#).tag == .outside)
  }

  @Test("An id is the same wherever the files are kept")
  func ids() throws {
    func ids(_ folder: String, _ place: String) throws -> [String] {
      let files = Dictionary(
        uniqueKeysWithValues: Example.files.map { ("\(folder)/\($0.key)", $0.value) })
      var found: [String] = []
      let run = try Fixture(files).load(["\(folder)/\(place)"])
      _ = run.model.mapQuantities {
        found.append($0.id)
        return $0
      }
      for scenario in run.scenarios {
        _ = scenario.mapQuantities {
          found.append($0.id)
          return $0
        }
      }
      return found
    }
    let here = try ids(".", "together.json")
    #expect(here == (try ids("/a/b", "together.json")))
    #expect(here.contains("thurrock/pathways/hypertension.json:moves[1].ratePerYear"))
    #expect(here.contains("thurrock/together.json:change.case-finding.capacityPerYear"))
  }
}
