import Foundation

/// Reads files, each once.
final class FileStore {
  /// The files that were read, in the order of reading.
  private(set) var files: [SourceFile] = []
  private let log: MistakeLog
  private let read: (String) throws(Mistake) -> [UInt8]

  /// Creates a store that reports broken files to `log`; `read` gives the bytes at a path.
  init(log: MistakeLog, read: @escaping (String) throws(Mistake) -> [UInt8]) {
    self.log = log
    self.read = read
  }

  /// The file at a path; fails with a mistake that says why it cannot be read.
  func open(_ path: String) throws(Mistake) -> SourceFile {
    let url = URL(fileURLWithPath: path)
    let identity = url.standardizedFileURL.resolvingSymlinksInPath().path
    if let file = files.first(where: { $0.identity == identity }) { return file }
    let bytes = try read(path)
    let (root, mistakes) = JSONReader.read(bytes)
    let file = SourceFile(
      path: path, identity: identity, order: files.count, text: SourceText(bytes), root: root)
    files.append(file)
    for found in mistakes {
      log.report(found.mistake, in: file, offset: found.offset, path: found.path)
    }
    return file
  }

  /// The bytes of a file on disk.
  static func readDisk(_ path: String) throws(Mistake) -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .cannotRead(path, "no such file", nearest: neighbour(of: path))
    }
    if isDirectory.boolValue { throw .cannotRead(path, "it is a folder") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path, "the system does not allow it")
    }
    return [UInt8](data)
  }

  /// The file in the folder of a path whose name is nearest to it.
  private static func neighbour(of path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard let name = Spelling.nearest(to: url.lastPathComponent, in: names.sorted()) else {
      return nil
    }
    return String(path.dropLast(url.lastPathComponent.count)) + name
  }

  /// The path of a file that another file names, relative to that file.
  static func path(_ name: String, from file: String) -> String {
    guard !name.hasPrefix("/") else { return name }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in name.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", last != ".", last != "" {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
