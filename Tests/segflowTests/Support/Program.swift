import Foundation

/// The built program, as a user starts it.
enum Program {
  /// The program beside the tests; nil where it was not built.
  static let url: URL? = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("segflow")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : nil
  }()

  /// Starts it in a folder, maybe with another for what is temporary; gives the process with its
  /// output and error.
  static func start(
    _ words: [String], in folder: URL, underNohup: Bool = false, scratch: URL? = nil
  ) throws -> (Process, Pipe, Pipe) {
    let (process, out, error) = (Process(), Pipe(), Pipe())
    process.executableURL = underNohup ? URL(fileURLWithPath: "/usr/bin/nohup") : url
    process.arguments = underNohup ? [url?.path ?? ""] + words : words
    process.currentDirectoryURL = folder
    if let scratch {
      process.environment = ProcessInfo.processInfo.environment
        .merging(["TMPDIR": scratch.path]) { $1 }
    }
    process.standardOutput = out
    process.standardError = error
    try process.run()
    return (process, out, error)
  }

  /// What comes out of a pipe until it is closed.
  static func text(_ pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// The processes that run, each with that which started it.
  static func running() throws -> [(id: Int32, parent: Int32)] {
    let (process, out) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/ps")
    process.arguments = ["-A", "-o", "pid=,ppid=,stat="]
    process.standardOutput = out
    try process.run()
    let lines = text(out).split(separator: "\n").map { $0.split(separator: " ") }
    process.waitUntilExit()
    // One that has ended may be listed until somebody asks how.
    return lines.filter { !$0[2].hasPrefix("Z") }
      .map { (Int32($0[0]) ?? 0, Int32($0[1]) ?? 0) }
  }

  /// Runs it to its end.
  static func run(_ words: [String], in folder: URL) throws -> (status: Int32, error: String) {
    let (process, out, error) = try start(words, in: folder)
    _ = text(out)
    let told = text(error)
    process.waitUntilExit()
    return (process.terminationStatus, told)
  }
}
