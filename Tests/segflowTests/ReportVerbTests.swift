import Foundation
import Testing

@testable import segflow

/// Reports of whole runs, made again and verified.
@Suite("Report")
struct ReportVerbTests {
  private let files: SmallFiles

  init() throws {
    files = try SmallFiles()
    let words = ["run", files.path("classes.json"), "--draws=3", "--replicates=2", "-q"]
    #expect(RecordedConsole().run(words + ["-o", files.path("out")]) == 0)
  }

  private func report(_ words: String...) -> (status: Int32, console: RecordedConsole) {
    let console = RecordedConsole()
    return (console.run(["report", files.path("out")] + words), console)
  }

  @Test("A run's own report verifies; a changed table does not, and no report is made of it")
  func verify() throws {
    defer { files.remove() }
    let (status, console) = report("--verify")
    #expect(status == 0)
    #expect(console.out == "Every file is as the run left it, and its files give this report.\n")
    #expect(console.error.isEmpty)
    let page = try files.read("out/report.html")
    let costs = try files.read("out/costs.csv")
    try files.write(costs.replacingOccurrences(of: "0", with: "1"), to: "out/costs.csv")
    let (changed, told) = report("--verify")
    #expect(changed == 1)
    #expect(told.error.contains("costs.csv: its digest is not that of manifest.json"))
    let (refused, why) = report()
    #expect(refused == 1)
    #expect(why.error.contains("a report is made only of files that are as the run wrote them"))
    #expect(try files.read("out/report.html") == page)
  }

  @Test(
    "A manifest that was edited does not verify",
    arguments: [
      ("\"seed\": 1", "\"seed\": 2"), ("\"draws\": 3", "\"draws\": 4"),
      ("\"residents\": null", "\"residents\": 9"), ("--draws=3", "--draws=9"),
      ("\"intervalLevel\": 0.8", "\"intervalLevel\": 0.9"), ("\"smallton\"", "\"other\""),
      ("\"host\": \"", "\"host\": \"x"), ("\"manifestDigest\"", "\"digest\""),
    ])
  func edited(old: String, new: String) throws {
    defer { files.remove() }
    let manifest = try files.read("out/manifest.json")
    let edited = manifest.replacingOccurrences(of: old, with: new)
    #expect(edited != manifest)
    try files.write(edited, to: "out/manifest.json")
    let (status, console) = report("--verify")
    #expect(status == 1)
    #expect(console.error.contains("\n  manifest.json: it was changed: "), "\(console.error)")
    #expect(report().status == 1)
    try files.write(manifest, to: "out/manifest.json")
    #expect(report("--assured-by=Bob").status == 0)
    #expect(report("--verify").status == 0)
  }

  @Test("A report that is gone is made again, byte for byte")
  func again() throws {
    defer { files.remove() }
    let page = try files.read("out/report.html")
    let manifest = try files.read("out/manifest.json")
    try FileManager.default.removeItem(atPath: files.path("out/report.html"))
    try FileManager.default.removeItem(atPath: files.path("out/charts"))
    let (status, console) = report()
    #expect(status == 0)
    #expect(console.error.contains("out/report.html\n"))
    #expect(try files.read("out/report.html") == page)
    #expect(try files.read("out/manifest.json") == manifest)
    #expect(report("-q").console.error.isEmpty)
    // The folder is still one that a run may replace.
    let words = ["run", files.path("classes.json"), "--draws=1", "-q", "-o", files.path("out")]
    #expect(RecordedConsole().run(words) == 0)
  }

  @Test("Who ran and assured it can be said when it is run or later, and is no part of the digest")
  func assurance() throws {
    defer { files.remove() }
    func digest() throws -> Substring? {
      try files.read("out/manifest.json").split(separator: "\n").first { $0.contains("runDigest") }
    }
    let before = try digest()
    #expect(try files.read("out/report.html").contains("NOT ASSURED"))
    #expect(report("--run-by=Ann", "--assured-by", "Bob").status == 0)
    #expect(try files.read("out/report.html").contains("Run by Ann; assured by Bob"))
    #expect(try files.read("out/paper.md").contains("Run by Ann; assured by Bob"))
    #expect(try digest() == before)
    #expect(report("--verify").status == 0)
    let words = ["run", files.path("classes.json"), "--draws=3", "--replicates=2", "-q"]
    #expect(RecordedConsole().run(words + ["--assured-by=Cy", "-o", files.path("out")]) == 0)
    #expect(try files.read("out/report.html").contains("assured by Cy"))
    #expect(try digest() == before)
    #expect(report("--verify", "--run-by=Ann").status == 2)
    #expect(report("--run-by=cy").console.error.contains("who ran it cannot assure it"))
    #expect(try files.read("out/report.html").contains("assured by Cy"))
  }

  @Test("Other readings of the evidence stand beside the first")
  func worlds() throws {
    defer { files.remove() }
    let words = [
      "run", files.path("classes.json"), "--draws=2", "-q", "--choose=falls=frequent,rare",
    ]
    #expect(RecordedConsole().run(words + ["-o", files.path("out")]) == 0)
    let page = try files.read("out/report.html")
    #expect(page.contains("Other readings of the evidence"))
    #expect(page.contains("Another reading of the evidence (rare) gives"))
    #expect(report("--verify").status == 0)
  }

  @Test("What is no folder of a run is refused")
  func refusals() throws {
    defer { files.remove() }
    for path in [files.path("none"), files.folder.path, files.path("place.json")] {
      let console = RecordedConsole()
      #expect(console.run(["report", path]) == 2)
      #expect(console.error.hasPrefix("segflow: error: "))
    }
    #expect(RecordedConsole().run(["report"]) == 2)
    #expect(RecordedConsole().run(["report", "a", "b"]) == 2)
  }
}
