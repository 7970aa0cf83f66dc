import Foundation

/// A folder of results that appears whole or not at all.
///
/// Files are written to a hidden folder beside the final one, which takes its place when the last
/// file is there.
public struct ResultsFolder: Sendable {
  /// Where the results will be, as it was asked for.
  public let path: String
  /// The folder itself, where links lead.
  let place: String
  /// The folder that is written to until then.
  public let temporaryPath: String
  /// Whether the folder is a changed copy of the one that it takes the place of.
  private let isRevision: Bool

  /// Checks that the folder may be written; throws ``ResultsFolderError``.
  ///
  /// One that is there already is replaced only if this tool made it and it holds nothing else.
  public init(path: String) throws {
    try self.init(path: path, isRevision: false)
    try checkReplaceable()
  }

  /// A folder that is to stay as it is but for some files.
  public init(revising path: String) throws { try self.init(path: path, isRevision: true) }

  private init(path: String, isRevision: Bool) throws {
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil,
      !FileManager.default.fileExists(atPath: path)
    {
      throw ResultsFolderError("'\(path)' is a link to a folder that is not there")
    }
    let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    self.path = path
    self.isRevision = isRevision
    place = url.path
    let hidden = ".\(url.lastPathComponent).partial-\(ProcessInfo.processInfo.processIdentifier)"
    temporaryPath = url.deletingLastPathComponent().appendingPathComponent(hidden).path
  }

  /// Throws what hinders ``create()``, and leaves nothing behind.
  public func check() throws {
    defer { discard() }
    try makeExchangeable()
  }

  /// Makes the temporary folder, and finds out whether it can take the place of what is there; a
  /// revision begins as a copy of that.
  public func create() throws {
    do {
      try makeExchangeable()
      guard isRevision else { return }
      try Self.explaining("cannot copy '\(path)'") {
        try FileManager.default.removeItem(atPath: temporaryPath)
        try FileManager.default.copyItem(atPath: place, toPath: temporaryPath)
      }
    } catch {
      discard()
      throw error
    }
  }

  private func makeExchangeable() throws {
    try Self.explaining("cannot create '\(path)'") {
      try? FileManager.default.removeItem(atPath: temporaryPath)
      try FileManager.default.createDirectory(
        atPath: temporaryPath, withIntermediateDirectories: true)
    }
    try requireExchangeable()
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
    if !isRevision { try checkReplaceable() }
    try Self.explaining("cannot put the results into '\(path)'") { try exchange() }
  }

  /// Removes what was written so far.
  public func discard() { try? FileManager.default.removeItem(atPath: temporaryPath) }

  private func checkReplaceable() throws {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: place, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw ResultsFolderError("'\(path)' is a file; choose another folder with --output")
    }
    guard let names = try? files.contentsOfDirectory(atPath: place) else {
      throw ResultsFolderError("cannot read '\(path)': no permission")
    }
    guard !names.isEmpty else { return }
    guard let outputs = Self.outputs(in: place) else {
      throw ResultsFolderError(
        "'\(path)' is not empty and was not made by \(Manifest.toolName); "
          + "choose another folder with --output")
    }
    let found = names.flatMap { name in
      let inner = (try? files.subpathsOfDirectory(atPath: "\(place)/\(name)")) ?? []
      return inner.isEmpty ? [name] : inner.map { "\(name)/\($0)" }
    }
    let foreign = Set(found).subtracting(outputs.keys).subtracting([Manifest.fileName]).sorted()
    if let first = foreign.first {
      let others = foreign.count > 1 ? " and \(foreign.count - 1) more" : ""
      throw ResultsFolderError(
        "'\(path)' also holds '\(first)'\(others), which \(Manifest.toolName) did not write; "
          + "move what is not of the run elsewhere, or choose another folder with --output")
    }
    try Self.requireOwnPaper(outputs[ReportFiles.paperName], in: path)
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
  static func outputs(in path: String) -> [String: String]? {
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
  static func explaining(_ what: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw ResultsFolderError("\(what): \(ResultsFolderError.reason(error))")
    }
  }
}
