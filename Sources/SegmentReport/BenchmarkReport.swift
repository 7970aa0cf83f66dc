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
  /// A whole process that runs one draw; nil where it was not started.
  public var process: BenchmarkProcess?
  /// Measurements: the files as they are first, then those of each dimension by rising size.
  public var measurements: [BenchmarkMeasurement]

  /// Creates a report.
  public init(
    toolVersion: String, commandLine: [String], isOptimised: Bool, machine: BenchmarkMachine,
    place: String, scenarios: [Scenario], step: StepLength, seed: UInt64, repeats: Int,
    process: BenchmarkProcess? = nil, measurements: [BenchmarkMeasurement]
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
    self.process = process
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

  /// The memory of a run as a line: what it takes whatever the place, and for each resident; nil
  /// where it was not measured at two sizes.
  var memory: (fixedBytes: Double, bytesPerResident: Double)? {
    let rows = measurements.filter { $0.dimension == .residents }
    guard let first = rows.first, let last = rows.last,
      last.size.residents > first.size.residents
    else { return nil }
    let slope =
      Double(last.peakBytes - first.peakBytes)
      / Double(last.size.residents - first.size.residents)
    return (Double(first.peakBytes) - slope * Double(first.size.residents), slope)
  }

  /// The measurements of the files as they are.
  var whole: [BenchmarkMeasurement] { measurements.filter { $0.dimension == nil } }
}
