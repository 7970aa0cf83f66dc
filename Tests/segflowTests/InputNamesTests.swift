import Foundation
import SegmentModel
import Testing

@testable import SegmentReport

@testable import segflow

/// Names of inputs on their way from the files through a run's folder to whoever reads its report.
@Suite("Names of inputs in what is written")
struct InputNamesTests {
  private static let ratio =
    "smallton/classes.json:interventions[0].effects[0].multiplyRate"
  private static let name = "Falls classes: effect on fall, multiply rate"
  private let files: SmallFiles

  init() throws {
    files = try SmallFiles(residents: 400)
    let words = [files.path("classes.json"), "--draws=2", "-q", "-o", files.path("out")]
    #expect(RecordedConsole().run(["run"] + words) == 0)
  }

  private func rows(_ name: String) throws -> [[String: String]] {
    let table = CSVReader.rows(try files.read(name))
    return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
  }

  private func report() -> Int32 { RecordedConsole().run(["report", files.path("out"), "-q"]) }

  @Test("The folder says what a reader calls each number beside its path, and the report says that")
  func folder() throws {
    defer { files.remove() }
    let inputs = try rows("out/inputs.csv")
    let input = inputs.first { $0["path"] == "interventions[0].effects[0].multiplyRate.value" }
    #expect(input?["name"] == Self.name)
    let drawn = try Set(rows("out/parameters.csv").compactMap { $0["parameter"] })
    let named = try rows("out/names.csv").filter { $0["kind"] == "parameter" }
    #expect(Set(named.compactMap { $0["id"] }) == drawn && drawn.contains(Self.ratio))
    #expect(named.first { $0["id"] == Self.ratio }?["name"] == Self.name)

    let arguments = [files.path("classes.json"), "--replicates=1", "--into", files.path("out")]
    let console = RecordedConsole()
    #expect(console.run(["tornado"] + arguments) == 0)
    #expect(console.out.contains("effect on fall") && !console.out.contains("["))
    // What the command line takes stays as it is.
    #expect(try Set(rows("out/tornado.csv").compactMap { $0["parameter"] }) == drawn)
    let page = try files.read("out/report.html")
    #expect(page.contains("Falls: rate per year, frequent"))
    #expect(page.components(separatedBy: Self.name).count > 2)
    for written in [
      page, try files.read("out/paper.md"), try files.read("out/charts/tornado_classes.svg"),
    ] {
      for path in ["events[", "effects[", "costs[", "moves["] { #expect(!written.contains(path)) }
    }
    #expect(RecordedConsole().run(["report", files.path("out"), "--verify"]) == 0)
  }

  @Test("A folder written before there were names is reported by paths")
  func older() throws {
    defer { files.remove() }
    var inputs = CSVReader.rows(try files.read("out/inputs.csv"))
    #expect(inputs[0].last == "name")
    inputs = inputs.map { $0.dropLast() }
    let lines = inputs.map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
    }
    try files.write(lines.joined(), to: "out/inputs.csv")
    let names = try files.read("out/names.csv").split(separator: "\n")
      .filter { !$0.contains(",parameter,") }
    try files.write(names.joined(separator: "\n") + "\n", to: "out/names.csv")
    let data = ["summary.json", "manifest.json"]
    let all = try files.names("out").filter { $0.hasSuffix(".csv") || data.contains($0) }
    let texts = try Dictionary(
      uniqueKeysWithValues: all.map { ($0, try files.read("out/\($0)")) })
    let made = try ReportFiles(texts).files
    let page = try #require(made.first { $0.name == "report.html" }).contents
    #expect(page.contains("interventions[0].effects[0].multiplyRate.value"))
    #expect(!page.contains(Self.name))
  }

  @Test("Sweep and threshold say which number it is, found by its id")
  func sweep() throws {
    defer { files.remove() }
    for verb in [["sweep", "--output=\(files.path("sweep"))"], ["threshold"]] {
      let console = RecordedConsole()
      let words = [
        verb[0], files.path("classes.json"),
        "classes.json:interventions[0].effects[0].multiplyRate",
        "0.2..0.8", "--replicates=1",
      ]
      #expect(console.run(words + verb.dropFirst()) == 0)
      let text = console.out.replacing("\n", with: " ")
      #expect(text.contains(Self.name), "\(console.out)")
      #expect(!text.contains("effects["))
    }
    #expect(try Set(rows("sweep/sweep.csv").compactMap { $0["number"] }) == [Self.ratio])
  }

  @Test("In Thurrock every number has a name of its own, without places in lists")
  func thurrock() throws {
    defer { files.remove() }
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("scenarios/thurrock")
    let inputs = try Loader.load([folder.appendingPathComponent("all-together.json").path])[0]
      .inputs
    let names = inputs.map(\.name)
    #expect(names.count > 1000 && Set(names).count == names.count)
    #expect(!names.contains { $0.contains("[") || $0.contains(".json") })
    #expect(
      inputs.first { $0.path == "events[8].multipliers.pneumococcal-vaccination.vaccinated.value" }?
        .name
        == "Admission for lobar pneumonia: multipliers, pneumococcal vaccination, vaccinated")
  }
}
