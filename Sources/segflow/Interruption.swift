import Dispatch
import Foundation
import SegmentReport
import Synchronization

/// Cleans up when the run is interrupted: no half result stays behind, no older one is lost.
enum Interruption {
  private static let folders = Mutex<Set<String>>([])

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

  /// Does `body` to its end before an interruption is heard.
  static func holding<Result>(_ body: () throws -> Result) rethrows -> Result {
    try folders.withLock { _ in try body() }
  }

  /// Starts to listen for Ctrl-C and for a request to terminate; keep what is returned.
  static func listen() -> [any DispatchSourceSignal] {
    // A queue of its own, since the simulation may keep every shared thread busy.
    let queue = DispatchQueue(label: "interruption", qos: .userInteractive)
    return [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { stop(number) }
      source.resume()
      return source
    }
  }

  private static func remove(_ folder: String) {
    // Under another name nobody can write into it while it is being emptied.
    let renamed = folder + "-interrupted"
    try? FileManager.default.moveItem(atPath: folder, toPath: renamed)
    try? FileManager.default.removeItem(atPath: renamed)
  }

  private static func stop(_ number: Int32) {
    folders.withLock { folders in
      for folder in folders { remove(folder) }
      let result = folders.isEmpty ? "" : "; nothing was written"
      FileHandle.standardError.write(Data("\nsegflow: interrupted\(result)\n".utf8))
      // No tidy exit: other threads are still at work.
      _exit(128 + number)
    }
  }
}
