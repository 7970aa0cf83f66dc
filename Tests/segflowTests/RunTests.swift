import Foundation
import Testing

@testable import segflow

/// Whole runs of the tool, in the test's own process.
@Suite("Whole runs")
struct RunTests {
  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  /// Runs a scenario of the folder into `out`, with further arguments.
  private func run(_ words: String..., output: String = "out") -> (Int32, RecordedConsole) {
    let console = RecordedConsole()
    let status = console.run(
      ["run", files.path("classes.json"), "--output", files.path(output), "--draws=3"]
        + words)
    return (status, console)
  }

  @Test("A run prints the table, writes the folder and says where")
  func success() throws {
    defer { files.remove() }
    let (status, console) = run()
    #expect(status == 0)
    #expect(
      console.out.hasPrefix(
        "Smallton: 2022/23 to 2023/24 (2 years), compared with "))
    #expect(console.error.contains("Results are in \(files.path("out")) ("))
    #expect(try files.names("out").count == 20)
    #expect(try files.names() == ["classes.json", "leaflets.json", "out", "place.json"])
  }

  @Test("Quiet leaves the table and nothing else")
  func quiet() throws {
    defer { files.remove() }
    let (status, console) = run("--quiet")
    #expect(status == 0)
    #expect(console.error.isEmpty)
    #expect(!console.out.isEmpty)
  }

  @Test("Seed, threads and order of options decide nothing but what they should")
  func determinism() throws {
    defer { files.remove() }
    _ = run("--threads=1", output: "one")
    _ = run("--threads=3", output: "three")
    _ = run("--seed=2", output: "other")
    for name in [
      "summary.json", "outcomes.csv", "costs.csv", "segments.csv", "flows.csv", "draws.csv",
    ] {
      let one = try files.read("one/\(name)")
      #expect(try files.read("three/\(name)") == one)
      #expect(try files.read("other/\(name)") != one)
    }
  }

  /// Rows of a table in the folder without its header.
  private func rows(_ name: String) throws -> [[String]] {
    try files.read(name).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("A replicate run alone is that of the batch, in every draw")
  func replay() throws {
    defer { files.remove() }
    _ = run("--replicates=3", output: "batch")
    _ = run("--replicate=2", output: "alone")
    let batch = try rows("batch/draws.csv").filter { $0[3] == "2" }
    #expect(!batch.isEmpty)
    #expect(try rows("alone/draws.csv") == batch)
  }

  @Test("The first draws are the same however many there are")
  func firstDraws() throws {
    defer { files.remove() }
    _ = run(output: "few")
    let console = RecordedConsole()
    let words = ["run", files.path("classes.json"), "-o", files.path("many"), "--draws=6"]
    #expect(console.run(words) == 0)
    for (name, column) in [("draws.csv", 2), ("parameters.csv", 1)] {
      let (few, many) = (try rows("few/\(name)"), try rows("many/\(name)"))
      #expect(many.count == 2 * few.count)
      #expect(many.filter { (Int($0[column]) ?? 9) <= 3 } == few)
    }
    // Draws differ, so that something was drawn.
    #expect(Set(try rows("many/parameters.csv").map { $0[3] }).count == 12)
  }

  @Test("A draw is paid for at its own prices, and its luck is not that of other draws")
  func prices() throws {
    defer { files.remove() }
    _ = run()
    let price = try rows("out/parameters.csv").filter { $0[2].contains("poundsPerYear") }
    let header = try #require(try files.read("out/draws.csv").split(separator: "\n").first)
    let columns = header.split(separator: ",").map(String.init)
    let programme = try #require(columns.firstIndex(of: "pounds:programme:nhs"))
    let falls = try #require(columns.firstIndex(of: "emergency-admission"))
    let totals = try rows("out/draws.csv").filter { $0[0] == "classes" && $0[4] == "2022/23" }
    #expect(totals.count == 6)
    for row in totals {
      let paid = try #require(Double(row[programme]))
      let drawn = try #require(price.first { $0[1] == row[2] }.flatMap { Double($0[3]) })
      #expect(abs(paid - drawn) < 1e-5)
    }
    // Nothing of the baseline is drawn, so that only luck tells its draws apart.
    let baseline = try rows("out/draws.csv").filter { $0[0] == "baseline" && $0[4] == "2022/23" }
    #expect(Set(baseline.map { $0[falls] }).count > 3)
  }

  @Test("A run goes on until the headline difference is known, at the same draw on any threads")
  func until() throws {
    defer { files.remove() }
    func text(_ words: String...) -> String {
      let console = RecordedConsole()
      let all = ["run", files.path("classes.json"), "-o", files.path("out"), "-q"] + words
      #expect(console.run(all) == 0)
      return console.out
    }
    let one = text("--until-mcse=30%", "--threads=1")
    #expect(one.contains("20 draws were needed for an MCSE of at most 30%"))
    #expect(text("--until-mcse=30%", "--threads=3") == one)
    #expect(
      text("--until-mcse=0.01%", "--draws=3").contains("After 3 draws, the most allowed, the MCSE"))
    #expect(try files.read("out/summary.json").contains("\"isMet\": false"))
  }

  @Test("A scenario that only costs money is seen to cost money")
  func netCost() throws {
    defer { files.remove() }
    let console = RecordedConsole()
    let words = ["run", files.path("leaflets.json"), "-o", files.path("out"), "--draws=3"]
    #expect(console.run(words) == 0)
    #expect(console.out.contains("net cost 2,000"))
    #expect(console.out.contains("not in the period"))
  }

  @Test("The baseline can be another scenario, which is then not listed twice")
  func baseline() throws {
    defer { files.remove() }
    let (status, console) = run("--baseline", files.path("leaflets.json"))
    #expect(status == 0)
    #expect(console.out.contains("compared with Leaflets"))
    let (again, alone) = run("--baseline", files.path("classes.json"), output: "self")
    #expect(again == 0)
    #expect(!alone.out.contains("compared with"))
  }

  @Test("A scenario without the interventions of the place's baseline is warned of")
  func withoutBaseline() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    try files.write(
      place.replacingOccurrences(
        of: "\"payers\"", with: "\"baseline\": \"leaflets.json\", \"payers\""),
      to: "place.json")
    let warning = "warning: the scenario 'classes' does without 'leaflets' of the baseline"
    #expect(run().1.error.contains(warning))
    let check = RecordedConsole()
    #expect(check.run(["check", files.path("classes.json")]) == 0)
    #expect(check.error.contains(warning))
    // A baseline that the caller names is compared with as it is.
    let (_, given) = run("--baseline", files.path("leaflets.json"), output: "given")
    #expect(!given.error.contains("warning"))
    try files.write(
      try files.read("classes.json").replacingOccurrences(
        of: "\"interventions\"", with: "\"extends\": \"leaflets.json\", \"interventions\""),
      to: "classes.json")
    let (status, kept) = run(output: "kept")
    #expect(status == 0)
    #expect(!kept.error.contains("warning"))
    let reach = try files.read("kept/reach.csv")
    #expect(reach.contains("\nclasses,default,leaflets,"))
    #expect(reach.contains("\nleaflets,default,leaflets,"))
  }

  @Test("Mistakes in files are told where they stand, and nothing is written")
  func mistakes() throws {
    defer { files.remove() }
    try files.write(
      try files.read("classes.json").replacingOccurrences(of: "0.4", with: "1.4"),
      to: "classes.json")
    let (status, console) = run()
    #expect(status == 2)
    #expect(console.out.isEmpty)
    #expect(console.error.contains("classes.json:3:"))
    #expect(console.error.hasSuffix("1 error; nothing was written\n"))
    #expect(try files.names() == ["classes.json", "leaflets.json", "place.json"])
  }

  @Test("A missing file, a step that does not fit and a folder in use are refused")
  func refusals() throws {
    defer { files.remove() }
    let console = RecordedConsole()
    #expect(console.run(["run", files.path("none.json")]) == 2)
    #expect(console.error.contains("no such file\n"))
    for (name, end, words) in [
      ("loop.json", "loop.json", "its links lead round in a circle\n"),
      ("lost.json", "gone.json", "it is a link to 'gone.json', which is not there\n"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: files.path(name), withDestinationPath: end)
      let console = RecordedConsole()
      #expect(console.run(["run", files.path(name)]) == 2)
      #expect(console.error.contains("cannot read '\(files.path(name))': \(words)"))
      try FileManager.default.removeItem(atPath: files.path(name))
    }
    let misspelt = RecordedConsole()
    #expect(misspelt.run(["run", files.path("plaec.json")]) == 2)
    #expect(misspelt.error.contains("no such file"))
    #expect(misspelt.error.contains("did you mean '\(files.path("place.json"))'?"))
    let (status, folder) = run(output: "")
    #expect(status == 2)
    #expect(folder.error.contains("is not empty and was not made by segflow"))
    try files.write(
      try files.read("place.json").replacingOccurrences(of: "2022-04", with: "2021-07"),
      to: "place.json")
    let (misaligned, period) = run()
    #expect(misaligned == 2)
    #expect(period.error.contains("reportFrom"))
    #expect(try files.names() == ["classes.json", "leaflets.json", "place.json"])
  }

  @Test(
    "Draws in which inputs come to more than makes sense are told, with the values that were used")
  func mended() throws {
    defer { files.remove() }
    let factor = #"{ "value": 1, "range95": [0.5, 2], "distribution": "logNormal" }"#
    let place = try files.read("place.json").replacingOccurrences(
      of: #""ratePerYear": { "byChoice": { "falls": { "frequent": 0.1, "rare": 0.02 } } }"#,
      with: #""probabilityPerQuarter": { "product": [ 0.9, \#(factor) ] }"#)
    try files.write(place, to: "place.json")
    let console = RecordedConsole()
    #expect(
      console.run(["run", files.path("leaflets.json"), "-o", files.path("out"), "--draws=20"]) == 0)
    let factors = try files.read("out/parameters.csv").split(separator: "\n").dropFirst()
      .filter { $0.contains("probabilityPerQuarter") }
      .compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    let mended = factors.count { $0 == 1 }
    #expect(factors.count == 20 && mended > 0 && factors.allSatisfy { 0.9 * $0 <= 1 })
    let told = "In \(mended) of 20 draws some inputs came to more than makes sense together"
    #expect(console.out.replacingOccurrences(of: "\n", with: " ").contains(told))
    #expect(try files.read("out/report.html").contains(told))
    #expect(try files.read("out/summary.json").contains("\"mended\": \(mended)"))
  }
}
