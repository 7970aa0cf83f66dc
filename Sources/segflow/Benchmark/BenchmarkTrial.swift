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

  private let times = StageTimes()

  /// Runs a case; where `load` is given, it is part of what is measured.
  init(_ example: BenchmarkCase, seed: UInt64, load: (() throws -> Void)? = nil) throws {
    let (started, used) = (ContinuousClock.now, ThisMachine.processorSeconds)
    if let load {
      try load()
      stages[.load] = Self.seconds(since: started)
    }
    if let loaded = example.drawn {
      try draw(example, loaded, seed: seed)
    } else {
      try runCentral(example, seed: seed)
    }
    seconds = Self.seconds(since: started)
    processorSeconds = ThisMachine.processorSeconds - used
    stages[.compile] = times.seconds(.compile)
    stages[.populate] = times.seconds(.populate)
    stages[.step] = times.seconds(.step)
    stages[.tally] = times.seconds(.tally)
    stages[.analyse] = times.seconds(.analyse)
    if example.drawn != nil { stages[.sample] = times.seconds(.sample) }
  }

  /// Draws the uncertain numbers, as a run does.
  private func draw(_ example: BenchmarkCase, _ loaded: LoadedRun, seed: UInt64) throws {
    let sampler = try StageTimes.measure(.sample, times) { try DrawSampler(loaded, seed: seed) }
    var comparison = try StageTimes.measure(.analyse, times) {
      try Comparison(model: example.model, scenarios: example.scenarios, step: example.step)
    }
    var runner = DrawRunner(
      sampler, comparison: comparison, seed: seed, replicates: Array(0..<example.replicates),
      threads: example.threads)
    runner.times = times
    try runner.run(1...example.draws) { result in
      StageTimes.measure(.analyse, times) {
        for (replicate, values) in zip(result.replicates, result.values) {
          comparison.add(draw: result.draw, replicate: replicate, values: values)
        }
      }
      return true
    }
  }

  /// Runs the central values.
  private func runCentral(_ example: BenchmarkCase, seed: UInt64) throws {
    let simulation = try StageTimes.measure(.compile, times) {
      try Simulation(model: example.model, scenarios: example.scenarios, step: example.step)
    }
    let replicates = Array(0..<example.replicates)
    let tallies = try simulation.run(
      seed: seed, replicates: replicates, threads: example.threads, times: times)
    try StageTimes.measure(.analyse, times) {
      var comparison = try Comparison(
        model: example.model, scenarios: example.scenarios, step: example.step)
      for (replicate, tallies) in zip(replicates, tallies) {
        comparison.add(replicate: replicate, tallies: tallies)
      }
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }
}
