import Foundation
import SegmentAnalysis
import SegmentModel

/// Writes a part of a run: what each of its draws gave, in a file of its own, so that parts add up to
/// the whole run to the last digit.
public struct ShardWriter {
  private let shard: Shard
  private let folder: ResultsFolder
  private var files: [(name: String, digest: FileDigest)] = []

  /// A writer of a part into a folder.
  public init(_ shard: Shard, folder: ResultsFolder) {
    self.shard = shard
    self.folder = folder
  }

  /// Writes what a draw of a world gave, or a replicate of the central values.
  public mutating func add(_ result: DrawResult, world: Int) throws {
    let name = DrawItem(result).name(world: world)
    let data = try DrawFile.data(result)
    try folder.write(data, to: name)
    files.append((name, FileDigest(Array(data))))
  }

  /// Writes the manifest, after everything was added; `records` are those of the whole run.
  public func finish(
    _ records: [RunRecord], place: String, environment: RunEnvironment
  ) throws {
    let manifest = Manifest.text(
      records, environment, place: place, digests: files, shard: shard)
    try folder.write(manifest, to: Manifest.fileName)
  }
}
