import Dispatch
import SegmentModel
import SegmentSimulation
import Synchronization

/// Runs draws of the uncertain numbers, several at a time, and hands over what they give in their
/// order.
///
/// A draw depends on the seed and its own number alone. Each is done by one thread from sampling to
/// valuation, unless there are more threads than draws.
public struct DrawRunner: Sendable {
  /// Samples the uncertain numbers.
  public var sampler: DrawSampler
  /// What results are measured for.
  public var comparison: Comparison
  /// The seed of all luck.
  public var seed: UInt64
  /// The replicates of each draw.
  public var replicates: [Int]
  /// Threads to use at a time.
  public var threads: Int
  /// Whether single residents are followed.
  public var followsPeople: Bool
  /// Takes how long the stages took, if there is one.
  public var times: StageTimes?
  private let shared = SharedPopulation()

  /// A runner whose results are for a comparison.
  public init(
    _ sampler: DrawSampler, comparison: Comparison, seed: UInt64, replicates: [Int],
    threads: Int, followsPeople: Bool = false
  ) {
    self.sampler = sampler
    self.comparison = comparison
    self.seed = seed
    self.replicates = replicates
    self.threads = threads
    self.followsPeople = followsPeople
  }

  /// Runs draws until `take` wants no more; it is called with one after the other, in order.
  ///
  /// `progress` is told the share that is done and may be called from any thread. Throws what the
  /// first draw that fails does.
  public func run(
    _ draws: ClosedRange<Int>, progress: @escaping @Sendable (Double) -> Void = { _ in },
    take: (DrawResult) -> Bool
  ) throws {
    let workers = max(1, min(threads, draws.count))
    let line = DrawLine(draws)
    // Taken under a lock, by whichever thread has the next one ready.
    withoutActuallyEscaping(take) { take in
      let taker = UncheckedTaker(take)
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while let draw = line.next() {
          let result = Result { try run(draw, threads: threads / workers) }
          progress(line.finish(draw, result, take: taker.take))
        }
      }
    }
    if let error = line.error { throw error }
  }

  /// One draw from sampling to valuation.
  public func run(_ draw: Int, threads: Int) throws -> DrawResult {
    let drawn = try StageTimes.measure(.sample, times) { try sampler.drawn(draw) }
    let step = comparison.timeline.step
    let own = Dictionary(
      ([drawn.baseline] + drawn.scenarios).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let scenarios = comparison.scenarios.map { scenario in
      guard let drawn = own[scenario.id] else {
        preconditionFailure("a draw has the scenarios of its run")
      }
      return drawn
    }
    let simulation = try StageTimes.measure(.compile, times) {
      do {
        return try Simulation(model: drawn.model, scenarios: scenarios, step: step)
      } catch let error as SimulationError {
        throw SimulationError("in draw \(draw), \(error.description)")
      }
    }
    let people = followsPeople ? PersonMeasures(model: drawn.model) : nil
    let tallies = try simulation.run(
      seed: seed, draw: draw, replicates: replicates, threads: max(1, threads),
      sharing: shared, times: times, people: people?.take)
    let values = try StageTimes.measure(.analyse, times) {
      tallies.map(try comparison.reader(of: drawn.model, scenarios).values)
    }
    return DrawResult(
      draw: draw, replicates: replicates, values: values,
      people: people.map { people in replicates.map(people.of) },
      parameters: drawn.values, unmet: drawn.unmet, impossible: drawn.impossible)
  }

  /// Carries a closure that is only ever called under a lock from thread to thread.
  private struct UncheckedTaker: @unchecked Sendable {
    let take: (DrawResult) -> Bool

    init(_ take: @escaping (DrawResult) -> Bool) { self.take = take }
  }
}

/// Draws in order: which is next to do, and which next to hand over.
private final class DrawLine: Sendable {
  private struct State {
    var nextToDo: Int
    var nextToTake: Int
    var done: [Int: Result<DrawResult, any Error>] = [:]
    var finished = 0
    var hasEnded = false
    var error: (any Error)?
  }

  private let draws: ClosedRange<Int>
  private let state: Mutex<State>

  init(_ draws: ClosedRange<Int>) {
    self.draws = draws
    state = Mutex(State(nextToDo: draws.lowerBound, nextToTake: draws.lowerBound))
  }

  /// What stopped the line.
  var error: (any Error)? { state.withLock { $0.error } }

  /// The next draw to do; nil when there is none.
  func next() -> Int? {
    state.withLock { state in
      guard !state.hasEnded, state.nextToDo <= draws.upperBound else { return nil }
      state.nextToDo += 1
      return state.nextToDo - 1
    }
  }

  /// Takes in a draw and hands over those whose turn it is; returns the share that is done.
  func finish(
    _ draw: Int, _ result: Result<DrawResult, any Error>, take: (DrawResult) -> Bool
  ) -> Double {
    state.withLock { state in
      state.done[draw] = result
      state.finished += 1
      while !state.hasEnded, let next = state.done.removeValue(forKey: state.nextToTake) {
        state.nextToTake += 1
        switch next {
        case .success(let result): state.hasEnded = !take(result)
        case .failure(let error): (state.error, state.hasEnded) = (error, true)
        }
      }
      return Double(state.finished) / Double(draws.count)
    }
  }
}
