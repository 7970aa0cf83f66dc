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
    #expect(usual.files == ["a"])
    #expect(usual.repeats == 5)
    #expect(usual.residents == nil)
    #expect(usual.output == nil)
    #expect(!usual.isQuick)
    #expect(try options("--quick").repeats == 1)
    #expect(try options("--quick", "--repeats=3").repeats == 3)
    #expect(try options("--residents", "40,10,40").residents == [10, 40])
    let whole = try example()
    func count(_ options: BenchmarkOptions) -> Int {
      BenchmarkPlan(whole: whole, options: options).cases.count
    }
    #expect(try count(options("--quick")) < count(usual))
    files.remove()
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
    model.population.joinersPerYear = [(AgeRange(20, 30), Quantity(10))]
    model.pathways[0].start = .counts([1: 299])
    var scaled = try example(model)
    scaled.scenarios[1].interventions[0].capacityPerYear = Quantity(8)
    scaled.scale(toResidents: 1500)
    #expect(scaled.size.residents == 1500)
    #expect(scaled.model.population.birthsPerYear?.scalar == 15)
    #expect(scaled.model.population.joinersPerYear.map(\.people.scalar) == [5])
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
