import SegmentSimulation

extension ExpressionMeter {
  /// Runs replicates of a simulation of the meter's scenarios and adds them.
  ///
  /// Residents are followed only if an expression needs it. `progress` is told how much is done,
  /// from 0 to 1, and may be called from any thread.
  public mutating func run(
    _ simulation: Simulation, seed: UInt64, replicates: [Int], threads: Int,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws {
    let readings = people.map { PersonReadings($0) }
    let tallies = try simulation.run(
      seed: seed, replicates: replicates, threads: threads, progress: progress,
      following: people?.years, people: readings?.take)
    for (replicate, tallies) in zip(replicates, tallies) {
      try add(tallies, people: readings?.of(replicate) ?? [])
    }
  }
}
