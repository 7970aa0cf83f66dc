import Synchronization

/// How long the stages of runs took, added up over runs and threads; for benchmarks.
public final class StageTimes: Sendable {
  /// A part of a run.
  public enum Stage: Sendable, CaseIterable {
    /// Sampling the uncertain numbers and solving base rates again.
    case sample
    /// Laying the model out in tables.
    case compile
    /// Drawing up the list of residents (on one thread) and where they start.
    case populate
    /// Taking residents through the steps, counting included.
    case step
    /// Making room for counts, and adding those of the pieces of work together.
    case tally
    /// Valuing and comparing scenarios.
    case analyse
  }

  private let durations = Mutex<[Stage: Duration]>([:])

  /// Times at zero.
  public init() {}

  /// Seconds spent in a stage, each thread's counted.
  public func seconds(_ stage: Stage) -> Double {
    durations.withLock { $0[stage] ?? .zero } / .seconds(1)
  }

  /// Does some work; the time it takes is added to a stage if there are times to add to.
  public static func measure<Result>(
    _ stage: Stage, _ times: StageTimes?, _ work: () throws -> Result
  ) rethrows -> Result {
    guard let times else { return try work() }
    let started = ContinuousClock.now
    defer {
      let taken = ContinuousClock.now - started
      times.durations.withLock { $0[stage, default: .zero] += taken }
    }
    return try work()
  }
}
