import Foundation
import Testing

@testable import segflow

/// Every option of the command line changes what comes out: none is accepted and ignored.
@Suite("Every option")
struct EveryOptionTests {
  /// What an option of `run` is given, and which outputs must then differ.
  private static let ofRun: [String: (words: [String], outputs: Set<String>)] = [
    "seed": (["--seed=2"], ["flows.csv", "segments.csv", "manifest.json", "table"]),
    "draws": (["--draws=3"], ["draws.csv", "parameters.csv", "manifest.json", "table"]),
    "until-mcse": (["--until-mcse=50%"], ["draws.csv", "summary.json", "manifest.json", "table"]),
    "replicates": (["--replicates=4"], ["summary.json", "manifest.json", "table"]),
    "replicate": (["--replicate=1"], ["summary.json", "manifest.json", "table"]),
    "threads": (["--threads=2"], ["manifest.json"]),
    "step": (["--step=month"], ["flows.csv", "manifest.json", "table"]),
    "baseline": (["--baseline", "leaflets.json"], ["costs.csv", "manifest.json", "table"]),
    "choose": (["--choose=falls=rare"], ["outcomes.csv", "inputs.csv", "manifest.json", "table"]),
    "run-by": (["--run-by=Ann"], ["manifest.json", "report.html", "paper.md"]),
    "assured-by": (["--assured-by=Bob"], ["manifest.json", "report.html", "paper.md"]),
    "per-person": (
      ["--per-person"],
      ["spend.csv", "spend-flows.csv", "outcome-distribution.csv", "manifest.json", "table"]
    ),
    "residents": (
      ["--residents=6000", "--draws=0"], ["segments.csv", "manifest.json", "table"]
    ),
    "level": (["--level=95"], ["outcomes.csv", "costs.csv", "manifest.json", "table"]),
  ]

  /// Options of `run` that tests of their own are about.
  private static let ofRunAlone: Set = ["output", "quiet", "shard", "resume"]

  /// What an option of `check` is given, and what it then says or leaves unsaid.
  private static let ofCheck: [String: (words: [String], says: Bool, text: String)] = [
    "step": (["--step=month"], true, "steps of a month"),
    "baseline": (["--baseline", "leaflets.json"], true, "    leaflets: leaflets\n    classes:"),
    "choose": (["--choose=falls=rare"], true, "Falls: rare"),
    "quiet": (["--quiet"], false, "no mistakes found"),
  ]

  /// What an option of `benchmark` is given, and which key of its JSON must then differ.
  private static let ofBenchmark: [String: (words: [String], key: String)] = [
    "residents": (["--residents=500,1000"], "scaling"),
    "repeats": (["--repeats=2"], "repeats"),
    "threads": (["--threads=2"], "whole"),
    "seed": (["--seed=2"], "seed"),
    "step": (["--step=month"], "step"),
    "baseline": (["--baseline", "leaflets.json"], "scenarios"),
  ]

  /// Options of `benchmark` that tests of its own are about.
  private static let ofBenchmarkAlone: Set = ["quick", "output", "quiet"]

  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  /// Words with the names of files as paths into the folder.
  private func located(_ words: [String]) -> [String] {
    words.map { $0.hasPrefix("-") ? $0 : files.path($0) }
  }

  private func run(_ words: [String]) throws -> RunOutputs {
    // What is tried takes the place of what is usual.
    let counted = words.contains { $0.hasPrefix("--draws") || $0.hasPrefix("--until") }
    let draws = counted ? [] : ["--draws=2"]
    let threads = words.contains { $0.hasPrefix("--threads") } ? [] : ["--threads=1"]
    return try RunOutputs(
      ["run", files.path("classes.json")] + draws + threads + located(words),
      in: files.folder.path)
  }

