import Foundation
import SegmentModel

/// Input files in a temporary folder, which is removed at the end.
final class Fixture {
  private let folder: URL

  init(_ files: [String: String]) throws {
    let bytes = files.mapValues { [UInt8]($0.utf8) }
    folder = FileManager.default.temporaryDirectory.appending(path: "segflow-\(UUID().uuidString)")
    for (name, bytes) in bytes {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.path + "/" + name }

  /// Loads files of the folder.
  func load(_ names: [String], baseline: String? = nil) throws -> LoadedRun {
    try Loader.load(names.map(path), baseline: baseline.map(path))
  }

  /// What a reader is told when files are loaded; empty when nothing is wrong.
  func messages(loading names: [String], baseline: String? = nil) throws -> String {
    try messages { _ = try load(names, baseline: baseline) }
  }

  /// What a reader is told when a file is checked by itself; empty when nothing is wrong.
  func messages(checking name: String) throws -> String {
    try messages { try Loader.check(path(name)) }
  }

  private func messages(_ body: () throws -> Void) throws -> String {
    do {
      try body()
      return ""
    } catch let errors as InputErrors {
      return "\(errors)".replacing(folder.path + "/", with: "")
    }
  }
}
