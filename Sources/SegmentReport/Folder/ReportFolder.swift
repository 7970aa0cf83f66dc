import Foundation

/// A folder of a whole run, whose report can be made again and held against what is there, and to
/// which tables of other verbs can be added.
public struct ReportFolder: Sendable {
  /// Where it is.
  public let path: String
  /// The run's own files but those of the report, and others that a report reads, by name.
  private var sources: [String: String] = [:]
  /// What its manifest says.
  let manifest: RunManifest
  private var listed: [RunManifest.File] { manifest.outputs }

  /// Reads a folder; throws ``ReportError`` or ``ResultsFolderError``.
  public init(path: String) throws {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw ResultsFolderError("'\(path)' is not a folder") }
    guard let text = Self.read(Manifest.fileName, in: path) else {
      throw ResultsFolderError("'\(path)' has no \(Manifest.fileName), so it is not a run's folder")
    }
    let read: RunManifest
    do {
      read = try JSONDecoder().decode(RunManifest.self, from: Data(text.utf8))
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
    guard read.outputs.contains(where: { $0.path == "summary.json" }) else {
      let verb = read.commandLine.dropFirst().first.map { " but of '\(Manifest.toolName) \($0)'" }
      throw ResultsFolderError("'\(path)' is not the folder of a run\(verb ?? "")")
    }
    let strays = read.outputs.map(\.path).filter {
      $0.hasPrefix("/") || $0.split(separator: "/").contains("..")
    }
    if let stray = strays.first {
      throw ReportError(Manifest.fileName, "'\(stray)' is not a file of the folder")
    }
    manifest = read
    let names = listed.map(\.path).filter { !ReportFiles.isReport($0) } + ReportData.names
    for name in names { sources[name] = Self.read(name, in: path) }
    sources[Manifest.fileName] = text
  }

