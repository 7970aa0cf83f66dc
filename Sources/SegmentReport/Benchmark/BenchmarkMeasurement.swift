/// Something measured several times.
public struct BenchmarkMeasurement: Sendable {
  /// What was changed to see how cost grows with it; nil for the files as they are.
  public var dimension: BenchmarkDimension?
  /// How much was simulated.
  public let size: BenchmarkSize
  /// Seconds from start to end.
  public let seconds: Spread
  /// Seconds of processor time from start to end, all threads together.
  public let processorSeconds: Spread
  /// Seconds of each stage that was part of it.
  public let stages: [BenchmarkStage: Spread]
  /// The most memory that the process held at once meanwhile, in bytes; where the system cannot
  /// count anew, the most so far.
  public let peakBytes: Int

  /// Creates a measurement.
  public init(
    dimension: BenchmarkDimension?, size: BenchmarkSize, seconds: Spread,
    processorSeconds: Spread, stages: [BenchmarkStage: Spread], peakBytes: Int
  ) {
    self.dimension = dimension
    self.size = size
    self.seconds = seconds
    self.processorSeconds = processorSeconds
    self.stages = stages
    self.peakBytes = peakBytes
  }

  /// Resident-steps for each second of each thread, everything counted.
  public var residentStepsPerSecondPerCore: Double { size.residentSteps / threadSeconds }

  /// Resident-steps for each second of each thread spent in steps alone.
  public var residentStepsPerSecondStepping: Double? {
    stages[.step].map { size.residentSteps / $0.median }
  }

  /// Draws, each with all its replicates and scenarios, for each minute of the clock.
  public var drawsPerMinute: Double { 60 * Double(size.draws) / seconds.median }

  /// The process's peak for each resident, in bytes.
  public var bytesPerResident: Double { Double(peakBytes) / Double(size.residents) }

  /// Seconds of the clock that threads were there for.
  private var threadSeconds: Double { seconds.median * Double(size.threads) }

  /// Cost over that of another measurement, divided by how much more there is to do.
  ///
  /// Above 1, cost grew faster than in proportion. Cost is processor time, which other programs
  /// disturb least; but threads, which do no more however many they are, are counted by the
  /// clock, so that one that waits is seen.
  func costAgainstProportional(to other: BenchmarkMeasurement) -> Double? {
    guard let dimension, dimension == other.dimension else { return nil }
    if dimension == .threads { return threadSeconds / other.threadSeconds }
    let growth = Double(dimension.amount(size)) / Double(dimension.amount(other.size))
    return processorSeconds.median / other.processorSeconds.median / growth
  }
}
