import Foundation
import SegmentModel
import Testing

@testable import SegmentAnalysis

/// Draws of places whose uncertain numbers are events that nothing depends on.
///
/// Tolerances are 4.9 standard errors, which luck alone exceeds once in a million times.
@Suite("Draws")
struct DrawSamplerTests {
  private static let sigmas = 4.9

  /// A place with events that have some rates.
  private static func place(_ rates: [String]) -> String {
    let events = rates.enumerated().map { "{ \"id\": \"e\($0)\", \"ratePerYear\": \($1) }" }
    return CalibrationFiles.place(
      residents: 100, pathways: "[ { \"id\": \"life\", \"segments\": [ { \"id\": \"alive\" } ] } ]",
      events: "[ \(events.joined(separator: ", ")) ]", targets: "[]")
  }

  /// A sampler of a place with events that have some rates.
  private func sampler(_ rates: [String], seed: UInt64 = 1) throws -> DrawSampler {
    let files = try CalibrationFiles(Self.place(rates))
    defer { files.remove() }
    return try DrawSampler(Loader.load([files.path])[0], seed: seed)
  }

  private static let kinds = [
    #""value": 2, "range95": [1, 4], "distribution": "logNormal""#,
    #""value": 4, "range95": [1.08, 8.92], "distribution": "gamma""#,
    #""value": 0.25, "range95": [0.05, 0.442], "distribution": "beta""#,
    #""value": 3, "range95": [1, 5], "distribution": "normal""#,
    #""value": 3, "range95": [1, 4.5], "distribution": "triangular""#,
    #""value": 3, "range": [2, 4], "distribution": "uniform""#,
  ]

