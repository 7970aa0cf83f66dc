import Foundation

/// What a report reads of `manifest.json`.
struct ReportManifest: Decodable, Sendable {
  struct Tool: Decodable, Sendable {
    let name: String
    let version: String
  }
  struct File: Decodable, Sendable {
    let path: String
    let sha256: String
  }
  struct Assurance: Decodable, Sendable {
    let runBy: String?
    let assuredBy: String?
  }

  struct World: Decodable, Sendable {
    let choices: [String: String]
    let scenarios: [String]
  }
  /// A table that another verb added to the folder of the run.
  struct Addition: Codable, Hashable, Sendable {
    /// The file.
    let path: String
    /// What it is about: a scenario and its choices; nothing where it is about the place.
    let of: String
    /// The command line that made it.
    let commandLine: [String]

    var json: JSONValue {
      .object([
        ("path", .text(path)), ("of", .text(of)),
        ("commandLine", .array(commandLine.map { .text($0) })),
      ])
    }
  }

  let tool: Tool
  let runDigest: String
  let baseline: String
  let worlds: [World]
  let step: String
  let intervalLevel: Double
  /// The number of residents that the place was scaled to, if it was.
  let residents: Int?
  let inputs: [File]
  let additions: [Addition]
  let outputs: [File]
  let assurance: Assurance?
  /// Which part of a run the folder holds; nil for a whole one.
  let shard: ShardManifest.Part?
}
