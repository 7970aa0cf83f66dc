import Foundation
import Testing

@testable import SegmentModel

/// Files of a model in memory, to be edited, written into a folder and run.
struct ModelFiles: Hashable {
  /// The text of each file by name.
  private(set) var texts: [String: String]

  /// The model that uses every key.
  static let rich = ModelFiles(texts: RichModel.files)

  /// The files after some edits.
  func applying(_ edits: [ModelEdit]) throws -> ModelFiles {
    var copy = self
    for edit in edits { try copy.apply(edit) }
    return copy
  }

  private mutating func apply(_ edit: ModelEdit) throws {
    switch edit {
    case .set(let file, let path, let text):
      let value = try #require(JSONTree(text), "\(text) is not JSON")
      texts[file] = try #require(tree(file).setting(path, to: value), "nothing at \(edit)").text
    case .remove(let file, let path):
      _ = try #require(tree(file)[path], "nothing at \(edit)")
      texts[file] = try #require(tree(file).setting(path, to: nil), "nothing at \(edit)").text
    case .rename(let name, let other):
      for file in texts.keys { texts[file] = try tree(file).renaming(name, to: other).text }
    }
  }

  /// What a file holds.
  func tree(_ file: String) throws -> JSONTree {
    let text = try #require(texts[file], "no file \(file)")
    return try #require(JSONTree(text), "\(file) is not JSON")
  }

  /// Every object that the reader meets, with the keys it may have.
  func objects(reading paths: [String] = ["together.json"]) -> [ReadObject] {
    let decoder = ModelDecoder { path throws(Mistake) in
      guard let text = texts[path] else { throw .cannotRead(path, "no such file") }
      return [UInt8](text.utf8)
    }
    var objects: [ReadObject] = []
    decoder.hearKeys = { node, what, keys in
      objects.append(
        ReadObject(
          file: node.file.path, path: node.value.path, what: what, keys: keys,
          tag: node.file.root.flatMap { Node(value: $0, file: node.file)["segflow"]?.value }))
    }
    _ = decoder.run(paths, baseline: nil)
    return objects
  }

  /// Runs the tool on the files and gives everything it wrote.
  func outputs() throws -> RunOutputs {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("segflow-keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in texts {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let hasTargets = texts["place.json"]?.contains("targets.json") == true
    return try RunOutputs(
      [
        "run", "\(folder.path)/together.json", "--draws=0", "--replicates=1", "--threads=1",
        "--per-person",
      ],
      in: folder.path, validating: hasTargets ? "\(folder.path)/together.json" : nil)
  }
}
