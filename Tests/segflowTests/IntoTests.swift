import Foundation
import Testing

@testable import SegmentReport
@testable import segflow

/// Tables of other verbs, added to the folder of a run.
@Suite("Into the folder of a run")
struct IntoTests {
  private let files: SmallFiles

  init() throws {
    files = try SmallFiles(residents: 400)
    try files.write(
      """
      { "segflow": "claims/1", "place": "place.json", "scenarios": [ "classes.json" ],
        "claims": [ { "id": "falls", "claim": "Many falls", "value": 50, "unit": "falls",
          "source": "made-up", "why": "Luck.",
          "measure": { "outcome": "emergency-admission", "from": "2022-04" } } ] }
      """, to: "claims.json")
    let words = [files.path("classes.json"), files.path("leaflets.json"), "--draws=2", "-q"]
    #expect(RecordedConsole().run(["run"] + words + ["-o", files.path("out")]) == 0)
  }

  /// Adds a table; gives the status and what was said of an error.
  private func add(_ verb: String, _ file: String, _ words: String...) -> (Int32, String) {
    let console = RecordedConsole()
    let usual = [
      "attribute": ["--draws=2", "--replicates=1", "--alone"], "tornado": ["--replicates=1"],
      "reconcile": ["--replicates=2"],
    ]
    let status = console.run(
      [verb, files.path(file)] + (usual[verb] ?? []) + ["-q", "--into", files.path("out")] + words)
    return (status, console.error)
  }

  private func verify() -> Int32 {
    RecordedConsole().run(["report", files.path("out"), "--verify"])
  }

  @Test("Each table is shown and listed with its command, and the folder verifies")
  func added() throws {
    defer { files.remove() }
    let before = try files.read("out/manifest.json")
    for (verb, file, words, chart) in [
      (
        "attribute", "classes.json", "comes to|come to",
        "by-intervention_emergency-admission_classes"
      ),
      ("tornado", "classes.json", "moves the answer most by itself", "tornado_classes"),
      ("reconcile", "claims.json", "(95% range by luck): 2 replicates, seed 1, compared with", nil),
    ] {
      #expect(add(verb, file).0 == 0)
      let page = try files.read("out/report.html")
      #expect(words.split(separator: "|").contains { page.contains($0) }, "\(verb)")
      if let chart { #expect(try files.names("out/charts").contains("\(chart).svg")) }
      #expect(verify() == 0)
    }
    let manifest = try files.read("out/manifest.json")
    for name in ["attribution.csv", "tornado.csv", "reconciliation.csv"] {
      #expect(manifest.components(separatedBy: "\"path\": \"\(name)\"").count == 3, "\(name)")
    }
    func digest(_ text: String) -> Substring? {
      text.split(separator: "\n").first { $0.contains("runDigest") }
    }
    #expect(digest(manifest) == digest(before))
    // Nothing is left beside it, and a run may still replace it.
    #expect(try files.names().filter { $0.contains("partial") }.isEmpty)
    let words = ["run", files.path("classes.json"), "--draws=1", "-q", "-o", files.path("out")]
    #expect(RecordedConsole().run(words) == 0)
  }

  @Test("What was assured is assured no longer with a table that came since")
  func assurance() throws {
    defer { files.remove() }
    func assure() -> Int32 {
      RecordedConsole().run(["report", files.path("out"), "--assured-by=Bob", "-q"])
    }
    func isAssured() throws -> Bool {
      let (page, paper) = (try files.read("out/report.html"), try files.read("out/paper.md"))
      #expect(page.contains("NOT ASSURED") == paper.contains("NOT ASSURED"))
      return page.contains("assured by Bob")
    }
    let warning =
      "warning: the report is no longer the one that was assured, so it says NOT ASSURED\n"
    #expect(assure() == 0)
    #expect(try isAssured())
    #expect(add("attribute", "classes.json") == (0, warning))
    #expect(try !isAssured() && verify() == 0)
    #expect(assure() == 0)
    // The same again changes nothing.
    #expect(add("attribute", "classes.json") == (0, ""))
    #expect(try isAssured() && verify() == 0)
  }

  @Test(
    "Tables about two scenarios share a file, and a further one takes the place of its own rows")
  func shared() throws {
    defer { files.remove() }
    #expect(add("attribute", "classes.json").0 == 0)
    let one = try files.read("out/attribution.csv")
    #expect(add("attribute", "leaflets.json").0 == 0)
    let both = try files.read("out/attribution.csv")
    #expect(both.hasPrefix(one) && both.contains("\nleaflets,default,"))
    #expect(add("attribute", "classes.json").0 == 0)
    let again = try files.read("out/attribution.csv")
    #expect(again.split(separator: "\n").sorted() == both.split(separator: "\n").sorted())
    let additions = try files.read("out/manifest.json").components(separatedBy: "\"of\": ")
    #expect(additions.count == 3)
    #expect(verify() == 0)
  }

  /// Writes a table of the folder as if another version had made it: with another name for a column.
  private func rename(_ column: String, in name: String) throws {
    let table = try files.read("out/\(name)")
    let old = table.replacingOccurrences(of: ",\(column),", with: ",old_\(column),")
    #expect(old != table)
    try files.write(old, to: "out/\(name)")
    func digest(_ text: String) -> String { SHA256.hexDigest(Array(text.utf8)) }
    var manifest = ManifestText(
      text: try files.read("out/manifest.json").replacingOccurrences(
        of: digest(table), with: digest(old)))
    manifest.seal()
    try files.write(manifest.text, to: "out/manifest.json")
  }

  @Test("Where all of a table with other columns is replaced, it is said, with what is lost by it")
  func otherColumns() throws {
    defer { files.remove() }
    let warning = "of the folder has other columns than this one, so all of it is replaced"
    // Leaflets have no uncertain number.
    for (verb, name, column, others, lost) in [
      (
        "attribute", "attribution.csv", "mean_share", ["leaflets.json"],
        "; add what it says of 'leaflets (default)' again"
      ), ("tornado", "tornado.csv", "rank", [], ""),
    ] {
      for file in ["classes.json"] + others + ["classes.json"] {
        let (status, error) = add(verb, file)
        #expect(status == 0)
        #expect(!error.contains("other columns"))
      }
      try rename(column, in: name)
      let (status, error) = add(verb, "classes.json")
      #expect(status == 0)
      #expect(error.contains("warning: '\(name)' \(warning)\(lost)\n"))
      #expect(try !files.read("out/\(name)").contains("leaflets,default"))
      let manifest = try #require(
        JSONSerialization.jsonObject(with: Data(files.read("out/manifest.json").utf8))
          as? [String: Any])
      let listed = (manifest["additions"] as? [[String: Any]])?
        .filter { $0["path"] as? String == name }.map { $0["of"] as? String }
      #expect(listed == ["classes (default)"])
      #expect(verify() == 0)
    }
    #expect(!add("reconcile", "claims.json").1.contains("other columns"))
    #expect(!add("reconcile", "claims.json").1.contains("other columns"))
    try rename("printed", in: "reconciliation.csv")
    #expect(add("reconcile", "claims.json").1.contains("'reconciliation.csv' \(warning)\n"))
  }

