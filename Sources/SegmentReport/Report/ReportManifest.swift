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

  let tool: Tool
  let runDigest: String
  let step: String
  let outputs: [File]
  let assurance: Assurance?
  /// Which part of a run the folder holds; nil for a whole one.
  let shard: ShardManifest.Part?
}
