import Foundation
import Testing

@testable import SegmentReport

@Suite("Parts of a report about tables that other commands add")
struct AddedSectionTests {
  private let run: WrittenRun

  init() throws { run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4)) }

  /// The words of the page with a table that a command line added.
  private func page(_ name: String, _ table: String, _ commandLine: String) throws -> String {
    var files = try run.files()
    files[name] = table
    var manifest = ManifestText(text: try #require(files["manifest.json"]))
    try manifest.set(additions: [
      RunManifest.Addition(
        path: name, of: "cheap (default)",
        commandLine: commandLine.split(separator: " ").map(String.init))
    ])
    files["manifest.json"] = manifest.text
    let made = try ReportFiles(files).files
    return ReportFolderTests.words(
      try #require(made.first { $0.name == "report.html" }).contents)
  }

  @Test("What a command line says of an option, and nil for what it does not have")
  func options() {
    func value(_ words: String, _ option: String) -> String? {
      RunManifest.Addition(
        path: "", of: "", commandLine: words.split(separator: " ").map(String.init)
      ).value(of: option)
    }
    #expect(value("segflow attribute x.json --draws 0 --alone", "--draws") == "0")
    #expect(value("segflow attribute --draws=30 x.json", "--draws") == "30")
    #expect(value("segflow tornado x.json --draws-from dir", "--draws") == nil)
    #expect(value("segflow tornado -- --only costs", "--only") == nil)
  }

  private static func tornado(_ error: Double) -> String {
    "scenario,choices,measure,rank,parameter,low_quantile,high_quantile,central_result,"
      + "mcse_central_result,change_at_low,mcse_change_at_low,change_at_high,mcse_change_at_high\n"
      + "cheap,default,admission,1,a/x.json:rate,0.1,0.9,261,47,-8.5,\(error),5,\(error)\n"
      + "cheap,default,admission,2,a/y.json:rate,0.1,0.9,261,47,-3,\(error),4,\(error)\n"
  }

  @Test("The widest input is named only where it is told from the next; which were tried is said")
  func tornado() throws {
    defer { run.remove() }
    let words = "segflow tornado x.json --only interventions"
    let hidden = try page("tornado.csv", Self.tornado(3), words)
    for text in [
      "Luck hides which of the 2 inputs tried moves the answer most by itself.",
      "all of the 2 inputs tried; no others than those with “interventions” in their names were tried",
      "change from 260 ± 50, each ± its standard error", "\n−9 ± 3\n5 ± 3\n",
    ] { #expect(hidden.contains(text), "\(text)") }
    #expect(!hidden.contains("one moves the answer most"))
    let told = "Of the inputs tried, one moves the answer most by itself: x: rate."
    // Widths of 13.5 and 7: 6.5 apart, with an error of 1, is told by 40 replicates, not by 2.
    #expect(try !page("tornado.csv", Self.tornado(0.5), words).contains(told))
    let many = try page(
      "tornado.csv", Self.tornado(0.5), "segflow tornado x.json --replicates=40")
    #expect(many.contains(told) && !many.contains("no others than those"))
  }
}
