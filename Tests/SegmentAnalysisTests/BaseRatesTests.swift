import Foundation
import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

/// Base rates that are solved again, in places where what is expected can be worked out by hand.
@Suite("Base rates of draws")
struct BaseRatesTests {
  /// 20,000 residents, 10,000 of each age, of whom 5,000 are ill; 3,000 + 400 admissions a year.
  private static func place(
    start: String = #"{ "counts": { "ill": 5000 } }"#, error: Double = 170, moves: String = "[]"
  ) -> String {
    CalibrationFiles.place(
      pathways: """
        [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ], "start": \(start),
            "moves": \(moves) } ]
        """,
      events: """
        [ { "id": "crisis", "outcome": "admission",
            "ratePerYear": { "value": 0.12, "quality": "calibrated", "solve": "admissions" },
            "multipliers": { "illness": { "ill":
              { "value": 2, "range95": [1.4, 2.9], "distribution": "logNormal" } } } },
          { "id": "accident", "outcome": "admission",
            "ratePerYear": { "value": 0.02, "range95": [0.01, 0.03], "distribution": "gamma" } } ]
        """,
      targets: """
        [ { "id": "admissions", "use": "calibration", "measure": { "outcome": "admission" },
            "value": 3400, "error": { "standardError": \(error) }, "definition": "made up" } ]
        """)
  }

  private func load(_ place: String) throws -> LoadedRun {
    let files = try CalibrationFiles(place)
    defer { files.remove() }
    return try Loader.load([files.path])[0]
  }

  private func rates(_ run: DrawnRun) -> [Double] {
    run.model.happenings.map(\.chance.quantity.values.leaves[0])
  }

