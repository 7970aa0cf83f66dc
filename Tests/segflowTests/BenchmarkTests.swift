import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation
import Testing

@testable import segflow

/// What a benchmark measures and says; how fast anything is, is no test.
@Suite("Benchmark")
struct BenchmarkTests {
  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  private func example(_ model: Model? = nil) throws -> BenchmarkCase {
    let run = try Loader.load([files.path("classes.json")])[0]
    return BenchmarkCase(
      model: model ?? run.model, scenarios: [run.baseline] + run.scenarios, step: .quarter,
      threads: 1)
  }

  private func options(_ words: String...) throws -> BenchmarkOptions {
    try BenchmarkOptions(Arguments(["a"] + words, options: Verb.benchmark.options))
  }

  @Test("Everything has a default, and quick is shorter")
  func defaults() throws {
    let usual = try options()
    #expect(usual.problems == [BenchmarkProblem(files: ["a"])])
    #expect(usual.repeats == 5)
    #expect(usual.residents == nil)
    #expect(usual.output == nil)
    #expect(!usual.isQuick)
    #expect(try options("--quick").repeats == 1)
    #expect(try options("--quick", "--repeats=3").repeats == 3)
    #expect(try options("--residents", "40,10,40").residents == [10, 40])
    let whole = try example()
    func count(_ options: BenchmarkOptions) -> Int {
      BenchmarkPlan(whole: whole, problem: options.problems[0], options: options).cases.count
    }
    #expect(try count(options("--quick")) < count(usual))
    files.remove()
  }

  @Test("Unless files are named, what the repository lists is measured, and it is there")
  func shipped() throws {
    defer { files.remove() }
    let none = try Arguments(["--quick"], options: Verb.benchmark.options)
    let list = Data(#"[["a/b.json"], ["c.json", "d.json"]]"#.utf8)
    let two = try BenchmarkOptions(none) { _ in list }
    #expect(
      two.problems == [
        BenchmarkProblem(files: ["scenarios/a/b.json"]),
        .large(["scenarios/c.json", "scenarios/d.json"]),
      ])
    #expect(throws: UsageError.self) { try BenchmarkOptions(none) { _ in nil } }
    for wrong in ["", "[]", "[[]]", #"["a.json"]"#] {
      #expect(throws: UsageError.self) { try BenchmarkOptions(none) { _ in Data(wrong.utf8) } }
    }
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func shipped(_ path: String) -> Data? {
      FileManager.default.contents(atPath: top.appending(path: path).path)
    }
    let all = try BenchmarkOptions(none, contents: shipped)
    #expect(all.problems.map(\.isLarge) == [false, true])
    for problem in all.problems {
      _ = try Loader.load(problem.files.map { top.appending(path: $0).path })
    }
    let other = try Arguments(["--baseline=b"], options: Verb.benchmark.options)
    #expect(throws: UsageError.self) { try BenchmarkOptions(other, contents: shipped) }
  }

