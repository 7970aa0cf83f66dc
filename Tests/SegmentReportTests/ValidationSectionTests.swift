import Foundation
import Testing

@testable import SegmentReport

@Suite("How well the baseline meets figures of the place")
struct ValidationSectionTests {
  private let run: WrittenRun

  init() throws { run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4)) }

  private static let header =
    "choices,target,name,use,quality,source,line,stated,low_95,high_95,simulated,standard_error,"
    + "standard_errors_apart,within_95\n"

  /// A figure whose standard error is a tenth of it.
  private static func row(_ name: String, _ use: String, _ stated: Double, _ simulated: Double?)
    -> String
  {
    let (low, high) = (stated * (1 - 0.196), stated * (1 + 0.196))
    let apart = simulated.map { ($0 - stated) / (stated / 10) }
    let isMet = simulated.map { (low...high).contains($0) } ?? false
    let cells = [stated, low, high, simulated, stated / 1000, apart]
      .map { $0.map { "\($0)" } ?? "" }
    return "default,\(name),\(name),\(use),published,made-up,3," + cells.joined(separator: ",")
      + ",\(isMet ? "yes" : "no")\n"
  }

  /// The words of the page, and the paper, of a folder with a table.
  private func made(_ rows: [String]) throws -> (page: String, paper: String) {
    var files = try run.files()
    if !rows.isEmpty {
      files[ValidationReport.tableName] = Self.header + rows.joined()
      var manifest = ManifestText(text: try #require(files["manifest.json"]))
      try manifest.set(additions: [
        RunManifest.Addition(
          path: ValidationReport.tableName, of: "base (default)",
          commandLine: ["segflow", "validate", "x.json", "--seed=7"])
      ])
      files["manifest.json"] = manifest.text
    }
    let made = try ReportFiles(files).files
    func text(_ name: String) throws -> String {
      try #require(made.first { $0.name == name }).contents
    }
    return (ReportFolderTests.words(try text("report.html")), try text("paper.md"))
  }

  @Test("What is met is counted, fitted figures apart, with the digits that luck leaves")
  func counts() throws {
    defer { run.remove() }
    let (page, paper) = try made([
      Self.row("beds", "validation", 200, 210), Self.row("falls", "validation", 100, 150),
      Self.row("deaths", "calibration", 50, 51),
    ])
    #expect(
      page.contains(
        "At the central values of its inputs (means of 40 replicates, seed 7) baseline lies within the "
          + "95% interval of 1 of the 2 figures that nothing was fitted to and 1 of the 1 figure that "
          + "inputs were solved to meet."))
    #expect(page.contains("\nbeds\n200 \n(160.8 to 239.2)\n210\nyes\npublished\nmade-up\n"))
    #expect(page.contains("\nfalls\n100 \n(80.4 to 119.6)\n150\nno\n"))
    let limit =
      "By more than their 95% interval the model misses 1 of the 2 figures of the place that nothing was "
      + "fitted to: “falls” (150, not 100)."
    #expect(page.contains("\n\(limit)\n"))
    #expect(paper.contains("- \(limit)\n"))
  }

  @Test("The two furthest off are named, what comes to no number first; none is where all are met")
  func furthest() throws {
    defer { run.remove() }
    let missed = [
      Self.row("a", "validation", 100, 130), Self.row("b", "validation", 100, 20),
      Self.row("c", "validation", 100, 160),
    ]
    let words = "the model misses 3 of the 3 figures of the place that nothing was fitted to"
    #expect(
      try made(missed).paper
        .contains(
          "\(words), furthest “b” (20.0, not 100) and “c” (160, not 100).")
    )
    let none = missed.dropLast() + [Self.row("d", "validation", 100, nil)]
    #expect(
      try made(Array(none)).paper
        .contains(", furthest “d” (no number, not 100) and “b” (20.0, not 100)."))
    let solved = try made(missed + [Self.row("deaths", "calibration", 50, 90)]).paper
    #expect(
      solved.contains(
        "\(words) and 1 of the 1 figure of the place that inputs were solved to meet, furthest"))
    let met = try made([Self.row("a", "validation", 100, 101)])
    #expect(met.page.contains("interval of 1 of the 1 figure that nothing was fitted to."))
    #expect(!met.page.contains("the model misses") && !met.paper.contains("the model misses"))
  }

  @Test("Without the table the page says how to have it, and nothing is said to be missed")
  func missing() throws {
    defer { run.remove() }
    let (page, paper) = try made([])
    #expect(page.contains("That is not in this folder: 'segflow validate PLACE --into FOLDER'"))
    #expect(!page.contains("the model misses") && !paper.contains("the model misses"))
  }
}
