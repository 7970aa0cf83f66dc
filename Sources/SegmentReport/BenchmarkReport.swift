import SegmentModel

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
  /// The name of the place.
  public var place: String
  /// Scenarios, baseline first.
  public var scenarios: [Scenario]
  /// The length of a step.
  public var step: StepLength
  /// The seed of all luck.
  public var seed: UInt64
  /// How often each measurement was repeated.
  public var repeats: Int
  /// Measurements: the files as they are first, then those of each dimension by rising size.
  public var measurements: [BenchmarkMeasurement]

  /// Creates a report.
  public init(
    toolVersion: String, commandLine: [String], isOptimised: Bool, machine: BenchmarkMachine,
    place: String, scenarios: [Scenario], step: StepLength, seed: UInt64, repeats: Int,
    measurements: [BenchmarkMeasurement]
  ) {
    self.toolVersion = toolVersion
    self.commandLine = commandLine
    self.isOptimised = isOptimised
    self.machine = machine
    self.place = place
    self.scenarios = scenarios
    self.step = step
    self.seed = seed
    self.repeats = repeats
    self.measurements = measurements
  }

  /// The measurements in which a dimension was changed, each with the cost against what the one
  /// before it would make one expect.
  func scaling(_ dimension: BenchmarkDimension) -> [(BenchmarkMeasurement, ratio: Double?)] {
    let rows = measurements.filter { $0.dimension == dimension }
    return rows.indices.map { index in
      (rows[index], index == 0 ? nil : rows[index].costAgainstProportional(to: rows[index - 1]))
    }
  }

  /// The measurements of the files as they are.
  var whole: [BenchmarkMeasurement] { measurements.filter { $0.dimension == nil } }
}
