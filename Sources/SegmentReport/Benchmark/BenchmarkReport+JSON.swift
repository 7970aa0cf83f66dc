import Foundation
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

  /// Whether the bytes of a file are such a report.
  public static func isReport(_ data: Data) -> Bool {
    struct Written: Decodable {
      struct Tool: Decodable { let name: String }
      let tool: Tool
      let repeats: Int
      let problems: [JSONIgnored]
    }
    struct JSONIgnored: Decodable {}
    let written = try? JSONDecoder().decode(Written.self, from: data)
    return written?.tool.name == Manifest.toolName
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