  private static func read(_ name: String, in path: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)")
      .flatMap { String(validating: $0, as: UTF8.self) }
  }

  // MARK: - Checking

  /// What differs between the folder and what the run left there, and between its report and one
  /// made from its files; nothing where all is well.
  ///
  /// A report is made only of tables that are as the run left them: others may say anything.
  public func differences() throws -> [String] {
    let changed = edited + changed(listed)
    if changed.contains(where: { !ReportFiles.isReport($0.file) }) { return changed.map(\.text) }
    let made = try ReportFiles(sources).files
    let names = Set(made.map(\.name))
    return changed.map(\.text)
      + made.filter { Self.read($0.name, in: path) != $0.contents }
      .map { "\($0.name): it is not what the files of the folder give" }
      + listed.filter { ReportFiles.isReport($0.path) && !names.contains($0.path) }
      .map { "\($0.path): the files of the folder do not give it" }
      + unlisted.map { "\($0): it is not in \(Manifest.fileName)" }
  }

  /// Files that are not what the manifest says, and what is wrong with each.
  private func changed(_ files: [RunManifest.File]) -> [(file: String, text: String)] {
    files.compactMap { file in
      guard let contents = FileManager.default.contents(atPath: "\(path)/\(file.path)") else {
        return (file.path, "\(file.path): it is missing")
      }
      return SHA256.hexDigest(Array(contents)) == file.sha256
        ? nil : (file.path, "\(file.path): its digest is not that of \(Manifest.fileName)")
    }
  }

  /// Tables that other verbs made and that were put into the folder after the run.
  private var unlisted: [String] {
    let known = Set(listed.map(\.path) + [Manifest.fileName])
    return sources.keys.filter { !known.contains($0) }.sorted()
  }

  /// What of the run's own files is no longer what the run wrote.
  public func changedTables() -> [String] {
    (edited + changed(listed.filter { !ReportFiles.isReport($0.path) })).map(\.text)
  }

  /// The manifest, where it is not what the tool wrote.
  private var edited: [(file: String, text: String)] {
    ManifestText(text: sources[Manifest.fileName] ?? "").isSealed
      ? []
      : [
        (
          Manifest.fileName,
          "\(Manifest.fileName): it was changed: its \(ManifestText.sealKey) is not that of what it says"
        )
      ]
  }

  /// Throws ``ResultsFolderError`` if making the report again would write over what an author wrote.
  public func requireOwnPaper() throws(ResultsFolderError) {
    let made = listed.first { $0.path == ReportFiles.paperName }?.sha256
    try ResultsFolder.requireOwnPaper(made, in: path)
  }

  // MARK: - Making it again

  private var assurance: Assurance {
    Assurance(runBy: manifest.assurance?.runBy, assuredBy: manifest.assurance?.assuredBy)
  }

  /// Whether a table makes the report another than the one that somebody has assured, who is then named
  /// no longer.
  public func outdatesAssurance(_ table: AddedTable) -> Bool {
    let old = sources[table.name]
    return assurance.assuredBy != nil && table.contents(over: old) != old
  }

  /// Makes the report again, under other names if any are given and with a table if one is added, and
  /// lists it in the manifest.
  ///
  /// Everything is written to a revision of the folder, which then takes its place as a whole.
  public func render(
    _ assurance: Assurance = Assurance(), adding table: AddedTable? = nil,
    into folder: ResultsFolder
  ) throws {
    try requireOwnPaper()
    var sources = sources
    var text = ManifestText(text: sources[Manifest.fileName] ?? "")
    var now = assurance.over(self.assurance)
    if let table, outdatesAssurance(table) { now.assuredBy = nil }
    guard !now.isOwn else { throw ReportError(path, Assurance.ownText) }
    if now != self.assurance { try text.set(now) }
    var added: [(name: String, contents: String)] = []
    if let table {
      let old = sources[table.name]
      let contents = table.contents(over: old)
      sources[table.name] = contents
      added = [(table.name, contents)]
      try text.set(additions: table.list(over: manifest.additions, table: old))
    }
    sources[Manifest.fileName] = text.text
    let made = try ReportFiles(sources).files
    let known = listed.map(\.path).filter { !ReportFiles.isReport($0) }
    let new = Set(unlisted + added.map(\.name)).subtracting(known).sorted()
    let kept = known + new
    try text.set(outputs: kept.compactMap { name in sources[name].map { (name, $0) } } + made)
    text.seal()
    for name in Set(listed.map(\.path).filter(ReportFiles.isReport)).subtracting(made.map(\.name)) {
      folder.remove(name)
    }
    for (name, contents) in added + made + [(Manifest.fileName, text.text)] {
      try folder.write(contents, to: name)
    }
  }

  /// What is to be said where adding a table replaces all of one that the folder has; nil otherwise.
  public func replacement(by table: AddedTable) -> String? {
    table.replacement(of: sources[table.name], listed: manifest.additions)
  }

  /// Throws ``ReportError`` unless a table that was made as some records say is about this run: made
  /// by the same version, in the same steps and of the same files, and not of a changed folder.
  ///
  /// A table about a scenario must be of the run's own baseline, of one of its scenarios and worlds,
  /// and, where it has ranges, of its level. One about claims has scenarios of its own, so only the
  /// place must be the same.
  public func checkBelongs(_ table: AddedTable) throws {
    try requireOwnPaper()
    if let difference = try difference(table) {
      throw ReportError(path, "\(difference), so the table would not belong to this run")
    }
  }

  /// Throws ``ReportError`` unless the draws of this run are of the scenario that a table is about.
  public func checkDraws(of table: AddedTable) throws {
    if let difference = try difference(table) {
      throw ReportError(path, "\(difference), so its draws are of something else")
    }
  }

  private func difference(_ table: AddedTable) throws -> String? {
    guard changedTables().isEmpty else {
      throw ReportError(path, "its files are not as the run left them; run it again")
    }
    return table.difference(from: manifest)
  }
}
