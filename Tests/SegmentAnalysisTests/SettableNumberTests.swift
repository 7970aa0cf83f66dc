import SegmentModel
import SegmentSimulation
import Synchronization
import Testing

@testable import SegmentAnalysis

/// Numbers that are set by name, in a place where what is expected can be worked out by hand.
@Suite("Settable numbers")
struct SettableNumberTests {
  /// 20,000 residents, 10,000 of each age, of whom 5,000 are ill; 3,000 + 400 admissions a year.
  private static let place = CalibrationFiles.place(
    pathways: """
      [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ],
          "start": { "counts": { "ill": 5000 } } } ]
      """,
    events: """
      [ { "id": "crisis", "outcome": "admission",
          "ratePerYear": { "value": 0.12, "quality": "calibrated", "solve": "admissions" },
          "multipliers": { "illness": { "ill": { "value": 2 } } } },
        { "id": "accident", "outcome": "admission",
          "ratePerYear": { "byAge": { "45+": 0.03, "other": 0.01 } } } ]
      """,
    targets: """
      [ { "id": "admissions", "use": "calibration", "measure": { "outcome": "admission" },
          "value": 3400, "error": { "standardError": 170 }, "definition": "made up" } ]
      """)

  private let loaded: LoadedRun
  private let index: NumberIndex

  init() throws {
    let files = try CalibrationFiles(Self.place)
    defer { files.remove() }
    loaded = try Loader.load([files.path])[0]
    index = try NumberIndex(DrawSampler(loaded, seed: 1))
  }

  /// The first number of each event's rate with a number set; and the multiplier's.
  private func rates(_ name: String, _ value: Double) throws -> [[Double]] {
    let found = index.named(name)
    try #require(found.count == 1, "\(name): \(found.map(\.names))")
    let dial = try found[0].dial(loaded, seed: 1)
    let drawn = try dial.sampler.drawn(values: dial.setting(value))
    #expect(drawn.unmet.isEmpty)
    return drawn.model.happenings.map(\.chance.quantity.values.leaves)
  }

  @Test("A number that no draw moves is set, and base rates are solved again")
  func certain() throws {
    let name = "events[0].events[0].multipliers.illness.ill"
    for value in [1, 3.5] {
      let crises = try rates(name, value)[0][0]
      #expect(abs(crises - 3000 / (15_000 + 5_000 * value)) < 1e-12)
      #expect(try rates(name + ".value", value) == rates(name, value))
    }
    #expect(try rates(name, 2) == [[0.12], [0.01, 0.03]])
  }

  @Test("A number of a table moves alone; the table by its name moves as a whole")
  func tables() throws {
    let one = try rates("ratePerYear.byAge.45+", 0.05)
    #expect(one[1] == [0.01, 0.05])
    // 200 accidents more leave 200 crises fewer.
    #expect(abs(one[0][0] - 0.12 * 2800 / 3000) < 1e-12)
    #expect(try rates("byAge.other", 0.02)[1] == [0.02, 0.03])
    let whole = try rates("small/place.json:events[0].events[1].ratePerYear", 2)
    #expect(whole[1] == [0.02, 0.06])
    #expect(abs(whole[0][0] - 0.12 * 2600 / 3000) < 1e-12)
  }

  @Test("What is solved stays as set; a target moves what is solved for it")
  func solved() throws {
    #expect(try rates("events[0].events[0].ratePerYear", 0.2) == [[0.2], [0.01, 0.03]])
    #expect(try abs(rates("small:targets.admissions", 3700)[0][0] - 0.12 * 3300 / 3000) < 1e-12)
  }

  @Test("What makes no sense is refused", arguments: [-1, 1e7])
  func senseless(value: Double) throws {
    let number = try #require(index.named("multipliers.illness.ill").first)
    let dial = try number.dial(loaded, seed: 1)
    #expect(throws: AnalysisError.self) { try dial.setting(value) }
    #expect(index.named("multipliers.illness.well").isEmpty)
  }

  @Test("The range of what makes sense has ends that can be set, and no more beyond them")
  func ranges() throws {
    let pathways = """
      [ { "id": "illness", "segments": [ { "id": "well" }, { "id": "ill" } ],
          "start": { "shares": { "ill": 0.7 } } } ]
      """
    let events = """
      [ { "id": "one", "probabilityPerQuarter": 0.7 },
        { "id": "table", "probabilityPerQuarter": { "byAge": { "45+": 0.6, "other": 0.2 } } },
        { "id": "product", "probabilityPerQuarter": { "product": [ 0.8, 0.5 ] } } ]
      """
    let files = try CalibrationFiles(
      CalibrationFiles.place(pathways: pathways, events: events, targets: "[]"))
    defer { files.remove() }
    let loaded = try Loader.load([files.path])[0]
    let index = try NumberIndex(DrawSampler(loaded, seed: 1))
    let event = "small/place.json:events[0].events"
    for (name, most) in [
      ("shares.ill", 1), ("events[0].probabilityPerQuarter", 1), ("byAge.other", 1),
      ("\(event)[1].probabilityPerQuarter", 1 / 0.6), ("product[0]", 2), ("product[1]", 1.25),
    ] {
      let found = index.named(name)
      try #require(found.count == 1, "\(name): \(found.map(\.names))")
      #expect(abs(found[0].range.upperBound - most) < 1e-12 && found[0].range.lowerBound == 0)
      let dial = try found[0].dial(loaded, seed: 1)
      _ = try dial.setting(found[0].range.upperBound)
      #expect(throws: AnalysisError.self) { try dial.setting(most * 1.001) }
    }
  }

  @Test("The first setting that fails ends the others, and is the one that is told")
  func failure() throws {
    let name = "events[0].events[1].ratePerYear.byAge.45+"
    var run = loaded
    run.scenarios = [run.baseline]
    let dial = try #require(index.named(name).first).dial(run, seed: 1)
    let usual = dial.sampler.values(draw: 0)
    var failing = usual
    // More often in a step than can be simulated.
    failing[try #require(usual.firstIndex(of: 0.03))] = 1e9
    let runner = try SettingRunner(
      dial.sampler, scenario: 0, measures: [.outcome(0)], seed: 1, replicates: 1, threads: 1)
    let central = try runner.central()
    let done = Mutex<[Double]>([])
    #expect(throws: SimulationError.self) {
      try runner.run([usual, usual, failing] + Array(repeating: usual, count: 7), central: central)
      {
        share in done.withLock { $0.append(share) }
      }
    }
    #expect(done.withLock { $0 } == [0.1, 0.2, 0.3])
  }
}
