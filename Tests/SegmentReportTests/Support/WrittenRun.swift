import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

@testable import SegmentReport

/// A run written into a folder of its own.
struct WrittenRun {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("segflow-\(UUID().uuidString)").path

  /// Writes a comparison; the report is written with it.
  init(_ comparison: Comparison, _ change: (inout RunRecord) -> Void = { _ in }) throws {
    var record = SmallRun.record(comparison)
    change(&record)
    try self.init([RunWorld(comparison, record: record)])
  }

  /// Writes what was found in some worlds.
  init(_ worlds: [RunWorld]) throws {
    let folder = try ResultsFolder(path: path)
    try folder.create()
    try ResultsWriter(worlds)
      .write(to: folder, environment: SmallRun.environment())
    try folder.publish()
  }

  /// The text of a file.
  func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// Changes a file.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Names of all files, those of inner folders too, sorted.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0 != ReportFiles.chartFolder }.sorted()
  }

  /// The files of the run by name and contents.
  func files() throws -> [String: String] {
    try Dictionary(uniqueKeysWithValues: names().map { ($0, try read($0)) })
  }

  /// Makes the report again in the folder.
  func render(_ assurance: Assurance = Assurance()) throws {
    let folder = try ResultsFolder(revising: path)
    try folder.create()
    try ReportFolder(path: path).render(assurance, into: folder)
    try folder.publish()
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
