import Foundation
import SegmentModel
import Testing

@testable import SegmentAnalysis

/// Starts whose balance is known exactly.
///
/// Monte Carlo tolerances are 4.9 standard errors, which luck alone exceeds once in a million times.
@Suite("Settled starts")
struct SettledStartTests {
  private static let sigmas = 4.9

  @Test("A start settles to the balance of its moves, class by class, and classes to survival")
  func settling() throws {
    let (onset, remission, death) = (0.3, 0.5, 0.02)
    let text = CalibrationFiles.place(
      residents: 2_000,
      pathways: """
        [ { "id": "frailty", "segments": [ { "id": "low" }, { "id": "high" } ],
            "start": { "shares": { "high": { "atAge": { "0": 0.4, "20": 0.4, "40": 0.4, "60": 0.4 } } },
                       "settle": {} } },
          { "id": "life", "segments": [ { "id": "alive" }, { "id": "dead", "leaves": "died" },
                                        { "id": "away", "leaves": "moved" } ],
            "moves": [ { "id": "death", "from": "alive", "to": "dead", "ratePerYear": \(death),
                         "multipliers": { "frailty": { "high": 2 } } },
                       { "id": "leaving", "from": "alive", "to": "away", "ratePerYear": 0.5 } ] },
          { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ],
            "start": { "shares": { "ill": 0.01 }, "settle": { "by": "frailty" } },
            "moves": [
              { "id": "onset", "from": "well", "to": "ill", "ratePerYear": \(onset),
                "multipliers": { "frailty": { "high": 3 } } },
              { "id": "remission", "from": "ill", "to": "well", "ratePerYear": \(remission) } ] } ]
        """, targets: "[]")
    let files = try CalibrationFiles(text)
    defer { files.remove() }
    let found = try files.calibrate(CalibrationFiles.options)
    let model = try files.model(found)
    guard case .shares(let ill) = model.pathways[2].start,
      case .shares(let high) = model.pathways[0].start
    else {
      Issue.record("starts are no shares")
      return
    }
    let people = Double(CalibrationFiles.options.cohort)
    for age in [22, 37, 52] {
      let who = Attributes(age: age)
      let years = Double(age) + 0.5
      for (segment, multiplier) in [(0, 1.0), (1, 3.0)] {
        let (p, q) = (1 - exp(-multiplier * onset / 4), 1 - exp(-remission / 4))
        // Long past its start the balance of chances holds, whatever the age.
        let balance = p / (p + q)
        let living = people * exp(-death * Double(segment + 1) * 60)
        let value = try #require(ill[1]).value(for: who) { _ in segment }
        let error = (balance * (1 - balance) / living).squareRoot()
        #expect(abs(value - balance) < Self.sigmas * error)
      }
      let (a, b) = (0.6 * exp(-death * years), 0.4 * exp(-2 * death * years))
      let value = try #require(high[1]).value(for: who)
      // The curve is straight between knots 20 years apart: its bend is below 0.005 there.
      #expect(
        abs(value - b / (a + b)) < Self.sigmas * (0.25 / (people * 0.09)).squareRoot() + 0.005)
    }
    #expect(found.counts.starts == 2 && found.fits.isEmpty)
  }

  @Test("A share that is a product with a table by area settles area by area")
  func settlingByArea() throws {
    let (onset, remission) = (0.3, 0.5)
    let share = """
      { "product": [ { "value": 0.1, "quality": "calibrated" },
                     { "value": { "byArea": { "other": 1 } }, "quality": "calibrated" } ] }
      """
    let text = CalibrationFiles.place(
      residents: 2_000,
      pathways: """
        [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ],
            "start": { "shares": { "ill": \(share) }, "settle": {} },
            "moves": [
              { "id": "onset", "from": "well", "to": "ill",
                "ratePerYear": { "byArea": { "north": \(onset), "south": \(2 * onset) } } },
              { "id": "remission", "from": "ill", "to": "well", "ratePerYear": \(remission) } ] } ]
        """, targets: "[]"
    ).replacingOccurrences(
      of: "\"ageBands\"",
      with: "\"areas\": [ { \"id\": \"north\" }, { \"id\": \"south\" } ], \"ageBands\""
    )
    let files = try CalibrationFiles(text)
    defer { files.remove() }
    let model = try files.model(files.calibrate(CalibrationFiles.options))
    guard case .shares(let shares) = model.pathways[0].start else {
      Issue.record("starts are no shares")
      return
    }
    for (area, rate) in [onset, 2 * onset].enumerated() {
      let (p, q) = (1 - exp(-rate / 4), 1 - exp(-remission / 4))
      let balance = p / (p + q)
      let value = try #require(shares[1]).value(for: Attributes(age: 42, area: area))
      // Half of the cohort lives in each area.
      let error = (balance * (1 - balance) / Double(CalibrationFiles.options.cohort / 2))
        .squareRoot()
      #expect(abs(value - balance) < Self.sigmas * error)
    }
  }
}
