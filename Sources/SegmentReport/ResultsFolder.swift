import Foundation

/// A folder of results that appears whole or not at all.
///
/// Files are written to a hidden folder beside the final one, which takes its place when the last
/// file is there.
public struct ResultsFolder: Sendable {
  /// Where the results will be.
  public let path: String
  /// The folder that is written to until then.
  public let temporaryPath: String
  /// Whether the folder is a changed copy of the one that it takes the place of.
  private let isRevision: Bool

  /// Checks that the folder may be written; throws ``ResultsFolderError``.
  ///
  /// One that is there already is replaced only if this tool made it and it holds nothing else.
  public init(path: String) throws {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    self.path = path
    temporaryPath = Self.temporaryPath(url)
    isRevision = false
    try Self.checkReplaceable(path)
  }

  /// A folder that is to stay as it is but for some files.
  public init(revising path: String) {
    // The folder itself is replaced, not a link to it.
    let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    self.path = url.path
    temporaryPath = Self.temporaryPath(url)
    isRevision = true
  }

  private static func temporaryPath(_ url: URL) -> String {
    let hidden = ".\(url.lastPathComponent).partial-\(ProcessInfo.processInfo.processIdentifier)"
    return url.deletingLastPathComponent().appendingPathComponent(hidden).path
  }

  /// Makes the temporary folder; a revision begins as a copy of what is there.
  public func create() throws {
    try Self.explaining("cannot create '\(path)'") {
      try? FileManager.default.removeItem(atPath: temporaryPath)
      if isRevision {
        try FileManager.default.copyItem(atPath: path, toPath: temporaryPath)
      } else {
        try FileManager.default.createDirectory(
          atPath: temporaryPath, withIntermediateDirectories: true)
      }
    }
  }

  /// Takes a file away.
  func remove(_ name: String) {
    try? FileManager.default.removeItem(atPath: "\(temporaryPath)/\(name)")
  }

  /// Writes one file.
  public func write(_ contents: String, to name: String) throws {
    try write(Data(contents.utf8), to: name)
  }

  /// Writes one file.
  public func write(_ data: Data, to name: String) throws {
    try Self.explaining("cannot write '\(name)' for '\(path)'") {
      let file = URL(fileURLWithPath: "\(temporaryPath)/\(name)")
      let inner = file.deletingLastPathComponent()
      // Not the folder itself, which an interruption may just have removed.
      if name.contains("/"), !FileManager.default.fileExists(atPath: inner.path) {
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
      }
      try data.write(to: file)
    }
  }

  /// Puts the folder in its place.
  public func publish() throws {
    if !isRevision { try Self.checkReplaceable(path) }
    let files = FileManager.default
    try Self.explaining("cannot put the results into '\(path)'") {
      let old = temporaryPath + "-old"
      if files.fileExists(atPath: path) { try files.moveItem(atPath: path, toPath: old) }
      do {
        try files.moveItem(atPath: temporaryPath, toPath: path)
      } catch {
        if files.fileExists(atPath: old) { try? files.moveItem(atPath: old, toPath: path) }
        throw error
      }
      try? files.removeItem(atPath: old)
    }
  }

  /// Removes what was written so far.
  public func discard() { try? FileManager.default.removeItem(atPath: temporaryPath) }

  private static func checkReplaceable(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw ResultsFolderError("'\(path)' is a file; choose another folder with --output")
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard !names.isEmpty else { return }
    guard let outputs = outputs(in: path) else {
      throw ResultsFolderError(
        "'\(path)' is not empty and was not made by \(Manifest.toolName); "
          + "choose another folder with --output")
    }
    let found = names.flatMap { name in
      let inner = (try? FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(name)")) ?? []
      return inner.isEmpty ? [name] : inner.map { "\(name)/\($0)" }
    }
    let foreign = Set(found).subtracting(outputs.keys).subtracting([Manifest.fileName]).sorted()
    if let first = foreign.first {
      let others = foreign.count > 1 ? " and \(foreign.count - 1) more" : ""
      throw ResultsFolderError(
        "'\(path)' also holds '\(first)'\(others), which \(Manifest.toolName) did not write; "
          + "move what is not of the run elsewhere, or choose another folder with --output")
    }
    try requireOwnPaper(outputs[ReportFiles.paperName], in: path)
  }

  /// Throws if the paper in a folder is no longer as it was made, which has the digest `made`: it is
  /// made to be filled in, and what an author wrote is never written over.
  static func requireOwnPaper(_ made: String?, in path: String) throws(ResultsFolderError) {
    let paper = "\(path)/\(ReportFiles.paperName)"
    guard let made, let data = FileManager.default.contents(atPath: paper),
      SHA256.hexDigest(Array(data)) != made
    else { return }
    throw ResultsFolderError(
      "'\(paper)' was edited and would be written anew; move it out of the folder first")
  }

  /// The digests of what the manifest of a folder lists, by name; nil where it has none of ours.
  private static func outputs(in path: String) -> [String: String]? {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(Manifest.fileName)"),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tool = manifest["tool"] as? [String: Any],
      tool["name"] as? String == Manifest.toolName,
      let outputs = manifest["outputs"] as? [[String: Any]]
    else { return nil }
    let digests = outputs.compactMap { file in
      (file["path"] as? String).map { ($0, file["sha256"] as? String ?? "") }
    }
    return Dictionary(digests, uniquingKeysWith: { first, _ in first })
  }

  /// Runs file operations; a failure is told without the system's own wording of it.
  private static func explaining(_ what: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw ResultsFolderError("\(what): \(ResultsFolderError.reason(error))")
    }
  }
}
