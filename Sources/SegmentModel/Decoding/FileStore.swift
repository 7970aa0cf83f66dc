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
    guard !path.isEmpty else { throw .emptyFileName }
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
      throw notFound(path)
    }
    if isDirectory.boolValue { throw .cannotRead(path, "it is a folder") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path, "the system does not allow it")
    }
    return [UInt8](data)
  }

  /// Why there seems to be no file at a path.
  private static func notFound(_ path: String) -> Mistake {
    var found = stat()
    errno = 0
    if stat(path, &found) != 0, errno == ELOOP {
      return .cannotRead(path, "its links lead round in a circle")
    }
    if errno == EACCES { return .cannotRead(path, "the system does not allow it") }
    if let end = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
      return .cannotRead(path, "it is a link to '\(end)', which is not there")
    }
    return .cannotRead(path, "no such file", nearest: neighbour(of: path))
  }

  /// The file in the folder of a path whose name is nearest to it, whatever its extension.
  private static func neighbour(of path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let files = (all ?? []).filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
    func stem(_ file: URL) -> String { file.deletingPathExtension().lastPathComponent }
    guard let nearest = Spelling.nearest(to: stem(url), in: files.map(stem)) else { return nil }
    let found = files.filter { stem($0) == nearest }
    let name = (found.first { $0.pathExtension == url.pathExtension } ?? found[0]).lastPathComponent
    return String(path.dropLast(url.lastPathComponent.count)) + name
  }

  /// The path of a file that another file names, relative to that file; an empty name stays empty.
  static func path(_ name: String, from file: String) -> String {
    guard !name.hasPrefix("/"), !name.isEmpty else { return name }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in name.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", last != ".", last != "" {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let path = parts.joined(separator: "/")
    return path.isEmpty ? file.hasPrefix("/") ? "/" : "." : path
  }
}
