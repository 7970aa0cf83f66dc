import Foundation
import SegmentAnalysis
import SegmentModel

/// All shards of a run, checked to belong together.
public struct ShardSet: Sendable {
  /// The folders in the order of their shards.
  private let folders: [(path: String, manifest: RunManifest)]

  /// Reads the folders of shards; `again` gives the command that runs one of a command line's shards.
  ///
  /// Throws ``ShardError`` where they are not the whole of one run made by a version of the tool.
  public init(
    _ paths: [String], version: String, again: (_ commandLine: [String], Shard) -> String
  ) throws(ShardError) {
    var folders: [(path: String, manifest: RunManifest)] = []
    for path in paths { folders.append((path, try Self.manifest(path))) }
    let first = folders[0]
    for (path, manifest) in folders {
      guard manifest.tool.version == version else {
        throw ShardError(
          "'\(path)' was made by version \(manifest.tool.version); this is \(version)",
          help: "merge with the version that made the shards")
      }
      if let difference = first.manifest.difference(from: manifest) {
        throw ShardError(
          "'\(first.path)' and '\(path)' are not of one run: \(difference)",
          help: "give the shards of one run")
      }
    }
    self.folders = folders.sorted { $0.manifest.shard!.number < $1.manifest.shard!.number }
    try requireWhole(again)
  }

  private static func manifest(_ path: String) throws(ShardError) -> RunManifest {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(Manifest.fileName)") else {
      throw ShardError(
        "'\(path)' has no \(Manifest.fileName), so it is not the folder of a shard",
        help: "'segflow run --shard' makes them")
    }
    guard let manifest = try? JSONDecoder().decode(RunManifest.self, from: data) else {
      throw ShardError(
        "'\(path)/\(Manifest.fileName)' is not what '\(Manifest.toolName) run --shard' of this "
          + "version writes")
    }
    guard let part = manifest.shard, part.count > 0, (1...part.count).contains(part.number) else {
      throw ShardError(
        "'\(path)' is not a shard of a run", help: "'segflow run --shard' makes them")
    }
    return manifest
  }

  /// Throws unless every shard is there once.
  private func requireWhole(_ again: ([String], Shard) -> String) throws(ShardError) {
    let parts = folders.map { ($0.path, $0.manifest.shard!) }
    for (one, other) in zip(parts, parts.dropFirst()) {
      guard one.1.count == other.1.count else {
        throw ShardError(
          "'\(one.0)' is one of \(one.1.count) shards, '\(other.0)' one of \(other.1.count)",
          help: "give shards of one split")
      }
      guard one.1.number != other.1.number else {
        throw ShardError(
          "'\(one.0)' and '\(other.0)' are both shard \(one.1.number) of \(one.1.count)",
          help: "give each shard once")
      }
    }
    let count = parts[0].1.count
    let missing = Set(1...count).subtracting(parts.map(\.1.number)).sorted()
    guard let lost = missing.first else { return }
    let numbers = missing.map { "\($0)" }.joined(separator: ", ")
    throw ShardError(
      "missing of \(count) shards: \(numbers)",
      help: "run them: '\(again(commandLine, Shard(number: lost, count: count)))'"
        + (missing.count > 1 ? " and so on" : ""))
  }

  /// The command line of the first shard.
  public var commandLine: [String] { folders[0].manifest.commandLine }

  /// Throws unless a run read now is the one that the shards are parts of.
  public func requireRun(_ records: [RunRecord]) throws(ShardError) {
    let manifest = folders[0].manifest
    guard RunRecord.digest(records) != manifest.runDigest else { return }
    let now = Dictionary(
      records[0].files.map { ($0.path, FileDigest($0.bytes).sha256) },
      uniquingKeysWith: { first, _ in first })
    let changed = manifest.inputs.first { now[$0.path] != $0.sha256 }
    throw ShardError(
      changed.map { "'\($0.path)' is no longer as it was when the shards were run" }
        ?? "the files that were read are no longer those of the shards",
      help: "put it back as it was, or run every shard again")
  }

  /// Hands over what every draw of a world gave, in order: the first world is 0, its comparison and
  /// number of uncertain numbers as given.
  public func read(
    world: Int, of comparison: Comparison, parameters: Int, take: (DrawResult) -> Void
  ) throws(ShardError) {
    let manifest = folders[0].manifest
    let replicates = Array(manifest.firstReplicate..<manifest.firstReplicate + manifest.replicates)
    let things = manifest.draws > 0 ? manifest.draws : manifest.replicates
    for (path, folder) in folders {
      let part = Shard(number: folder.shard!.number, count: folder.shard!.count)
      let digests = Dictionary(
        folder.outputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
      for index in part.part(of: things) {
        let item = DrawItem(index, draws: manifest.draws, replicates: replicates)
        let name = item.name(world: world)
        let result = try Self.result(name, in: path, digests)
        guard item.isHeld(by: result, of: comparison, parameters: parameters)
        else {
          throw ShardError(
            "'\(path)/\(name)' was not written by this build of the tool",
            help: "merge with the build that made the shards")
        }
        take(result)
      }
    }
  }

  private static func result(
    _ name: String, in path: String, _ digests: [String: String]
  ) throws(ShardError) -> DrawResult {
    let file = "\(path)/\(name)"
    let again = "run the shard again"
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ShardError("'\(file)' is missing", help: again)
    }
    guard digests[name] == FileDigest(Array(data)).sha256, let result = DrawFile.result(data)
    else {
      throw ShardError("'\(file)' is not as the run left it", help: again)
    }
    return result
  }
}
