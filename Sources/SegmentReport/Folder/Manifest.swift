import Foundation
import SegmentModel
import SegmentSimulation

/// What `manifest.json` says: how to make the run again, and how to tell that it came out the same.
public enum Manifest {
  /// The name of the file.
  public static let fileName = "manifest.json"
  /// What the manifest calls the tool, by which a results folder is recognised.
  public static let toolName = "segflow"

  /// The manifest of a run, one record for each world, of the place with an id, and the files it
  /// wrote, by name and contents.
  public static func text(
    _ records: [RunRecord], _ environment: RunEnvironment, place: String,
    outputs: [(name: String, contents: String)]
  ) -> String {
    text(
      records, environment, place: place,
      digests: outputs.map { ($0.name, FileDigest(Array($0.contents.utf8))) })
  }

  /// The manifest of a run or of a shard of it, which wrote files with some digests.
  static func text(
    _ records: [RunRecord], _ environment: RunEnvironment, place: String,
    digests: [(name: String, digest: FileDigest)], shard: Shard? = nil
  ) -> String {
    let record = records[0]
    var members: [(String, JSONOutput)] = [
      (
        "tool",
        .object([("name", .text(toolName)), ("version", .text(record.toolVersion))])
      ),
      ("formatVersion", .integer(RunRecord.formatVersion)),
      ("runDigest", .text(RunRecord.digest(records))),
      ("commandLine", .array(record.commandLine.map { .text($0) })),
      ("place", .text(place)),
      ("baseline", .text(record.scenarios[0])),
      ("worlds", .array(records.map(json))),
      ("seed", .unsigned(record.seed)),
      ("draws", .integer(record.draws)),
      ("untilMCSE", .optional(record.untilError)),
      ("firstReplicate", .integer(record.replicates.first ?? 0)),
      ("replicates", .integer(record.replicates.count)),
      ("step", .text(record.step.rawValue)),
      ("intervalLevel", .number(record.level)),
      ("perPerson", .truth(record.isPerPerson)),
      ("residents", record.residents.map { .integer($0) } ?? .null),
      ("inputs", .array(record.files.map { file($0.path, FileDigest($0.bytes)) })),
      ("assurance", record.assurance.json),
      ("additions", .array([])),
      ("outputs", .array(digests.map { file($0.name, $0.digest) })),
      ("environment", json(environment)),
    ]
    if let shard {
      members.append(
        ("shard", .object([("number", .integer(shard.number)), ("count", .integer(shard.count))])))
    }
    members.append((ManifestText.sealKey, .text("")))
    var text = ManifestText(text: JSONOutput.object(members).document)
    text.seal()
    return text.text
  }

  /// The digests of files that were written.
  static func outputs(_ files: [(name: String, contents: String)]) -> JSONOutput {
    .array(files.map { file($0.name, FileDigest(Array($0.contents.utf8))) })
  }

  private static func json(_ record: RunRecord) -> JSONOutput {
    let secondMoves = record.secondMoves.map { moves in
      ("secondMoves", JSONOutput.array(moves.map(json)))
    }
    return .object(
      [
        ("choices", Summary.choices(record)),
        ("scenarios", .array(record.scenarios.dropFirst().map { .text($0) })),
      ] + [secondMoves].compactMap { $0 })
  }

  private static func json(_ move: SecondMove) -> JSONOutput {
    .object([
      ("pathway", .text(move.pathway)), ("segment", .text(move.segment)),
      ("chance", .number(move.chance)),
    ])
  }

  private static func file(_ path: String, _ digest: FileDigest) -> JSONOutput {
    .object([
      ("path", .text(path)), ("bytes", .integer(digest.bytes)), ("sha256", .text(digest.sha256)),
    ])
  }

  private static func json(_ environment: RunEnvironment) -> JSONOutput {
    .object([
      ("host", .text(environment.host)),
      ("system", .text(environment.system)),
      ("threads", .integer(environment.threads)),
      ("started", .text(environment.started.formatted(.iso8601))),
      ("ended", .text(environment.ended.formatted(.iso8601))),
    ])
  }
}