  @Test("A folder of a place of another size is refused")
  func otherSize() throws {
    defer { files.remove() }
    let words = ["--draws=0", "--replicates=1", "--residents=800", "-q"]
    let status = RecordedConsole().run(
      ["run", files.path("classes.json")] + words + ["-o", files.path("out")])
    #expect(status == 0)
    for (verb, file) in [
      ("attribute", "classes.json"), ("tornado", "classes.json"), ("reconcile", "claims.json"),
    ] {
      let (status, error) = add(verb, file)
      #expect(status == 2)
      #expect(error.contains("scaled to another number of residents"), "\(error)")
    }
  }

  @Test("A table that is not about the run is refused before it is made, and nothing changes")
  func refusals() throws {
    defer { files.remove() }
    let page = try files.read("out/report.html")
    let manifest = try files.read("out/manifest.json")
    let scenario = try files.read("classes.json")
    func expectRefusal(_ words: String, _ result: (Int32, String)) throws {
      #expect(result.0 == 2)
      #expect(result.1.contains(words), "\(result.1)")
      #expect(try files.read("out/report.html") == page)
      #expect(try files.read("out/manifest.json") == manifest)
      #expect(try files.names("out").allSatisfy { $0 != "attribution.csv" && $0 != "tornado.csv" })
    }
    try expectRefusal(
      "its ranges are of another level", add("attribute", "classes.json", "--level=95"))
    try expectRefusal("its steps are a quarter", add("tornado", "classes.json", "--step=month"))
    try expectRefusal(
      "its baseline is 'baseline', not 'leaflets'",
      add("tornado", "classes.json", "--baseline", files.path("leaflets.json")))
    try expectRefusal(
      "it was not run with the choices falls=rare",
      add("tornado", "classes.json", "--choose=falls=rare"))
    try expectRefusal(
      "not both", add("tornado", "classes.json", "-o", files.path("other")))
    try files.write(scenario.replacingOccurrences(of: "0.4", with: "0.5"), to: "classes.json")
    try expectRefusal("as that is now", add("attribute", "classes.json"))
    try expectRefusal("as that is now", add("tornado", "classes.json"))
    try files.write(scenario, to: "classes.json")
    let place = try files.read("place.json")
    try files.write(place.replacingOccurrences(of: "400", with: "401"), to: "place.json")
    try expectRefusal("as that is now", add("reconcile", "claims.json"))
    try files.write(place, to: "place.json")
    try files.write(
      scenario.replacingOccurrences(of: "\"classes\"", with: "\"lessons\""), to: "lessons.json")
    try expectRefusal("as that is now", add("tornado", "lessons.json"))
    let costs = try files.read("out/costs.csv")
    try files.write(costs + "x", to: "out/costs.csv")
    try expectRefusal("not as the run left them", add("tornado", "classes.json"))
  }
}
