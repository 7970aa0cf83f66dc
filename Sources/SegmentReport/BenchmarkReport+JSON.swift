import SegmentModel

extension BenchmarkReport {
  /// The report as JSON; seconds, bytes and counts are as measured, not rounded.
  public var json: JSONOutput {
    .object([
      (
        "tool",
        .object([("name", .text(Manifest.toolName)), ("version", .text(toolVersion))])
      ),
      ("commandLine", .array(commandLine.map { .text($0) })),
      ("build", .text(isOptimised ? "release" : "debug")),
      ("machine", machineJSON),
      ("seed", .unsigned(seed)),
      ("repeats", .integer(repeats)),
      ("problems", .array(results.map(\.json))),
    ])
  }

  private var machineJSON: JSONOutput {
    .object([
      ("processor", machine.processor.map { .text($0) } ?? .null),
      ("processors", .integer(machine.processors)),
      ("system", .text(machine.system)),
      ("loadAverageAtStart", .optional(machine.loadAverage)),
    ])
  }
}