  @Test("What is left of a drawn target goes to what is solved for it")
  func byHand() throws {
    let sampler = try DrawSampler(load(Self.place()), seed: 1)
    #expect(
      sampler.parameters.map(\.id) == [
        "small/place.json:events[0].events[0].multipliers.illness.ill",
        "small/place.json:events[0].events[1].ratePerYear", "small:targets.admissions",
      ])
    for draw in 1...20 {
      let (values, drawn) = (sampler.values(draw: draw), try sampler.drawn(draw))
      let (ratio, accidents, admissions) = (values[0], values[1], values[2])
      let crises = 0.12 * (15_000 + 5_000 * ratio)
      let factor = (admissions - 20_000 * accidents) / crises
      #expect(abs(rates(drawn)[0] / (0.12 * factor) - 1) < 1e-12)
      #expect(rates(drawn)[1] == accidents && drawn.unmet.isEmpty && drawn.impossible.isEmpty)
    }
  }

  @Test("Central values change nothing")
  func central() throws {
    let run = try load(Self.place())
    let sampler = try DrawSampler(run, seed: 1)
    #expect(try sampler.drawn(0).model == run.model)
    #expect(try rates(sampler.drawn(values: sampler.values(draw: 0))) == [0.12, 0.02])
  }

  @Test("A target that other numbers exceed already is named, and what is solved stays")
  func unmet() throws {
    let sampler = try DrawSampler(load(Self.place()), seed: 1)
    let drawn = try sampler.drawn(values: [2, 0.2, 3400])
    #expect(drawn.unmet == ["admissions"])
    #expect(rates(drawn) == [0.12, 0.2])
    #expect(drawn.model.events[0].multipliers[0].ratios[1]?.scalar == 2)
  }

  @Test("A rate that would have to be higher than makes sense is named")
  func tooHigh() throws {
    let place = Self.place().replacingOccurrences(of: "0.12", with: "990")
      .replacingOccurrences(of: "3400", with: "24750400")
    let sampler = try DrawSampler(load(place), seed: 1)
    #expect(try sampler.drawn(values: [2, 0.02, 25_500_000]).unmet == ["admissions"])
    #expect(try sampler.drawn(values: [2, 0.02, 24_850_000]).unmet.isEmpty)
  }

  @Test("Where residents start otherwise, they are counted as they start in the draw")
  func starts() throws {
    let start =
      #"{ "shares": { "ill": { "value": 0.25, "range95": [0.2, 0.3], "distribution": "beta" } } }"#
    let sampler = try DrawSampler(load(Self.place(start: start)), seed: 4)
    // In each of 313 groups of neighbours the number of ill has a variance of a quarter at most; twelve
    // comparisons are all within 5.3 but once in a million times.
    let error = (313.0 / 4).squareRoot() / 20_000
    for draw in 1...3 {
      let (values, drawn) = (sampler.values(draw: draw), try sampler.drawn(draw))
      let ill = StartingResidents(model: drawn.model, seed: 4).segments[0].count { $0 == 1 }
      #expect(abs(Double(ill) / 20_000 - values[0]) < 5.3 * error)
      let crises = 0.12 * (Double(20_000 - ill) + Double(ill) * values[1])
      let rate = 0.12 * (values[3] - 20_000 * values[2]) / crises
      // At the central values 5,000 are ill but for luck, twice as often admitted, and the ratio to the
      // target is kept.
      #expect(abs(rates(drawn)[0] / rate - 1) < 5.3 * error / 1.25)
    }
  }

  /// Targets by age for one table, and one for everything, which also counts what they count.
  private static let several = CalibrationFiles.place(
    pathways: """
      [ { "id": "life", "segments": [ { "id": "alive" }, { "id": "died", "leaves": "died" } ],
          "moves": [ { "id": "death", "from": "alive", "to": "died",
                       "ratePerYear": { "value": 0.01, "quality": "calibrated", "solve": "deaths" } }
                   ] } ]
      """,
    events: """
      [ { "id": "fall", "outcome": "admission",
          "ratePerYear": { "product": [
            { "value": { "byAge": { "0-44": 0.1, "45+": 0.3 } }, "quality": "calibrated",
              "solve": ["young", "old"] },
            { "value": 2, "range95": [1, 4], "distribution": "logNormal" } ] } },
        { "id": "accident", "outcome": "admission",
          "ratePerYear": { "value": 0.1, "quality": "calibrated", "solve": "admissions" },
          "triggers": [ { "id": "dies", "pathway": "life", "from": "alive", "to": "died",
                          "probability": { "value": 0.05, "range95": [0.02, 0.09],
                                           "distribution": "beta" } } ] } ]
      """,
    targets: """
      [ { "id": "admissions", "use": "calibration", "measure": { "outcome": "admission", "years": 2 },
          "value": 20000, "error": { "standardError": 300 }, "definition": "made up" },
        { "id": "young", "use": "calibration",
          "measure": { "events": ["fall"], "where": { "ages": "0-44" } },
          "value": 2000, "error": "poisson", "definition": "made up" },
        { "id": "old", "use": "calibration",
          "measure": { "events": ["fall"], "where": { "ages": "45+" } },
          "value": 6000, "error": { "range95": [5800, 6200] }, "definition": "made up" },
        { "id": "deaths", "use": "calibration", "measure": { "deaths": "all" },
          "value": 300, "error": "poisson", "definition": "made up" },
        { "id": "people", "use": "validation", "measure": { "people": "all" },
          "value": 20000, "error": "poisson", "definition": "made up" } ]
      """)

  @Test("Targets that count one another's events are met together")
  func together() throws {
    let sampler = try DrawSampler(load(Self.several), seed: 1)
    #expect(sampler.parameters.count == 6)
    for draw in 1...20 {
      let values = sampler.values(draw: draw)
      let drawn = try sampler.drawn(draw)
      #expect(drawn.unmet.isEmpty)
      let falls = drawn.model.events[0].chance.quantity.values
      let young = 10_000 * falls.value(for: Attributes(age: 30))
      let old = 10_000 * falls.value(for: Attributes(age: 60))
      let other = 20_000 * drawn.model.events[1].chance.quantity.scalar
      let deaths = 20_000 * drawn.model.happenings[0].chance.quantity.scalar + other * values[1]
      // In the files, 10,000 admissions a year (two years are counted), 2,000 and 6,000 falls.
      let expected = [(young + old + other) * 2, young, old, deaths]
      let wanted = [values[2], values[3], values[4], values[5]]
      for (found, target) in zip(expected, wanted) { #expect(abs(found / target - 1) < 1e-9) }
    }
  }

  @Test("The baseline of a draw meets the target it draws, but for luck")
  func simulated() throws {
    // Nobody moves, so that the expectation holds all year.
    let run = try load(Self.place(error: 340))
    let sampler = try DrawSampler(run, seed: 1)
    for draw in 1...4 {
      var drawn = run
      drawn.model = try sampler.drawn(draw).model
      let options = CalibrationOptions(seed: UInt64(draw), replicates: 4, threads: 2)
      let fit = try Baseline.fits(run.model.targets, drawn, options)[0]
      let target = sampler.values(draw: draw)[2]
      // A Poisson count of four replicates, 4.9 standard errors: once in a million.
      #expect(abs(fit.simulated.value - target) < 4.9 * (target / 4).squareRoot())
    }
  }
}
