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
      ["run", files.path("classes.json"), "--output", files.path(output), "--replicates=3"]
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
    #expect(try files.names("out").count == 10)
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
    for name in ["summary.json", "outcomes.csv", "costs.csv", "segments.csv", "flows.csv"] {
      let one = try files.read("one/\(name)")
      #expect(try files.read("three/\(name)") == one)
      #expect(try files.read("other/\(name)") != one)
    }
  }

  @Test("A replicate run alone is that of the batch")
  func replay() throws {
    defer { files.remove() }
    _ = run(output: "batch")
    let console = RecordedConsole()
    let words = ["run", files.path("classes.json"), "--replicate=2", "-o", files.path("alone")]
    #expect(console.run(words) == 0)
    func replicates(_ folder: String) throws -> [Double] {
      let data = Data(try files.read("\(folder)/summary.json").utf8)
      let summary = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let scenarios = try #require(
        (summary["worlds"] as? [[String: Any]])?.first?["scenarios"] as? [[String: Any]])
      let outcomes = try #require(scenarios[1]["outcomes"] as? [String: Any])
      let admissions = try #require(outcomes["emergency-admission"] as? [String: Any])
      return try #require(admissions["byReplicate"] as? [Double])
    }
    #expect(try replicates("alone") == [try replicates("batch")[2]])
  }

  @Test("A scenario that only costs money is seen to cost money")
  func netCost() throws {
    defer { files.remove() }
    let console = RecordedConsole()
    let words = ["run", files.path("leaflets.json"), "-o", files.path("out"), "--replicates=3"]
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
    #expect(console.error.contains("no such file"))
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

  @Test("Check says what is in the files and writes nothing")
  func check() throws {
    defer { files.remove() }
    let console = RecordedConsole()
    #expect(console.run(["check", files.path("classes.json"), files.path("leaflets.json")]) == 0)
    #expect(
      console.out.hasPrefix(
        files.path("classes.json")
          + ": no mistakes found\n  choices:\n    falls=frequent (Falls: frequent)\n  Smallton: ")
    )
    #expect(console.out.contains(files.path("leaflets.json") + ": no mistakes found\n"))
    #expect(console.out.contains("  classes: classes\n"))
    let quiet = RecordedConsole()
    #expect(quiet.run(["check", files.path("classes.json"), "-q"]) == 0)
    #expect(quiet.out.isEmpty)
    #expect(try files.names() == ["classes.json", "leaflets.json", "place.json"])
  }
}
