/// How a calibration is done.
public struct CalibrationOptions: Hashable, Sendable {
  /// The seed of all luck, which stays the same from round to round.
  public var seed: UInt64
  /// Replicates of the baseline in each round.
  public var replicates: Int
  /// Threads.
  public var threads: Int
  /// How far a target may be missed, as a part of its own standard error.
  public var tolerance: Double
  /// How many rounds are made at most.
  public var rounds: Int
  /// People of each class in the birth cohorts that starts settle from.
  public var cohort: Int

  /// Creates options.
  public init(
    seed: UInt64 = 1, replicates: Int = 10, threads: Int, tolerance: Double = 0.5,
    rounds: Int = 25, cohort: Int = 20_000
  ) {
    self.seed = seed
    self.replicates = replicates
    self.threads = threads
    self.tolerance = tolerance
    self.rounds = rounds
    self.cohort = cohort
  }
}
