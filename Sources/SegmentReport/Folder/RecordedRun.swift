import Foundation

/// A run as its folder records it, to be made again and held against what comes out.
public struct RecordedRun: Sendable {
  /// The folder.
  public let path: String
  private let manifest: RunManifest

  /// Reads the folder of a whole run; throws ``ReportError`` or ``ResultsFolderError``.
  public init(path: String) throws {
    self.path = path
    manifest = try ReportFolder(path: path).manifest
  }

  /// The command line, program name first.
  public var commandLine: [String] { manifest.commandLine }

  /// Who stands behind the run.
  public var assurance: Assurance {
    Assurance(runBy: manifest.assurance?.runBy, assuredBy: manifest.assurance?.assuredBy)
  }

  /// Where a file is that the run was given, seen from a folder.
  public static func place(of file: String, from folder: String) -> String {
    file.hasPrefix("/") || folder == "." ? file : "\(folder)/\(file)"
  }

  /// Throws ``ReportError`` at the first file that the run read and that is not there, seen from a
  /// folder, or is no longer the same.
  public func requireInputs(from folder: String) throws(ReportError) {
    for input in manifest.inputs {
      let place = Self.place(of: input.path, from: folder)
      guard let data = FileManager.default.contents(atPath: place) else {
        throw ReportError(
          path,
          "the run read '\(input.path)', but there is no '\(place)'; say with --from where the run "
            + "was started")
      }
      guard SHA256.hexDigest(Array(data)) == input.sha256 else {
        throw ReportError(path, "'\(place)' is no longer the file that the run read")
      }
    }
  }

  /// Files that are not compared: tables that other verbs added, and the report, which shows them.
  public var left: [String] {
    let added = Set(manifest.additions.map(\.path))
    guard !added.isEmpty else { return [] }
    return manifest.outputs.map(\.path).filter { added.contains($0) || ReportFiles.isReport($0) }
  }

  /// How many files are compared.
  public var count: Int { manifest.outputs.count - left.count }

  /// What is not as in the folder of the same run, made again: the run itself and its files, but for
  /// the manifest, which states time, machine and who ran it.
  public func differences(from again: RecordedRun) -> [String] {
    let (left, made) = (Set(left), Set(again.manifest.outputs.map(\.path)))
    let version = (manifest.tool.version, again.manifest.tool.version)
    let lost = manifest.outputs.map(\.path).filter { !left.contains($0) && !made.contains($0) }
    return
      (version.0 == version.1 ? [] : ["the version: \(version.0) then, \(version.1) now"])
      + (manifest.runDigest == again.manifest.runDigest ? [] : ["the digest of the run"])
      + again.manifest.outputs.filter { file in
        let data = FileManager.default.contents(atPath: "\(path)/\(file.path)")
        return !left.contains(file.path)
          && data.map { SHA256.hexDigest(Array($0)) } != file.sha256
      }.map(\.path) + lost.map { "\($0): it is not made any more" }
  }
}
