import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Draws of a run, read again")
struct RunDrawsTests {
  private static let draws = """
    scenario,choices,draw,replicate,year,admission
    base,default,1,0,all,10
    base,default,2,0,all,20
    base,default,3,0,all,40
    more,default,1,0,all,9
    more,default,2,0,all,18
    more,default,3,0,all,36

    """
  private static let parameters = """
    choices,draw,parameter,value
    default,1,a,1
    default,2,a,2
    default,3,a,4

    """

  /// What is read of files with a text of theirs replaced.
  private func read(_ old: String = "", with new: String = "") throws -> RunDraws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("segflow-draws-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("draws.csv", Self.draws), ("parameters.csv", Self.parameters)] {
      let changed = old.isEmpty ? text : text.replacing(old, with: new)
      try Data(changed.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try RunDraws(
      folder: folder.path, choices: "default", baseline: "base", scenario: "more")
  }

  private var model: Model {
    Model(
      id: "m", name: "M", start: CalendarMonth(year: 2022, month: 4), years: 1,
      outcomes: [Outcome(id: "admission", name: "Admissions")],
      population: PopulationPlan(residents: 1), pathways: [], events: [])
  }

  @Test("Values of inputs and totals are read as they stand")
  func whole() throws {
    let draws = try read()
    #expect(draws.parameters == ["a": [1, 2, 4]])
    #expect(try draws.shares(.outcome(0), in: model).keys.sorted() == ["a"])
  }

  @Test("A group has the share of what its numbers share, whichever of them it is read from")
  func group() throws {
    let rows = [("up", [1, 2, 8]), ("down", [5, 3, -90]), ("other", [2, 1, 3])].map { id, values in
      zip(1..., values).map { "default,\($0),\(id),\($1)\n" }.joined()
    }
    let draws = try read("default,3,a,4\n", with: "default,3,a,4\n" + rows.joined())
    func share(_ member: String) throws -> Estimate? {
      let shares = try draws.shares(.outcome(0), in: model, groups: ["group:x": member])
      #expect(shares.count == (member == "missing" ? 4 : 5))
      return shares["group:x"]
    }
    let (one, two, other) = try (share("up"), share("down"), share("other"))
    let (up, down) = try (#require(one), #require(two))
    #expect(abs(up.value - down.value) < 1e-9)
    #expect(try abs(up.value - #require(other).value) > 0.01)
    #expect(try share("missing") == nil)
  }

  @Test("Scores go by rank; equal values share their middle rank")
  func scores() {
    let scores = RunDraws.scores([7, -1, 7, 100])
    #expect(scores[0] == scores[2] && scores[1] < scores[0] && scores[0] < scores[3])
    #expect(scores[0] == 0 && abs(scores[1] + scores[3]) < 1e-12)
    #expect(abs(scores[3] - NormalCurve.quantile(0.875)) < 1e-12)
  }

  @Test(
    "What is missing is an error, and never counts as 0 or as another column",
    arguments: [
      ("all,18", "all,", "draws.csv: the column 'admission' has a total that is no number"),
      ("all,18", "all,x", "draws.csv: the column 'admission' has a total that is no number"),
      ("admission", "visit", "draws.csv: the column 'admission' is missing"),
      ("scenario,", "place,", "draws.csv: the column 'scenario' is missing"),
      ("more,default,3,0,all,36\n", "", "draws.csv: scenarios and years do not all have the same"),
      ("more,", "less,", "draws.csv: it has no draws of 'more' against 'base' under choices"),
      ("a,2", "a,", "parameters.csv: 'a' has a draw without a value"),
      ("a,2", "a,two", "parameters.csv: row 3, column 'value': 'two' is not a number"),
      ("default,3,a,4\n", "", "parameters.csv: it is not of the draws of draws.csv"),
    ])
  func broken(old: String, new: String, message: String) throws {
    let error = #expect(throws: ReportError.self) {
      _ = try read(old, with: new).shares(.outcome(0), in: model)
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
