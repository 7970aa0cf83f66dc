import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Does what is to be measured, once, and takes the time.
struct BenchmarkTrial {
  /// Seconds from start to end.
  private(set) var seconds = 0.0
  /// Seconds of processor time, all threads together.
  private(set) var processorSeconds = 0.0
  /// Seconds of each stage.
  private(set) var stages: [BenchmarkStage: Double] = [:]

  /// Runs a case; where `load` is given, it is part of what is measured.
  init(_ example: BenchmarkCase, seed: UInt64, load: (() throws -> Void)? = nil) throws {
    let (started, used) = (ContinuousClock.now, ThisMachine.processorSeconds)
    if let load { try measure(.load, load) }
    for draw in 0..<example.draws { try run(example, seed: seed, draw: draw) }
    seconds = Self.seconds(since: started)
    processorSeconds = ThisMachine.processorSeconds - used
  }

  private mutating func run(_ example: BenchmarkCase, seed: UInt64, draw: Int) throws {
    let simulation = try measure(.compile) {
      try Simulation(model: example.model, scenarios: example.scenarios, step: example.step)
    }
    let times = StageTimes()
    let replicates = Array(0..<example.replicates)
    let tallies = try simulation.run(
      seed: seed, draw: draw, replicates: replicates, threads: example.threads, times: times)
    stages[.populate, default: 0] += times.seconds(.populate)
    stages[.step, default: 0] += times.seconds(.step)
    stages[.tally, default: 0] += times.seconds(.tally)
    try measure(.analyse) {
      var comparison = try Comparison(
        model: example.model, scenarios: example.scenarios, step: example.step)
      for (replicate, tallies) in zip(replicates, tallies) {
        comparison.add(replicate: replicate, tallies: tallies)
      }
    }
  }

  private mutating func measure<Result>(
    _ stage: BenchmarkStage, _ work: () throws -> Result
  ) rethrows -> Result {
    let started = ContinuousClock.now
    defer { stages[stage, default: 0] += Self.seconds(since: started) }
    return try work()
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }
}
