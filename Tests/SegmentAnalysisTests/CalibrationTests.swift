import Foundation
import SegmentModel
import Testing

@testable import SegmentAnalysis

/// Small places whose numbers are known exactly.
///
/// Monte Carlo tolerances are 4.9 standard errors, which luck alone exceeds once in a million times.
@Suite("Calibration")
struct CalibrationTests {
  private static let sigmas = 4.9

  @Test("Rates are found by band of age, from a count that depends on each alone")
  func ratesByAge() throws {
    let rates = (young: 0.05, old: 0.4)
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        pathways: "[ { \"id\": \"life\", \"segments\": [ { \"id\": \"alive\" } ] } ]",
        events: """
          [ { "id": "fall", "outcome": "admission", "ratePerYear":
              \(MadeUp.solved("{ \"byAge\": { \"0-44\": 0.2, \"45+\": 0.1 } }", "[\"a\", \"b\"]")) } ]
          """,
        targets: """
          [ \(MadeUp.target("a", "{ \"events\": [\"fall\"], \"where\": { \"ages\": \"0-44\" } }",
            10_000 * rates.young)),
            \(MadeUp.target("b", "{ \"events\": [\"fall\"], \"where\": { \"ages\": \"45+\" } }",
            10_000 * rates.old)) ]
          """))
    defer { files.remove() }
    let found = try files.calibrate(CalibrationFiles.options)
    #expect(found.fits.allSatisfy { $0.isMet(part: CalibrationFiles.options.tolerance) })
    let leaves = try files.model(found).events[0].chance.quantity.values.leaves
    for (leaf, rate) in zip(leaves, [rates.young, rates.old]) {
      // A Poisson count of 5 x 10,000 x rate, and as much again for what the solver leaves.
      let error = 1 / (5 * 10_000 * rate).squareRoot()
      #expect(abs(leaf / rate - 1) < (Self.sigmas + 1) * error)
    }
  }

  @Test("An onset and a way out are found together, though one raises and one lowers")
  func opposing() throws {
    // 4 quarters of 1 - exp(-rate / 4) each give 1 - exp(-rate).
    let (onset, diagnosis) = (0.2, 0.5)
    // In the first year nobody can be diagnosed in the quarter of onset.
    let (p, q) = (1 - exp(-onset / 4), 1 - exp(-diagnosis / 4))
    var (well, ill) = (1.0, 0.0)
    for _ in 0..<4 { (well, ill) = (well * (1 - p), ill * (1 - q) + well * p) }
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        pathways: """
          [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" }, { "id": "known" } ],
              "moves": [
                { "id": "onset", "from": "well", "to": "ill", "ratePerYear":
                  \(MadeUp.solved("0.05", "\"either\"")) },
                { "id": "diagnosis", "from": "ill", "to": "known", "ratePerYear":
                  \(MadeUp.solved("1.5", "\"ill\"")) } ] } ]
          """,
        targets: """
          [ \(MadeUp.target("ill", "{ \"people\": { \"illness\": [\"ill\"] }, \"at\": \"2021-04\" }",
            20_000 * ill)),
            \(MadeUp.target("either", "{ \"people\": { \"illness\": [\"ill\", \"known\"] }, "
            + "\"at\": \"2021-04\" }", 20_000 * (1 - well))) ]
          """))
    defer { files.remove() }
    let found = try files.calibrate(CalibrationFiles.options)
    #expect(found.fits.allSatisfy { $0.isMet(part: CalibrationFiles.options.tolerance) })
    let moves = try files.model(found).pathways[0].moves
    // 1 - exp(-onset) of 20,000 are not well.
    let onsetError = ((1 - well) / (well * 20_000)).squareRoot() / onset
    #expect(abs(moves[0].chance.quantity.scalar / onset - 1) < (Self.sigmas + 1) * onsetError)
    // d ln(ill) / d ln(diagnosis) is about -0.2 here, so that luck counts five times.
    let error = ((1 - ill) / (5 * 20_000 * ill)).squareRoot()
    #expect(abs(moves[1].chance.quantity.scalar / diagnosis - 1) < 5 * (Self.sigmas + 1) * error)
  }

  @Test("Nothing but the numbers changes in a file")
  func patching() throws {
    let odd =
      "{\"value\" :\t0.0500 , \"note\": \"odd, but 0.0500\",\r\n \"solve\": \"ill\",\"quality\":\"calibrated\"}"
    let text = CalibrationFiles.place(
      pathways: """
        [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ], "moves": [
            { "id": "onset", "from": "well", "to": "ill", "ratePerYear": \(odd) } ] } ]
        """,
      targets: """
        [ \(MadeUp.target("ill", "{ \"people\": { \"illness\": [\"ill\"] }, \"at\": \"2021-04\" }", 4000)) ]
        """)
    let files = try CalibrationFiles(text)
    defer { files.remove() }
    let found = try files.calibrate(CalibrationFiles.options)
    let written = String(decoding: try #require(found.files[files.path]), as: UTF8.self)
    let rate = try files.model(found).pathways[0].moves[0].chance.quantity.scalar
    // 1 - exp(-rate) of 20,000 are 4,000, so that the rate is known to the share of the ill over that of
    // the well.
    let error = (0.2 / (0.8 * 20_000)).squareRoot() / -log(0.8)
    #expect(abs(rate / -log(0.8) - 1) < (Self.sigmas + 1) * error)
    #expect(written == text.replacingOccurrences(of: "\t0.0500", with: "\t\(rate)"))
    #expect(found.files.count == 1)
  }

  @Test("A factor is found though no greater one makes sense")
  func productAtLimit() throws {
    let factor = MadeUp.solved("0.95", "\"ill\"")
    let text = CalibrationFiles.place(
      pathways: """
        [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ], "moves": [
            { "id": "onset", "from": "well", "to": "ill",
              "probabilityPerQuarter": { "product": [ 1, \(factor) ] } } ] } ]
        """,
      targets: """
        [ \(MadeUp.target("ill", "{ \"people\": { \"illness\": [\"ill\"] }, \"at\": \"2021-04\" }", 10_000)) ]
        """)
    let files = try CalibrationFiles(text)
    defer { files.remove() }
    let found = try files.calibrate(CalibrationFiles.options)
    #expect(found.fits[0].isMet(part: CalibrationFiles.options.tolerance))
    // Half of 20,000 are ill after four quarters.
    let probability = try files.model(found).pathways[0].moves[0].chance.quantity.scalar
    let exact = 1 - pow(0.5, 0.25)
    // The share has the error sqrt(0.25 / (5 x 20,000)), and as much again for what the solver leaves.
    let slope = 4 * pow(1 - exact, 3)
    let error = (0.25 / (5 * 20_000)).squareRoot() / slope
    #expect(abs(probability - exact) < (Self.sigmas + 1) * error)
  }

  @Test("Who starts ill is drawn anew in every replicate, so that one list's luck is not fitted")
  func everyListOfResidents() throws {
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        residents: 2_000,
        pathways: """
          [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ],
              "start": { "shares": { "ill": { "value": { "byAge": { "0-44": 0.1, "45+": 0.3 } },
                                             "quality": "assumed", "source": "made-up" } } } } ]
          """,
        targets: """
          [ { "id": "ill", "use": "validation", "value": 400, "error": { "standardError": 1 },
              "measure": { "people": { "illness": ["ill"] } }, "definition": "made up" } ]
          """))
    defer { files.remove() }
    let loaded = try Loader.load([files.path])[0]
    let fit = try Baseline.fits(loaded.model.targets, loaded, CalibrationFiles.options)[0]
    let error = try #require(fit.simulated.standardError)
    #expect(error > 0)
    // Student's t with 4 degrees of freedom exceeds 8.61 once in a thousand times.
    #expect(abs(fit.simulated.value - 400) < 8.61 * error)
    func sum(seed: UInt64, replicates: Int) throws -> Double {
      let options = CalibrationOptions(seed: seed, replicates: replicates, threads: 2)
      let fit = try Baseline.fits(loaded.model.targets, loaded, options)[0]
      return fit.simulated.value * Double(replicates)
    }
    // Another seed shares no list with this one.
    let second = try sum(seed: 1, replicates: 2) - sum(seed: 1, replicates: 1)
    #expect(try sum(seed: 2, replicates: 1) != second)
  }

  @Test("In another world a start settles in that world's own branch alone")
  func otherWorld() throws {
    func share(_ value: String) -> String {
      "{ \"value\": \(value), \"quality\": \"calibrated\", \"source\": \"made-up\" }"
    }
    let text = CalibrationFiles.place(
      residents: 2_000,
      pathways: """
        [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" }, { "id": "known" } ],
            "start": { "settle": {}, "shares": {
              "ill": \(share("0.101")),
              "known": { "byChoice": { "care": { "usual": \(share("0.202")),
                                                 "rare": \(share("0.303")) } } } } },
            "moves": [
              { "id": "onset", "from": "well", "to": "ill", "ratePerYear": 0.02 },
              { "id": "diagnosis", "from": "ill", "to": "known", "ratePerYear": 0.5 } ] } ]
        """, targets: "[]"
    ).replacingOccurrences(
      of: "\"payers\":",
      with: "\"choices\": [ { \"id\": \"care\", \"options\": "
        + "[ { \"id\": \"usual\" }, { \"id\": \"rare\" } ] } ], \"payers\":")
    let files = try CalibrationFiles(text)
    defer { files.remove() }
    func load(_ option: String, _ replaced: [String: [UInt8]] = [:]) throws -> LoadedRun {
      try Loader.load([files.path], choose: [("care", [option])], replaced: replaced)[0]
    }
    let found = try Calibrator(
      load("rare"), without: load("usual"), options: CalibrationFiles.options,
      read: { try load("rare", $0) }, say: { _ in }
    ).run()
    let written = String(decoding: try #require(found.files[files.path]), as: UTF8.self)
    #expect(written.contains("0.101") && written.contains("0.202"))
    #expect(!written.contains("0.303"))
  }

  @Test("Unknowns that share a pathway are found together, others apart")
  func blocks() throws {
    func event(_ id: String, _ target: Int, segments: [Int: Set<Int>]) -> Event {
      let leaf = SolvedNumbers.Leaf(
        span: TextSpan(file: "f", bytes: target..<target + 1), value: 0.1)
      let quantity = Quantity(
        .constant(0.1),
        solved: [
          SolvedNumbers(
            targets: [target], leaves: [leaf], positions: .constant(0), range: 0...1000)
        ])
      return SmallModel.event(
        id, .ratePerYear(quantity), eligible: Eligibility(segments: segments))
    }
    var model = SmallModel.model(
      (0..<3).map { SmallModel.pathway("p\($0)", segments: 2) },
      events: [
        event("a", 0, segments: [0: [1]]), event("b", 1, segments: [1: [1]]),
        event("c", 2, segments: [:]), event("d", 3, segments: [2: [0], 0: [0]]),
        event("e", 4, segments: [:]),
      ])
    model.targets = (0..<5).map {
      Target(id: "t\($0)", use: .calibration, measure: .number(1), value: 1, error: .poisson)
    }
    #expect(Set(try CalibrationPlan(model).blocks) == [[1], [2], [0, 3], [4]])
  }
}
