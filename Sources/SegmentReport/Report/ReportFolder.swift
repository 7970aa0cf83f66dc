import Foundation

/// A folder of a whole run, whose report can be made again and held against what is there.
public struct ReportFolder: Sendable {
  /// Where it is.
  public let path: String
  /// The run's own files but those of the report, and others that a report reads, by name.
  private var sources: [String: String] = [:]
  private let listed: [ReportManifest.File]

  /// Reads a folder; throws ``ReportError`` or ``ResultsFolderError``.
  public init(path: String) throws {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw ResultsFolderError("'\(path)' is not a folder") }
    guard let manifest = Self.read(Manifest.fileName, in: path) else {
      throw ResultsFolderError("'\(path)' has no \(Manifest.fileName), so it is not a run's folder")
    }
    let read: ReportManifest
    do {
      read = try JSONDecoder().decode(ReportManifest.self, from: Data(manifest.utf8))
    } catch {
      throw ReportError(
        Manifest.fileName, "it is not what '\(Manifest.toolName) run' of this version writes")
    }
    guard read.shard == nil else {
      throw ReportError(
        Manifest.fileName,
        "the folder holds a shard of a run; '\(Manifest.toolName) merge' makes "
          + "the whole of all shards")
    }
    listed = read.outputs
    let names = listed.map(\.path).filter { !ReportFiles.isReport($0) } + ReportData.names
    for name in names { sources[name] = Self.read(name, in: path) }
    sources[Manifest.fileName] = manifest
  }

  private static func read(_ name: String, in path: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)")
      .flatMap { String(validating: $0, as: UTF8.self) }
  }

  // MARK: - Checking

  /// What differs between the folder and what the run left there, and between its report and one
  /// made from its files; nothing where all is well.
  public func differences() throws -> [String] {
    let made = try ReportFiles(sources).files
    let names = Set(made.map(\.name))
    return changed(listed)
      + made.filter { Self.read($0.name, in: path) != $0.contents }
      .map { "\($0.name): it is not what the files of the folder give" }
      + listed.filter { ReportFiles.isReport($0.path) && !names.contains($0.path) }
      .map { "\($0.path): the files of the folder do not give it" }
      + unlisted.map { "\($0): it is not in \(Manifest.fileName)" }
  }

  /// Files that are not what the manifest says.
  private func changed(_ files: [ReportManifest.File]) -> [String] {
    files.compactMap { file in
      guard let contents = FileManager.default.contents(atPath: "\(path)/\(file.path)") else {
        return "\(file.path): it is missing"
      }
      return SHA256.hexDigest(Array(contents)) == file.sha256
        ? nil : "\(file.path): its digest is not that of \(Manifest.fileName)"
    }
  }

  /// Tables that other verbs made and that were put into the folder after the run.
  private var unlisted: [String] {
    let known = Set(listed.map(\.path) + [Manifest.fileName])
    return sources.keys.filter { !known.contains($0) }.sorted()
  }

  /// What of the run's own files is no longer what the run wrote.
  public func changedTables() -> [String] {
    changed(listed.filter { !ReportFiles.isReport($0.path) })
  }

  // MARK: - Making it again

  /// Makes the report again, under other names if any are given, and lists it in the manifest.
  ///
  /// Every file is replaced at once, the manifest last.
  public mutating func render(_ assurance: Assurance) throws {
    var manifest = ManifestText(text: sources[Manifest.fileName] ?? "")
    if assurance != Assurance() {
      let old = try ReportData(files: sources).manifest.assurance
      try manifest.set(
        Assurance(
          runBy: assurance.runBy ?? old?.runBy, assuredBy: assurance.assuredBy ?? old?.assuredBy))
      sources[Manifest.fileName] = manifest.text
    }
    let made = try ReportFiles(sources).files
    let kept = listed.map(\.path).filter { !ReportFiles.isReport($0) } + unlisted
    try manifest.set(outputs: kept.compactMap { name in sources[name].map { (name, $0) } } + made)
    let old = Set(listed.map(\.path).filter(ReportFiles.isReport)).subtracting(made.map(\.name))
    for name in old { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    for (name, contents) in made + [(Manifest.fileName, manifest.text)] {
      let file = URL(fileURLWithPath: "\(path)/\(name)")
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contents.utf8).write(to: file, options: .atomic)
      } catch {
        throw ResultsFolderError("cannot write '\(name)' for '\(path)'")
      }
    }
  }
}
