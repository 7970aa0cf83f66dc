import Foundation
import SegmentAnalysis
import SegmentModel

/// What draws of a run gave, kept beside its folder until the run has ended, so that it can go on after
/// an interruption.
///
/// The files are those of a shard, each after a line with its digest: of a file that was cut short
/// nothing is believed. A manifest under another name says which run they are of.
public struct KeptDraws: Sendable {
  /// The folder; there is none while nothing is kept.
  public let path: String
  private let records: [RunRecord]
  private let manifest: String
  /// The names of the files that were whole at first.
  private let whole: Set<String>

  private static let manifestName = "unfinished.json"
  private static let partialName = manifestName + ".partial"

  /// Looks for what was kept of a run, or of a shard of it, that is to be written to a folder.
  ///
  /// Throws ``ShardError`` where something else is there.
  public init(
    for folder: ResultsFolder, of records: [RunRecord], place: String, shard: Shard?,
    environment: RunEnvironment
  ) throws(ShardError) {
    path = folder.place + ".unfinished"
    self.records = records
    manifest = Manifest.text(records, environment, place: place, digests: [], shard: shard)
    whole = try Self.whole(in: path, of: records, shard: shard, manifest)
  }

  /// How many draws were kept, or replicates of the central values, in all worlds.
  public var count: Int { whole.count }

  /// Whether something was kept of the draw of a world at an index, both from 0.
  public func holds(_ index: Int, world: Int) -> Bool {
    whole.contains(Self.item(index, of: records).name(world: world))
  }

  /// What was kept of a draw that it holds; the comparison and number of uncertain numbers are those of
  /// the world.
  public func result(
    _ index: Int, world: Int, of comparison: Comparison, parameters: Int
  ) throws(ShardError) -> DrawResult {
    let item = Self.item(index, of: records)
    let file = "\(path)/\(item.name(world: world))"
    guard let data = Self.sealed(file), let result = DrawFile.result(data),
      item.isHeld(by: result, of: comparison, parameters: parameters)
    else {
      throw ShardError("'\(file)' was not written by this build of the tool", help: anew)
    }
    return result
  }

  /// Keeps what a draw of a world gave.
  public func add(_ result: DrawResult, world: Int) throws {
    let data = try DrawFile.data(result)
    try ResultsFolder.explaining("cannot keep draws in '\(path)'") {
      try requireManifest()
      let file = URL(fileURLWithPath: "\(path)/\(DrawItem(result).name(world: world))")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (Data((SHA256.hexDigest(Array(data)) + "\n").utf8) + data).write(to: file)
    }
  }

  /// Removes everything, the manifest last: what an interruption leaves is still told from other runs.
  public func remove() {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: path)) ?? []
    where name != Self.manifestName {
      try? files.removeItem(atPath: "\(path)/\(name)")
    }
    try? files.removeItem(atPath: path)
  }

  /// What to do where the folder cannot be used.
  private var anew: String { Self.anew(path) }
  private static func anew(_ path: String) -> String { "remove '\(path)' to start anew" }

  private static func item(_ index: Int, of records: [RunRecord]) -> DrawItem {
    DrawItem(index, draws: records[0].draws, replicates: records[0].replicates)
  }

  /// Makes the folder and its manifest, which is on the disk before anything that it speaks for.
  private func requireManifest() throws {
    let name = "\(path)/\(Self.manifestName)"
    guard !FileManager.default.fileExists(atPath: name) else { return }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let partial = URL(fileURLWithPath: "\(path)/\(Self.partialName)")
    try Data(manifest.utf8).write(to: partial)
    let handle = try FileHandle(forWritingTo: partial)
    try handle.synchronize()
    try handle.close()
    guard rename(partial.path, name) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// The bytes of a file after its digest; nil unless they are those that were written.
  private static func sealed(_ file: String) -> Data? {
    guard let data = FileManager.default.contents(atPath: file),
      let end = data.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let rest = data[data.index(after: end)...]
    return data[..<end].elementsEqual(SHA256.hexDigest(Array(rest)).utf8) ? rest : nil
  }
}

/// What is there is of the run, or refused.
extension KeptDraws {
  /// The names of the files in a folder that are whole, of a run with a manifest.
  private static func whole(
    in path: String, of records: [RunRecord], shard: Shard?, _ manifest: String
  ) throws(ShardError) -> Set<String> {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue, let found = try? files.subpathsOfDirectory(atPath: path) else {
      throw ShardError("'\(path)' is no folder that can be read", help: anew(path))
    }
    guard found.contains(manifestName) else {
      if found.allSatisfy({ $0 == partialName }) { return [] }
      throw ShardError(
        "'\(path)' is not empty and was not left by 'run --resume'",
        help: "move it elsewhere, or choose another folder with --output")
    }
    try requireRun(manifest, in: path)
    let count = records[0].draws > 0 ? records[0].draws : records[0].replicates.count
    let items = (shard?.part(of: count) ?? 0..<count).map { item($0, of: records) }
    let names = Set(records.indices.flatMap { world in items.map { $0.name(world: world) } })
    let folders = records.indices.map { "world-\($0 + 1)" }
    let known = names.union(folders + [manifestName, partialName])
    if let foreign = found.filter({ !known.contains($0) }).min() {
      throw ShardError(
        "'\(path)' also holds '\(foreign)', which \(Manifest.toolName) did not write",
        help: "move it elsewhere")
    }
    return names.intersection(found).filter { sealed("\(path)/\($0)") != nil }
  }

  /// Throws unless the manifest in a folder is of the run that has another.
  private static func requireRun(_ manifest: String, in path: String) throws(ShardError) {
    func read(_ data: Data?) -> RunManifest? {
      data.flatMap { try? JSONDecoder().decode(RunManifest.self, from: $0) }
    }
    let name = "\(path)/\(manifestName)"
    guard let there = read(FileManager.default.contents(atPath: name)),
      let now = read(Data(manifest.utf8))
    else {
      throw ShardError(
        "'\(name)' is not what '\(Manifest.toolName) run --resume' of this version writes",
        help: anew(path))
    }
    func text(_ part: RunManifest.Part?) -> String {
      part.map { "\($0.number)/\($0.count)" } ?? "the whole run"
    }
    let shards = (text(there.shard), text(now.shard))
    let difference =
      there.difference(from: now, in: ("there", "now"))
      ?? (shards.0 == shards.1 ? nil : "the shard is '\(shards.0)' there and '\(shards.1)' now")
    if let difference {
      throw ShardError(
        "'\(path)' holds draws of another run: \(difference)",
        help: "give the command that was interrupted, or \(anew(path))")
    }
  }
}