  @Test("An option of run changes what it should", arguments: ofRun.keys.sorted())
  func run(option: String) throws {
    defer { files.remove() }
    let trial = try #require(Self.ofRun[option])
    let differing = try run(trial.words).differing(from: try run([]))
    #expect(trial.outputs.isSubset(of: differing), "only these differ: \(differing.sorted())")
    if option == "threads" { #expect(differing == trial.outputs) }
  }

  @Test("The folder of results is where it is asked for", arguments: ["--output", "-o"])
  func output(option: String) throws {
    defer { files.remove() }
    let words = ["run", files.path("classes.json"), "--draws=1", option]
    for folder in ["here", "there"] {
      #expect(RecordedConsole().run(words + [files.path(folder)]) == 0)
      #expect(try files.names(folder).contains("summary.json"))
    }
  }

  @Test("Quiet silences standard error, long or short")
  func quiet() throws {
    defer { files.remove() }
    #expect(try !run([]).errors.isEmpty)
    #expect(try run(["--quiet"]).errors.isEmpty)
    #expect(try run(["-q"]).errors.isEmpty)
  }

  @Test("An option of check changes what it says", arguments: ofCheck.keys.sorted())
  func check(option: String) throws {
    defer { files.remove() }
    let trial = try #require(Self.ofCheck[option])
    func said(_ words: [String]) -> String {
      let console = RecordedConsole()
      #expect(console.run(["check", files.path("classes.json")] + located(words)) == 0)
      return console.out
    }
    #expect(said([]).contains(trial.text) != trial.says)
    #expect(said(trial.words).contains(trial.text) == trial.says)
  }

  @Test("An option of benchmark changes what it should", arguments: ofBenchmark.keys.sorted())
  func benchmark(option: String) throws {
    defer { files.remove() }
    let trial = try #require(Self.ofBenchmark[option])
    func part(_ words: [String]) throws -> String {
      let threads = option == "threads" && !words.isEmpty ? [] : ["--threads=1"]
      let figures = try BenchmarkFigures(["--quick"] + threads + located(words), in: files)
      return try figures.withoutTimes(trial.key)
    }
    #expect(try part([]) == part([]))
    #expect(try part(trial.words) != part([]))
  }

  @Test("Every option that the command line takes is tried")
  func completeness() {
    #expect(Set(Verb.run.options.map(\.name)) == Self.ofRunAlone.union(Self.ofRun.keys))
    #expect(Set(Verb.check.options.map(\.name)) == Set(Self.ofCheck.keys))
    #expect(
      Set(Verb.benchmark.options.map(\.name))
        == Self.ofBenchmarkAlone.union(Self.ofBenchmark.keys))
    #expect(
      Verb.reconcile.options.map(\.name)
        == ["seed", "replicates", "threads", "choose", "output", "into", "quiet"],
      "ReconcileTests and IntoTests try these")
    #expect(
      Verb.report.options.map(\.name) == ["verify", "run-by", "assured-by", "quiet"],
      "ReportVerbTests tries these")
    #expect(Set(Verb.reproduce.options.map(\.name)) == ReproduceTests.triedOptions)
    #expect(Set(Verb.merge.options.map(\.name)) == ShardTests.triedOptions)
    #expect(Verb.score.options.map(\.name) == ["scenario"], "ScoreTests tries it")
    #expect(Set(Verb.attribute.options.map(\.name)) == AttributeTests.triedOptions)
    #expect(Set(Verb.trace.options.map(\.name)) == TraceTests.triedOptions)
    #expect(Set(Verb.exact.options.map(\.name)) == ExactVerbTests.triedOptions)
    for (verb, tried) in SensitivityTests.triedOptions {
      #expect(Set(verb.options.map(\.name)) == tried)
    }
    #expect(Set(Verb.calibrate.options.map(\.name)) == CalibrateTests.triedOptions)
    #expect(Set(Verb.validate.options.map(\.name)) == ValidateTests.triedOptions)
    #expect(Verb.help.options.isEmpty)
  }
}
