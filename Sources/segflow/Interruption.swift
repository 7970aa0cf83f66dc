import Dispatch
import Foundation
import Synchronization

/// Cleans up when the run is interrupted, so that no half-result stays behind.
enum Interruption {
  private static let folders = Mutex<Set<String>>([])

  /// Folders that are removed when the process is interrupted while `body` runs.
  static func removing<Result>(_ folder: String, while body: () throws -> Result) rethrows
    -> Result
  {
    folders.withLock { _ = $0.insert(folder) }
    defer { folders.withLock { _ = $0.remove(folder) } }
    return try body()
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

  private static func stop(_ number: Int32) {
    folders.withLock { folders in
      for folder in folders { try? FileManager.default.removeItem(atPath: folder) }
      let result = folders.isEmpty ? "" : "; nothing was written"
      FileHandle.standardError.write(Data("\nsegflow: interrupted\(result)\n".utf8))
      // No tidy exit: other threads are still at work.
      _exit(128 + number)
    }
  }
}
