import Foundation
import Testing

@testable import segflow

/// What the step of a run is too long for stands in its folder, however the run was made.
@Suite("Second moves within a step")
struct SecondMoveTests {
  private let files: SmallFiles

  /// A small place in which people recover within months.
  init() throws {
    files = try SmallFiles(residents: 300)
    try files.write(Self.recovering(try files.read("place.json")), to: "place.json")
  }

  /// A quarter's mean is 2.4 / 4 = 0.6, so two moves have 1 - e^-0.6 - 0.6 e^-0.6 = 12%; out of "well" 0.03
  /// is too seldom.
  private static func recovering(_ place: String) -> String {
    place.replacingOccurrences(
      of: #"{ "id": "onset","#,
      with:
        #"{ "id": "recovery", "from": "ill", "to": "well", "ratePerYear": 2.4 }, { "id": "onset","#)
  }

  private static let sentence =
    "A second move in a pathway within a quarter is put off to the next quarter: at the highest rates "
    + "its chance is more than 2% out of “ill” of illness (12%)."

  private func run(_ words: [String], to folder: String) -> RecordedConsole {
    let console = RecordedConsole()
    let status = console.run(
      ["run", files.path("classes.json"), "--draws=2", "--replicates=1"] + words
        + ["--output", files.path(folder)])
    #expect(status == 0, "\(console.error)")
    return console
  }

  /// The files of a folder but the manifest, and what that says of worlds.
  private func contents(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: files.path(folder)) {
      result[name] = FileManager.default.contents(atPath: files.path("\(folder)/\(name)"))
    }
    let manifest = try #require(result["manifest.json"])
    let object = try JSONSerialization.jsonObject(with: manifest) as? [String: Any]
    result["manifest.json"] = try JSONSerialization.data(
      withJSONObject: try #require(object?["worlds"]), options: .sortedKeys)
    return result
  }

  @Test("The manifest, the report and the paper have them, in one run, in shards and resumed alike")
  func folder() throws {
    defer { files.remove() }
    #expect(run([], to: "whole").error.contains("illness/ill 12%"))
    let manifest = try files.read("whole/manifest.json")
    #expect(manifest.contains("\"secondMoves\": ["))
    #expect(manifest.contains("\"segment\": \"ill\""))
    let paper = try files.read("whole/paper.md")
    #expect(paper.components(separatedBy: "- \(Self.sentence)\n").count == 3, "summary and risks")
    #expect(try files.read("whole/report.html").contains(Self.sentence))
    for number in 1...2 { _ = run(["--shard=\(number)/2"], to: "part\(number)") }
    let merged = RecordedConsole().run(
      ["merge", files.path("part1"), files.path("part2"), "--output", files.path("merged")])
    #expect(merged == 0)
    _ = run(["--resume"], to: "resumed")
    for other in ["merged", "resumed"] { #expect(try contents(other) == contents("whole")) }
    #expect(RecordedConsole().run(["report", files.path("whole"), "--run-by", "Ann"]) == 0)
    #expect(try files.read("whole/report.html").contains(Self.sentence))
    #expect(RecordedConsole().run(["report", "--verify", files.path("whole")]) == 0)
  }

  @Test("Steps that are short enough say nothing of it")
  func none() throws {
    defer { files.remove() }
    // 0.2 a month: 1 - e^-0.2 - 0.2 e^-0.2 = 1.8%.
    _ = run(["--step=month"], to: "months")
    #expect(try files.read("months/manifest.json").contains("\"secondMoves\": []"))
    #expect(try !files.read("months/paper.md").contains("A second move"))
  }
}
