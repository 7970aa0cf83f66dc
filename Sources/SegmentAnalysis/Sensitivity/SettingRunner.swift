import Dispatch
import SegmentModel
import SegmentSimulation
import Synchronization

/// Runs a scenario and its baseline at settings of the uncertain numbers, all with the same luck.
///
/// A setting has a value for each parameter of a ``DrawSampler``; base rates are solved again as in a
/// draw. Money comes after the simulation: a setting that differs from the central values in prices,
/// resources and utilities alone reads the central tallies at its own prices, which is exact.
public struct SettingRunner: Sendable {
  /// The tallies of the central values, by replicate, then baseline and scenario.
  public struct Central: Sendable {
    fileprivate let tallies: [[Tallies]]
    /// What they come to.
    public let result: SettingResult
  }

  /// What is measured.
  public let measures: [AttributedMeasure]
  private let sampler: DrawSampler
  private let scenario: Int
  private let seed: UInt64
  private let replicates: Int
  private let step: StepLength
  private let threads: Int
  private let simulated: SimulatedRun
  private let shared = SharedPopulation()

  /// A runner of one of the scenarios that a sampler draws; replicates count from 0, in draw 0.
  public init(
    _ sampler: DrawSampler, scenario: Int, measures: [AttributedMeasure], seed: UInt64,
    replicates: Int, step: StepLength? = nil, threads: Int
  ) throws {
    self.sampler = sampler
    self.scenario = scenario
    self.measures = measures
    self.seed = seed
    self.replicates = replicates
    self.step = step ?? sampler.loaded.model.step
    self.threads = threads
    let central = try sampler.drawn(values: sampler.values(draw: 0))
    simulated = SimulatedRun(central, scenario: scenario)
  }

  /// Whether a setting changes what happens to residents, not only what that costs.
  public func needsSimulation(_ values: [Double]) throws -> Bool {
    SimulatedRun(try sampler.drawn(values: values), scenario: scenario) != simulated
  }

  /// Simulates the central values.
  public func central() throws -> Central {
    let drawn = try sampler.drawn(values: sampler.values(draw: 0))
    let tallies = try simulate(drawn, threads: threads)
    return Central(tallies: tallies, result: try result(drawn, tallies))
  }

  /// The result at one setting.
  public func run(_ values: [Double], central: Central) throws -> SettingResult {
    try run(values, central: central, threads: threads)
  }

  /// The results at settings, several at a time.
  ///
  /// `progress` is told the share that is done and may be called from any thread. Throws what the
  /// first setting that fails does; none is begun after that.
  public func run(
    _ settings: [[Double]], central: Central,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> [SettingResult] {
    let workers = max(1, min(threads, settings.count))
    let state = Mutex(
      (
        next: 0, done: 0, hasFailed: false,
        results: [Result<SettingResult, any Error>?](
          repeating: nil, count: settings.count)
      ))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let next = state.withLock { state -> Int? in
          guard !state.hasFailed, state.next < settings.count else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let index = next else { return }
        let result = Result {
          try run(settings[index], central: central, threads: threads / workers)
        }
        let done = state.withLock { state -> Int in
          state.results[index] = result
          if case .failure = result { state.hasFailed = true }
          state.done += 1
          return state.done
        }
        progress(Double(done) / Double(settings.count))
      }
    }
    return try state.withLock { $0.results }.compactMap { try $0?.get() }
  }

  private func run(_ values: [Double], central: Central, threads: Int) throws -> SettingResult {
    let drawn = try sampler.drawn(values: values)
    guard SimulatedRun(drawn, scenario: scenario) != simulated else {
      return try result(drawn, central.tallies)
    }
    return try result(drawn, try simulate(drawn, threads: max(1, threads)))
  }

  private func simulate(_ drawn: DrawnRun, threads: Int) throws -> [[Tallies]] {
    try Simulation(
      model: drawn.model, scenarios: [drawn.baseline, drawn.scenarios[scenario]], step: step
    ).run(
      seed: seed, replicates: Array(0..<replicates), threads: threads, sharing: shared)
  }

  private func result(_ drawn: DrawnRun, _ tallies: [[Tallies]]) throws -> SettingResult {
    let readers = try [drawn.baseline, drawn.scenarios[scenario]].map {
      try AttributedReader(model: drawn.model, scenario: $0, step: step, measures: measures)
    }
    let replicates = tallies.map { pair in
      zip(readers[0].values(pair[0]), readers[1].values(pair[1])).map(-)
    }
    return SettingResult(
      avoided: measures.indices.map { measure in replicates.map { $0[measure] } },
      unmet: drawn.unmet, impossible: drawn.impossible)
  }
}
