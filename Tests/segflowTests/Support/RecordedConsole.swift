import Synchronization

@testable import segflow

/// Runs the tool in the test's own process and keeps what it writes.
final class RecordedConsole: Sendable {
  private let texts = Mutex<(out: String, error: String)>(("", ""))

  var out: String { texts.withLock { $0.out } }
  var error: String { texts.withLock { $0.error } }

  /// A console that writes here.
  var console: Console {
    Console(
      out: { text in self.texts.withLock { $0.out += text } },
      error: { text in self.texts.withLock { $0.error += text } }, width: 80,
      showsProgress: false)
  }

  /// Runs the tool with arguments; returns the exit status.
  func run(_ words: [String]) -> Int32 { CommandLineTool(console: console).run(words) }
}
