/// What a benchmark found.
public struct BenchmarkReport: Sendable {
  /// The tool's version.
  public var toolVersion: String
  /// The command that was given.
  public var commandLine: [String]
  /// Whether the compiler optimised; else the figures mean nothing.
  public var isOptimised: Bool
  /// Where it ran.
  public var machine: BenchmarkMachine
  /// The seed of all luck.
  public var seed: UInt64
  /// How often each measurement was repeated.
  public var repeats: Int
  /// What was found of each problem, in the order measured.
  public var results: [BenchmarkResult]

  /// Creates a report.
  public init(
    toolVersion: String, commandLine: [String], isOptimised: Bool, machine: BenchmarkMachine,
    seed: UInt64, repeats: Int, results: [BenchmarkResult]
  ) {
    self.toolVersion = toolVersion
    self.commandLine = commandLine
    self.isOptimised = isOptimised
    self.machine = machine
    self.seed = seed
    self.repeats = repeats
    self.results = results
  }
}
