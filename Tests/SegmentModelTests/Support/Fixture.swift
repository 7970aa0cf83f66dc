@testable import SegmentModel

/// Input files in memory, read as if they lay in the current folder.
struct Fixture {
  private let files: [String: [UInt8]]

  init(_ files: [String: String]) { self.files = files.mapValues { [UInt8]($0.utf8) } }

  /// Files of bytes that may not be text.
  init(bytes files: [String: [UInt8]]) { self.files = files }

  /// Loads files as ``Loader`` does.
  func load(
    _ paths: [String] = ["finding.json", "together.json"], baseline: String? = nil
  ) throws(InputErrors) -> LoadedRun {
    try worlds(paths, baseline: baseline)[0]
  }

  /// Loads files as ``Loader`` does, world by world.
  func worlds(
    _ paths: [String] = ["finding.json", "together.json"], baseline: String? = nil,
    choose: [(choice: String, options: [String])] = []
  ) throws(InputErrors) -> [LoadedRun] {
    let decoder = decoder()
    guard let runs = decoder.run(paths, baseline: baseline, choose: choose) else {
      throw InputErrors(errors: decoder.log.errors)
    }
    return runs
  }

  /// What a reader is told when files are loaded; empty when nothing is wrong.
  func messages(
    loading paths: [String] = ["finding.json", "together.json"], baseline: String? = nil,
    choose: [(choice: String, options: [String])] = []
  ) -> String {
    let decoder = decoder()
    _ = decoder.run(paths, baseline: baseline, choose: choose)
    return words(decoder)
  }

  /// What a reader is told when claims are loaded; empty when nothing is wrong.
  func messages(claims path: String) -> String {
    let decoder = decoder()
    _ = decoder.claims(path)
    return words(decoder)
  }

  /// What a reader is told when a file is checked by itself; empty when nothing is wrong.
  func messages(checking path: String) -> String {
    let decoder = decoder()
    _ = decoder.check(path)
    return words(decoder)
  }

  private func words(_ decoder: ModelDecoder) -> String {
    decoder.log.isEmpty ? "" : "\(InputErrors(errors: decoder.log.errors))"
  }

  private func decoder() -> ModelDecoder {
    ModelDecoder { [files] path throws(Mistake) in
      if let bytes = files[path] { return bytes }
      let isFolder = files.keys.contains { $0.hasPrefix(path + "/") }
      throw .cannotRead(path, isFolder ? "it is a folder" : "no such file")
    }
  }
}
