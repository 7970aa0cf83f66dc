import Foundation
import SegmentReport

/// Where a command writes, and what it knows of the terminal.
struct Console: Sendable {
  /// Writes results.
  var out: @Sendable (String) -> Void
  /// Writes everything else.
  var error: @Sendable (String) -> Void
  /// Columns that text is wrapped to.
  var width: Int
  /// Whether a line on standard error may be rewritten.
  var showsProgress: Bool
}

extension Console {
  /// Says where results are, and how long they took.
  func say(_ folder: ResultsFolder, since started: Date) {
    let seconds = NumberText.fixed(Date().timeIntervalSince(started), decimals: 1)
    error("\nResults are in \(folder.path) (\(seconds) seconds)\n")
  }

  /// The console of the process.
  static var system: Console {
    Console(
      out: { text in
        do {
          try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
          if isBrokenPipe(error) { return Interruption.endByBrokenPipe() }
          let message = ErrorText.message("standard output cannot be written")
          try? FileHandle.standardError.write(contentsOf: Data(message.utf8))
          exit(1)
        }
      },
      error: { text in
        do {
          try FileHandle.standardError.write(contentsOf: Data(text.utf8))
        } catch {
          if isBrokenPipe(error) { Interruption.endByBrokenPipe() }
        }
      },
      width: systemWidth, showsProgress: isatty(STDERR_FILENO) == 1)
  }

  /// Whether a write failed because nobody reads any more.
  private static func isBrokenPipe(_ error: any Error) -> Bool {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain && cause.code == Int(EPIPE)
  }

  /// `COLUMNS`, else the width of the terminal, else 80.
  private static var systemWidth: Int {
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return min(max(stated ?? (known ? Int(size.ws_col) : 80), 60), 160)
  }
}