  @Test("A large problem is measured at the smaller sizes, in the dimensions that it names")
  func large() throws {
    defer { files.remove() }
    let whole = try example()
    let problem = BenchmarkProblem(files: [], dimensions: [.residents, .threads], isLarge: true)
    let cases = try BenchmarkPlan(whole: whole, problem: problem, options: options("--threads=2"))
      .cases
    #expect(
      cases.map(\.dimension) == [.residents, .residents, nil, .residents, .threads, .threads])
    #expect(cases.map(\.size.residents) == [187, 750, 3000, 3000, 3000, 3000])
    #expect(cases.map(\.draws) == [1, 1, 1, 1, 4, 4])
  }

  @Test("Several problems have tables and figures each")
  func problems() throws {
    defer { files.remove() }
    let (console, output) = (RecordedConsole(), files.path("both.json"))
    try measure("classes.json", "leaflets.json", writing: output, console: console)
    let data = try Data(contentsOf: URL(filePath: output))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let problems = try #require(json["problems"] as? [[String: Any]])
    #expect(
      problems.map { $0["scenarios"] as? [String] }
        == [["baseline", "classes"], ["baseline", "leaflets"]])
    #expect(console.out.components(separatedBy: "Memory, by residents").count == 3)
  }

  @Test("A mistake in a later problem is told before anything is measured, and nothing is written")
  func mistake() throws {
    defer { files.remove() }
    let (console, output) = (RecordedConsole(), files.path("both.json"))
    #expect(throws: (any Error).self) {
      try measure("classes.json", "absent.json", writing: output, console: console)
    }
    // A debug build warns when it starts to measure.
    #expect(console.error.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  /// Measures several small problems at once.
  private func measure(
    _ names: String..., writing output: String, console: RecordedConsole
  ) throws {
    var asked = try options("--quick", "--threads=1", "-q", "-o", output)
    asked.problems = names.map { BenchmarkProblem(files: [files.path($0)], isLarge: true) }
    try BenchmarkCommand(options: asked, commandLine: [], console: console.console).run()
  }

  @Test(
    "The peak of memory is counted anew where the system can",
    .enabled(if: FileManager.default.isWritableFile(atPath: "/proc/self/clear_refs")))
  func peak() {
    let size = 200_000_000
    func peakWithBlock() -> Int {
      withExtendedLifetime([UInt8](repeating: 1, count: size)) { ThisMachine.peakBytes }
    }
    let high = peakWithBlock()
    #expect(high > size)
    ThisMachine.forgetPeak()
    // Other tests run at the same time, and take little.
    #expect(ThisMachine.peakBytes < high - size / 2)
    files.remove()
  }

  @Test("What grew fastest is named, and what is done twice is measured once")
  func steepest() throws {
    defer { files.remove() }
    let figures = try BenchmarkFigures(["--quick", "--threads=1"], in: files)
    let ratios = try BenchmarkDimension.allCases.flatMap { dimension in
      try figures.scaling(dimension.rawValue).compactMap {
        $0["costAgainstProportional"] as? Double
      }
    }
    let greatest = NumberText.fixed(try #require(ratios.max()), decimals: 2)
    #expect(
      figures.console.out.contains("Cost against proportional is greatest, \(greatest), from"))
    let seconds = try ["residents", "steps", "scenarios"].map {
      try #require(try figures.scaling($0).last?["seconds"] as? [String: Double])
    }
    #expect(Set(seconds).count == 1)
  }

  @Test("The JSON has every measurement, with all that is in it")
  func json() throws {
    defer { files.remove() }
    let figures = try BenchmarkFigures(["--quick", "--repeats=2", "--threads=2"], in: files)
    let build = BenchmarkCommand.isOptimised ? "release" : "debug"
    #expect(figures.json["build"] as? String == build)
    #expect(figures.json["repeats"] as? Int == 2)
    let whole = try figures.whole()
    #expect(whole["residentSteps"] as? Int == 3000 * 12 * 2)
    let stages = try #require(whole["stageSeconds"] as? [String: Any])
    #expect(Set(stages.keys) == Set(BenchmarkStage.allCases.map(\.rawValue)))
    for stage in stages.values {
      let spread = try #require(stage as? [String: Double])
      let (least, median, most) = (spread["min"]!, spread["median"]!, spread["max"]!)
      #expect(0 < least && least <= median && median <= most)
    }
    #expect(try #require(whole["processPeakBytes"] as? Int) > 1_000_000)
    let amounts: [String: [Int]] = [
      "residents": [187, 750, 3000], "steps": [8, 12], "pathways": [1, 2], "scenarios": [1, 2],
      "replicates": [1, 2], "draws": [1, 2], "threads": [1, 2],
    ]
    #expect(Set(amounts.keys) == Set(BenchmarkDimension.allCases.map(\.rawValue)))
    for (dimension, expected) in amounts {
      let rows = try figures.scaling(dimension)
      #expect(rows.map { $0[dimension] as? Int } == expected, "\(dimension)")
      #expect(rows[0]["costAgainstProportional"] is NSNull)
      #expect(rows.dropFirst().allSatisfy { $0["costAgainstProportional"] is Double })
    }
  }

  @Test("The table has every dimension, and a debug build says what it is")
  func table() throws {
    defer { files.remove() }
    let console = try BenchmarkFigures(["--quick", "--threads=1"], in: files).console
    for dimension in BenchmarkDimension.allCases {
      #expect(console.out.contains("\n" + dimension.rawValue.capitalized + "\n"))
    }
    for stage in BenchmarkStage.allCases {
      #expect(console.out.contains("\n  " + stage.rawValue.capitalized))
    }
    #expect(console.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
    for text in [console.out, console.error] {
      #expect(text.contains("THIS IS A DEBUG BUILD") != BenchmarkCommand.isOptimised)
    }
  }

  @Test("Whatever is a number of people grows with the place")
  func residents() throws {
    defer { files.remove() }
    var model = try example().model
    model.population.birthsPerYear = Quantity(30)
    model.population.joinersPerYear = [Joiners(AgeRange(20, 30), peoplePerYear: Quantity(10))]
    model.pathways[0].start = .counts([1: 299])
    var scaled = try example(model)
    scaled.scenarios[1].interventions[0].capacityPerYear = Quantity(8)
    scaled.scale(toResidents: 1500)
    #expect(scaled.size.residents == 1500)
    #expect(scaled.model.population.birthsPerYear?.scalar == 15)
    #expect(scaled.model.population.joinersPerYear.map(\.peoplePerYear.scalar) == [5])
    #expect(scaled.model.pathways[0].start == .counts([1: 149]))
    #expect(scaled.scenarios[1].interventions[0].capacityPerYear?.scalar == 4)
  }

  @Test("Copies of pathways change nothing else that happens, bit for bit")
  func pathways() throws {
    defer { files.remove() }
    let plain = try example()
    var copied = plain
    copied.copyPathways(times: 3)
    #expect(copied.size.pathways == 3)
    func outcomes(_ example: BenchmarkCase) throws -> [[Double]] {
      let tallies = try Simulation(model: example.model, scenarios: example.scenarios)
        .run(seed: 1, replicates: [0], threads: 1)[0]
      var comparison = try Comparison(
        model: example.model, scenarios: example.scenarios, step: .quarter)
      comparison.add(replicate: 0, tallies: tallies)
      return comparison.results.map { result in
        [.outcome(0, cause: nil, year: nil, group: 0), .deaths(year: nil)]
          .compactMap { result.value($0)?.mean }
      }
    }
    let expected = try outcomes(plain)
    #expect(expected[0] != expected[1])
    #expect(try outcomes(copied) == expected)
  }
}
