import SegmentModel

extension BenchmarkResult {
  /// The result as JSON; seconds, bytes and counts are as measured, not rounded.
  var json: JSONOutput {
    .object([
      ("place", .text(place)),
      ("scenarios", .array(scenarios.map { .text($0.id) })),
      ("step", .text(step.rawValue)),
      (
        "process",
        process.map {
          .object([
            ("seconds", Self.json($0.seconds)),
            ("processorSeconds", Self.json($0.processorSeconds)),
            ("peakBytes", .integer($0.peakBytes)),
          ])
        } ?? .null
      ),
      (
        "memory",
        memory.map {
          .object([
            ("fixedBytes", .number($0.fixedBytes)),
            ("bytesPerResident", .number($0.bytesPerResident)),
          ])
        } ?? .null
      ),
      ("whole", .array(whole.map { Self.json($0, ratio: nil) })),
      (
        "scaling",
        .object(
          BenchmarkDimension.allCases.map { dimension in
            (
              dimension.rawValue,
              .array(scaling(dimension).map { Self.json($0, ratio: $1) })
            )
          })
      ),
    ])
  }

  private static func json(_ measurement: BenchmarkMeasurement, ratio: Double?) -> JSONOutput {
    let stages = BenchmarkStage.allCases.map { stage in
      (stage.rawValue, measurement.stages[stage].map(json) ?? .null)
    }
    let counts = BenchmarkDimension.allCases.map { dimension in
      (dimension.rawValue, JSONOutput.integer(dimension.amount(measurement.size)))
    }
    return .object(
      counts + [
        ("residentSteps", .number(measurement.size.residentSteps)),
        ("seconds", json(measurement.seconds)),
        ("processorSeconds", json(measurement.processorSeconds)),
        ("stageSeconds", .object(stages)),
        (
          "residentStepsPerSecondPerCore",
          .number(measurement.residentStepsPerSecondPerCore)
        ),
        (
          "residentStepsPerSecondPerCoreInSteps",
          .optional(measurement.residentStepsPerSecondStepping)
        ),
        ("drawsPerMinute", .number(measurement.drawsPerMinute)),
        ("processPeakBytes", .integer(measurement.peakBytes)),
        ("processPeakBytesPerResident", .number(measurement.bytesPerResident)),
        ("costAgainstProportional", .optional(ratio)),
      ])
  }

  private static func json(_ spread: Spread) -> JSONOutput {
    .object([
      ("median", .number(spread.median)), ("min", .number(spread.least)),
      ("max", .number(spread.most)),
    ])
  }
}
