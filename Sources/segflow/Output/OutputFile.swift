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
    // Folders on the way are made, as for a run.
    var folder = self.folder
    while !files.fileExists(atPath: folder.path, isDirectory: &isFolder), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    guard isFolder.boolValue else {
      throw UsageError("cannot write '\(path)': '\(folder.path)' is not a folder")
    }
    guard files.isWritableFile(atPath: folder.path) else {
      throw UsageError("cannot write '\(path)': no permission")
    }
  }

  private var folder: URL { URL(fileURLWithPath: path).deletingLastPathComponent() }

  /// Whether it is no terminal or pipe, of which nothing can be read.
  private var isRegular: Bool {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let kind = try? FileManager.default.attributesOfItem(atPath: real)[.type] as? FileAttributeType
    return kind == .typeRegular
  }

  /// Writes the file, unless another has come in its place meanwhile.
  func write(_ text: String) throws(UsageError) {
    try check()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw UsageError("cannot write '\(path)': \(ResultsFolderError.reason(error))")
    }
    try Self.write(Data(text.utf8), to: path)
  }

  /// Writes bytes to files that are there; where one cannot be written, the others hold what they held.
  static func write(_ all: [(data: Data, path: String)]) throws(UsageError) {
    let before = all.map { FileManager.default.contents(atPath: $0.path) }
    for (index, file) in all.enumerated() {
      do {
        try write(file.data, to: file.path)
      } catch {
        for (old, file) in zip(before[..<index], all) {
          if let old { try? write(old, to: file.path) }
        }
        throw error
      }
    }
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
