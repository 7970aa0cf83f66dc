import Foundation
import SegmentSimulation

/// What is read of `manifest.json`: by the report, by what is added to it, and by what puts draws together.
struct RunManifest: Decodable, Sendable {
  struct Tool: Decodable, Sendable {
    let name: String
    let version: String
  }
  struct File: Decodable, Hashable, Sendable {
    let path: String
    let bytes: Int
    let sha256: String
  }
  struct Assurance: Decodable, Sendable {
    let runBy: String?
    let assuredBy: String?
  }

  /// Which part of a run a shard is.
  struct Part: Decodable, Sendable {
    let number: Int
    let count: Int
  }
  struct World: Decodable, Sendable {
    let choices: [String: String]
    let scenarios: [String]
    /// Segments out of which a second move within a step is likely; nil where nobody looked.
    let secondMoves: [SecondMove]?
  }
  /// A table that another verb added to the folder of the run.
  struct Addition: Codable, Hashable, Sendable {
    /// The file.
    let path: String
    /// What it is about: a scenario and its choices; nothing where it is about the place.
    let of: String
    /// The command line that made it.
    let commandLine: [String]

    /// What stands in `of` for a scenario in the world of some choices.
    static func subject(_ scenario: String, choices: String) -> String {
      "\(scenario) (\(choices))"
    }

    /// What the command line says of an option such as `--only`; nil where it does not have it.
    func value(of option: String) -> String? {
      let words = commandLine.prefix { $0 != "--" }
      guard let place = words.firstIndex(where: { $0 == option || $0.hasPrefix(option + "=") })
      else {
        return nil
      }
      return words[place] == option
        ? words.dropFirst(place + 1).first : String(words[place].dropFirst(option.count + 1))
    }

    var json: JSONOutput {
      .object([
        ("path", .text(path)), ("of", .text(of)),
        ("commandLine", .array(commandLine.map { .text($0) })),
      ])
    }
  }

  let tool: Tool
  let runDigest: String
  let commandLine: [String]
  let baseline: String
  let worlds: [World]
  let seed: UInt64
  let draws: Int
  /// The error of the headline difference to go on until, as a part of it, if that was asked for.
  let untilMCSE: Double?
  let firstReplicate: Int
  let replicates: Int
  let perPerson: Bool
  let step: String
  let intervalLevel: Double
  /// The number of residents that the place was scaled to, if it was.
  let residents: Int?
  let inputs: [File]
  let additions: [Addition]
  let outputs: [File]
  let assurance: Assurance?
  /// Which part of a run the folder holds; nil for a whole one.
  let shard: Part?

  /// How a table about a scenario in the world of some choices was added; nil where it is not listed.
  func addition(_ path: String, scenario: String, choices: String) -> Addition? {
    let subject = Addition.subject(scenario, choices: choices)
    return additions.first { $0.path == path && $0.of == subject }
  }
}
