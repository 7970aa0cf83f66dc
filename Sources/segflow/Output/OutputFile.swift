import Foundation
import SegmentReport

/// A single file of results that takes the place of an earlier one of its kind, and of nothing else.
struct OutputFile {
  /// Where it will be.
  let path: String
  /// What it holds, such as "a validation".
  let what: String
  /// Whether the bytes of a file are such an output.
  let isEarlier: (Data) -> Bool

  /// Throws where it cannot be written, before anything is simulated.
  func check() throws(UsageError) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue {
        throw UsageError("cannot write '\(path)': it is a folder", help: "name a file")
      }
      guard isRegular, let data = files.contents(atPath: path), isEarlier(data) else {
        throw UsageError(
          "'\(path)' is there already and is not \(what) that \(Manifest.toolName) wrote",
          help: "name another file with --output")
      }
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw UsageError("cannot write '\(path)': no such folder")
    }
    guard files.isWritableFile(atPath: folder) else {
      throw UsageError("cannot write '\(path)': no permission")
    }
  }

  /// Whether it is no terminal or pipe, of which nothing can be read.
  private var isRegular: Bool {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let kind = try? FileManager.default.attributesOfItem(atPath: real)[.type] as? FileAttributeType
    return kind == .typeRegular
  }

  /// Writes the file, unless another has come in its place meanwhile.
  func write(_ text: String) throws(UsageError) {
    try check()
    try Self.write(Data(text.utf8), to: path)
  }

  /// Writes bytes to a file, where links lead and with the permissions that it has, or says why they
  /// cannot be.
  static func write(_ data: Data, to path: String) throws(UsageError) {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let files = FileManager.default
    let mode = (try? files.attributesOfItem(atPath: real.path))?[.posixPermissions]
    do {
      try data.write(to: real, options: .atomic)
      if let mode { try files.setAttributes([.posixPermissions: mode], ofItemAtPath: real.path) }
    } catch {
      throw UsageError("cannot write '\(path)': \(ResultsFolderError.reason(error))")
    }
  }
}