  @Test("20,000 draws have the quantiles and the mean of the distribution", arguments: kinds)
  func moments(kind: String) throws {
    let sampler = try sampler([MadeUp.number(kind)])
    let n = 20_000
    let values = (1...n).map { sampler.values(draw: $0)[0] }
    let files = try CalibrationFiles(Self.place([MadeUp.number(kind)]))
    defer { files.remove() }
    let run = try Loader.load([files.path])[0]
    guard case .value(let distribution) = run.model.events[0].chance.quantity.uncertainty?.kind
    else {
      Issue.record("not drawn")
      return
    }
    for p in [0.01, 0.1, 0.5, 0.9, 0.99] {
      let below = Double(values.count { $0 < distribution.quantile(p) })
      let error = (p * (1 - p) * Double(n)).squareRoot()
      #expect(abs(below - p * Double(n)) < Self.sigmas * error)
    }
    let mean = values.reduce(0, +) / Double(n)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
    let expected: (mean: Double, variance: Double)? =
      switch distribution.shape {
      case .gamma(let shape, let scale): (shape * scale, shape * scale * scale)
      case .beta(let a, let b): (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1)))
      case .uniform(let low, let high): ((low + high) / 2, (high - low) * (high - low) / 12)
      default: nil
      }
    if let expected {
      #expect(
        abs(mean - expected.mean) < Self.sigmas * (expected.variance / Double(n)).squareRoot())
      // Fourth moments of these are below 9 times the square of the variance.
      #expect(
        abs(variance / expected.variance - 1) < Self.sigmas * (8 / Double(n)).squareRoot())
    }
  }

  @Test("A draw is the same whichever others are made, wherever the files are kept")
  func addressed() throws {
    let (one, other) = (
      try sampler(Self.kinds.map(MadeUp.number)), try sampler(Self.kinds.map(MadeUp.number))
    )
    let forwards = (1...30).map { one.values(draw: $0) }
    let backwards = (1...30).reversed().map { other.values(draw: $0) }
    #expect(forwards == backwards.reversed())
    #expect(Set(forwards).count == 30)
    let reseeded = try sampler(Self.kinds.map(MadeUp.number), seed: 2)
    #expect(zip(reseeded.values(draw: 1), forwards[0]).allSatisfy { $0 != $1 })
    #expect(one.values(draw: 0) == [2, 4, 0.25, 3, 3, 3])
  }

  @Test("A further uncertain number changes no other")
  func added() throws {
    let few = try sampler(Self.kinds.dropLast().map(MadeUp.number) + ["1"])
    let more = try sampler(Self.kinds.map(MadeUp.number))
    #expect(few.parameters.map(\.id) == more.parameters.dropLast().map(\.id))
    for draw in 1...20 { #expect(few.values(draw: draw) == more.values(draw: draw).dropLast()) }
  }

  @Test("Parameters say what they are")
  func listed() throws {
    let parameters = try sampler([MadeUp.number(Self.kinds[0] + #", "tag": "outside""#)]).parameters
    let evidence = Evidence(source: "made-up", quality: .assumed, note: "made up")
    #expect(
      parameters == [
        Parameter(
          id: "small/place.json:events[0].events[0].ratePerYear", tag: .outside,
          evidence: evidence, value: 2, range95: 1...4, distribution: "logNormal")
      ])
  }

  // MARK: - Together

  /// A log-normal in a group: the logarithm of its value over 2 is 1.386 / 3.92 normal scores.
  private func member(_ group: String) -> String {
    MadeUp.number(Self.kinds[0] + ", \"correlated\": \(group)")
  }

  @Test("Numbers of a group move together as they say")
  func correlated() throws {
    let sampler = try sampler([
      member("\"a\""), member("\"a\""), member(#"{ "group": "a", "correlation": -1 }"#),
      member(#"{ "group": "b", "correlation": 0.6 }"#),
      member(#"{ "group": "b", "correlation": 0.6 }"#),
      member(#"{ "group": "b", "correlation": -0.6 }"#), MadeUp.number(Self.kinds[0]),
    ])
    let n = 20_000
    let scores = (1...n).map { sampler.values(draw: $0).map { log($0 / 2) / (log(4) / 3.92) } }
    for row in scores.prefix(100) {
      #expect(row[0] == row[1] && abs(row[2] + row[0]) < 1e-9)
    }
    func correlation(_ i: Int, _ j: Int) -> Double {
      scores.reduce(0) { $0 + $1[i] * $1[j] } / Double(n)
    }
    for (i, j, expected) in [(3, 4, 0.6), (3, 5, -0.6), (0, 3, 0), (0, 6, 0), (3, 6, 0), (3, 3, 1)]
    {
      let error = ((1 + expected * expected) / Double(n)).squareRoot()
      #expect(abs(correlation(i, j) - expected) < Self.sigmas * error)
    }
  }

  @Test("A factor moves a whole table")
  func factor() throws {
    let table = MadeUp.number(
      #""value": { "byAge": { "0-44": 0.1, "45+": 0.4 } }, "relative95": [0.5, 2], "#
        + #""distribution": "logNormal""#)
    let sampler = try sampler([table])
    let (value, drawn) = (sampler.values(draw: 3)[0], try sampler.drawn(3))
    let leaves = drawn.model.events[0].chance.quantity.values.leaves
    #expect(value != 1 && leaves == [0.1 * value, 0.4 * value])
  }

  @Test("The shares of a table keep their sum, and spread as from a sample of their size")
  func split() throws {
    let table = MadeUp.number(
      #""value": { "byAge": { "0-44": 0.1, "45-64": 0, "65+": 0.4 } }, "sampleSize": 50, "#
        + #""distribution": "dirichlet""#)
    let sampler = try sampler([table])
    #expect(sampler.parameters.map(\.value) == [0.1, 0, 0.4])
    #expect(sampler.parameters[2].id.hasSuffix("ratePerYear#3"))
    let n = 2000
    let shares = (1...n).map { sampler.values(draw: $0) }
    #expect(shares.allSatisfy { abs($0.reduce(0, +) - 0.5) < 1e-12 && $0[1] == 0 })
    let drawn = try sampler.drawn(7).model.events[0].chance.quantity.values.leaves
    #expect(drawn == shares[6])
    // The first share of the whole is 0.2, from 50.
    let mean = shares.reduce(0) { $0 + $1[0] / 0.5 } / Double(n)
    let variance = shares.reduce(0) { $0 + ($1[0] / 0.5 - 0.2) * ($1[0] / 0.5 - 0.2) } / Double(n)
    let expected = 0.2 * 0.8 / 51
    #expect(abs(mean - 0.2) < Self.sigmas * (expected / Double(n)).squareRoot())
    #expect(abs(variance / expected - 1) < Self.sigmas * (3 / Double(n)).squareRoot())
  }

  @Test("Single shares of a split leave the rest")
  func shares() throws {
    func share(_ value: Double) -> String {
      MadeUp.number(
        "\"value\": \(value), \"sampleSize\": 30, \"distribution\": \"dirichlet\", "
          + "\"correlated\": \"ways\"")
    }
    let sampler = try sampler([share(0.7), share(0.2)])
    let sums = (1...300).map { sampler.values(draw: $0).reduce(0, +) }
    #expect(sums.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = sums.reduce(0, +) / 300
    #expect(abs(mean - 0.9) < Self.sigmas * (0.9 * 0.1 / 31 / 300).squareRoot())
  }

  @Test("A factor of a product is drawn by itself")
  func product() throws {
    let sampler = try sampler(["{ \"product\": [ 3, \(MadeUp.number(Self.kinds[0])) ] }"])
    #expect(sampler.parameters[0].id.hasSuffix("ratePerYear.product[1]"))
    let quantity = try sampler.drawn(5).model.events[0].chance.quantity
    #expect(quantity.scalar == 3 * sampler.values(draw: 5)[0])
    #expect(quantity.factors.map(\.scalar) == [3, sampler.values(draw: 5)[0]])
  }
}
