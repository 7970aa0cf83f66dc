/// What a whole process cost: from its start, through one draw of all scenarios, to its end with the
/// results written.
public struct BenchmarkProcess: Sendable {
  /// Seconds by the clock.
  public let seconds: Spread
  /// Seconds of processor time, all threads together.
  public let processorSeconds: Spread
  /// The most memory that it had at once, in bytes.
  public let peakBytes: Int

  /// Creates a measurement.
  public init(seconds: Spread, processorSeconds: Spread, peakBytes: Int) {
    self.seconds = seconds
    self.processorSeconds = processorSeconds
    self.peakBytes = peakBytes
  }
}
