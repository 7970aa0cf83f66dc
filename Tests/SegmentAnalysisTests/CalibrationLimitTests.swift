import Foundation
import SegmentModel
import Testing

@testable import SegmentAnalysis

@Suite("What calibration cannot solve")
struct CalibrationLimitTests {
  @Test("A number that cannot grow any more is said to be at its limit")
  func limit() throws {
    let text = CalibrationFiles.place(
      pathways: """
        [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ], "moves": [
            { "id": "onset", "from": "well", "to": "ill", "probabilityPerQuarter":
              \(MadeUp.solved("0.5", "\"ill\"")) } ] } ]
        """,
      targets: """
        [ \(MadeUp.target("ill", "{ \"people\": { \"illness\": [\"ill\"] }, \"at\": \"2021-04\" }", 25_000)) ]
        """)
    let files = try CalibrationFiles(text)
    defer { files.remove() }
    let found = try files.calibrate(CalibrationFiles.options)
    #expect(found.limited == ["ill"])
    #expect(!found.fits[0].isMet(part: CalibrationFiles.options.tolerance))
    #expect(found.fits[0].simulated.value == 20_000)
    #expect(try files.model(found).pathways[0].moves[0].chance.quantity.scalar == 1)
  }

  @Test(
    "What cannot be solved is refused in words",
    arguments: [
      (
        "{ \"byAge\": { \"0-44\": 1, \"45+\": 1 } }", "[\"every\", \"young\"]",
        "the same number is solved for the targets 'every' and 'young'"
      ),
      ("{ \"byAge\": { \"0-44\": 0, \"45+\": 1 } }", "\"young\"", "no number but 0 lies within"),
      ("0.1", "\"mixed\"", "counts among several parts of the residents"),
    ])
  func refusals(value: String, solve: String, words: String) throws {
    let young = "{ \"events\": [\"fall\"], \"where\": { \"ages\": \"0-44\" } }"
    let old = young.replacingOccurrences(of: "0-44", with: "45+")
    let solved = ["every", "young", "mixed"].filter { solve.contains($0) }
    let measures = [
      "every": "{ \"events\": [\"fall\"] }", "young": young,
      "mixed": "{ \"ratio\": [\(young), \(old)] }",
    ]
    let targets = solved.map { MadeUp.target($0, measures[$0] ?? "", 5) }
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        pathways: "[ { \"id\": \"life\", \"segments\": [ { \"id\": \"alive\" } ] } ]",
        events: "[ { \"id\": \"fall\", \"ratePerYear\": \(MadeUp.solved(value, solve)) } ]",
        targets: "[\(targets.joined(separator: ","))]"))
    defer { files.remove() }
    do {
      _ = try files.calibrate(CalibrationFiles.options)
      Issue.record("it was calibrated")
    } catch let error as AnalysisError {
      #expect(error.description.contains(words), "\(error.description)")
    }
  }

  @Test("A place without anything to solve is refused")
  func nothing() throws {
    let files = try CalibrationFiles(
      CalibrationFiles.place(
        pathways: "[ { \"id\": \"life\", \"segments\": [ { \"id\": \"alive\" } ] } ]",
        targets: "[]"))
    defer { files.remove() }
    #expect(throws: AnalysisError.self) { try files.calibrate(CalibrationFiles.options) }
  }
}
