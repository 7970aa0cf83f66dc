import Dispatch
import Foundation
import SegmentReport
import Synchronization

/// Cleans up when the run is interrupted: no half result stays behind, no older one is lost.
enum Interruption {
  private static let folders = Mutex<Set<String>>([])
  private static let kept = Mutex<String?>(nil)
  private static let children = Mutex<Set<Int32>>([])

  /// Makes a folder, lets `body` write into it, and puts it in its place.
  ///
  /// It is removed when `body` throws or the process is interrupted before that.
  static func publishing<Result>(
    _ folder: ResultsFolder, _ body: () throws -> Result
  ) throws -> Result {
    // Made and named at once, so that an interruption always finds it.
    try folders.withLock { folders in
      try folder.create()
      folders.insert(folder.temporaryPath)
    }
    do {
      let result = try body()
      // An interruption waits, so that it never finds the older folder gone and no new one.
      try folders.withLock { folders in
        try folder.publish()
        folders.remove(folder.temporaryPath)
      }
      return result
    } catch {
      folders.withLock { folders in
        folder.discard()
        folders.remove(folder.temporaryPath)
      }
      throw error
    }
  }

  /// Does `body`, which may keep draws in a folder for the run to go on from.
  static func keeping(_ folder: String?, _ body: () throws -> Void) rethrows {
    kept.withLock { $0 = folder }
    defer { kept.withLock { $0 = nil } }
    try body()
  }

  /// Gives `body` the path of a folder that is not there yet, and removes what it puts there.
  static func scratch<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("segflow-\(UUID().uuidString)").path
    folders.withLock { _ = $0.insert(path) }
    defer {
      folders.withLock { folders in
        try? FileManager.default.removeItem(atPath: path)
        folders.remove(path)
      }
    }
    return try body(path)
  }

  /// Runs a process to its end, or to an interruption of this one, which it might outlive else.
  static func run(_ process: Process) throws {
    try holding {
      try process.run()
      children.withLock { _ = $0.insert(process.processIdentifier) }
    }
    process.waitUntilExit()
    children.withLock { _ = $0.remove(process.processIdentifier) }
  }

  /// Does `body` to its end before an interruption is heard.
  static func holding<Result>(_ body: () throws -> Result) rethrows -> Result {
    try folders.withLock { _ in try body() }
  }

  // A queue of its own, since the simulation may keep every shared thread busy.
  private static let queue = DispatchQueue(label: "interruption", qos: .userInteractive)

  /// Starts to listen for Ctrl-C, for a request to terminate and for the terminal's end; keep what is
  /// returned.
  static func listen() -> [any DispatchSourceSignal] {
    // Nobody may be reading any more; the console notices when it writes.
    signal(SIGPIPE, SIG_IGN)
    return [SIGINT, SIGTERM, SIGHUP].compactMap { number in
      let before = signal(number, SIG_IGN)
      // As under nohup.
      if number == SIGHUP, isIgnoring(before) { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { stop(number) }
      source.resume()
      return source
    }
  }

  private static func isIgnoring(_ handler: sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Ends the process as a broken pipe does, at once or after what cannot be interrupted.
  static func endByBrokenPipe() { queue.async { stop(SIGPIPE) } }

  private static func remove(_ folder: String) {
    // Under another name nobody can write into it while it is being emptied.
    let renamed = folder + "-interrupted"
    try? FileManager.default.moveItem(atPath: folder, toPath: renamed)
    try? FileManager.default.removeItem(atPath: renamed)
  }

  /// What there is of a run without results.
  private static var left: String {
    guard let kept = kept.withLock(\.self), FileManager.default.fileExists(atPath: kept) else {
      return "nothing was written"
    }
    return "the same command goes on with the draws in '\(kept)'"
  }

  private static func stop(_ number: Int32) {
    folders.withLock { folders in
      // Before what they write is removed.
      children.withLock { $0.forEach { kill($0, SIGKILL) } }
      for folder in folders { remove(folder) }
      let result = folders.isEmpty ? "" : "; \(left)"
      // Nobody may be there to read it.
      try? FileHandle.standardError.write(
        contentsOf: Data("\nsegflow: interrupted\(result)\n".utf8))
      // No tidy exit: other threads are still at work.
      _exit(128 + number)
    }
  }
}
