import SegmentModel

extension BenchmarkReport {
  /// The report as JSON; seconds, bytes and counts are as measured, not rounded.
  public var json: JSONValue {
    .object([
      (
        "tool",
        .object([("name", .text(Manifest.toolName)), ("version", .text(toolVersion))])
      ),
      ("commandLine", .array(commandLine.map { .text($0) })),
      ("build", .text(isOptimised ? "release" : "debug")),
      ("machine", machineJSON),
      ("place", .text(place)),
      ("scenarios", .array(scenarios.map { .text($0.id) })),
      ("step", .text(step.rawValue)),
      ("seed", .unsigned(seed)),
      ("repeats", .integer(repeats)),
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

  private var machineJSON: JSONValue {
    .object([
      ("processor", machine.processor.map { .text($0) } ?? .null),
      ("processors", .integer(machine.processors)),
      ("system", .text(machine.system)),
      ("loadAverageAtStart", .optional(machine.loadAverage)),
    ])
  }

  private static func json(_ measurement: BenchmarkMeasurement, ratio: Double?) -> JSONValue {
    let stages = BenchmarkStage.allCases.map { stage in
      (stage.rawValue, measurement.stages[stage].map(json) ?? .null)
    }
    let counts = BenchmarkDimension.allCases.map { dimension in
      (dimension.rawValue, JSONValue.integer(dimension.amount(measurement.size)))
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

  private static func json(_ spread: Spread) -> JSONValue {
    .object([
      ("median", .number(spread.median)), ("min", .number(spread.least)),
      ("max", .number(spread.most)),
    ])
  }
}
