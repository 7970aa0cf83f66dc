import SegmentModel

/// What a benchmark found of one place and its scenarios.
public struct BenchmarkResult: Sendable {
  /// The name of the place.
  public var place: String
  /// Scenarios, baseline first.
  public var scenarios: [Scenario]
  /// The length of a step.
  public var step: StepLength
  /// A whole process that runs one draw; nil where it was not started.
  public var process: BenchmarkProcess?
  /// Measurements: the files as they are, and those of each dimension by rising size.
  public var measurements: [BenchmarkMeasurement]

  /// Creates a result.
  public init(
    place: String, scenarios: [Scenario], step: StepLength, process: BenchmarkProcess? = nil,
    measurements: [BenchmarkMeasurement]
  ) {
    self.place = place
    self.scenarios = scenarios
    self.step = step
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

  /// Where cost grew fastest against proportional: what was changed, from and to how much, and the
  /// ratio; nil where nothing was measured at two sizes.
  var steepest: (dimension: BenchmarkDimension, from: Int, to: Int, ratio: Double)? {
    BenchmarkDimension.allCases.flatMap { dimension in
      let rows = scaling(dimension)
      return zip(rows, rows.dropFirst()).compactMap { before, row in
        row.ratio.map {
          (dimension, from: dimension.amount(before.0.size), to: dimension.amount(row.0.size), $0)
        }
      }
    }.max { $0.3 < $1.3 }
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
