/// How much is simulated in a measurement, and on how many threads.
public struct BenchmarkSize: Hashable, Sendable {
  /// Residents at the start.
  public var residents: Int
  /// Steps of the run.
  public var steps: Int
  /// Pathways of the place.
  public var pathways: Int
  /// Scenarios, the baseline counted.
  public var scenarios: Int
  /// Replicates of every scenario.
  public var replicates: Int
  /// Draws; the model is compiled anew for each.
  public var draws: Int
  /// Threads that were asked for.
  public var threads: Int

  /// Creates a size.
  public init(
    residents: Int, steps: Int, pathways: Int, scenarios: Int, replicates: Int, draws: Int,
    threads: Int
  ) {
    self.residents = residents
    self.steps = steps
    self.pathways = pathways
    self.scenarios = scenarios
    self.replicates = replicates
    self.draws = draws
    self.threads = threads
  }

  /// Residents x steps x scenarios x replicates x draws; the dead are counted, joiners are not.
  public var residentSteps: Double {
    [residents, steps, scenarios, replicates, draws].reduce(1) { $0 * Double($1) }
  }
}
