import Synchronization

/// A single line on standard error that says how far a run has come.
final class ProgressLine: Sendable {
  private let console: Console
  private let title: String
  private let percent = Mutex(-1)

  /// A line with a title, nothing shown yet; a console that shows no progress stays silent.
  init(_ title: String, console: Console) {
    self.title = title
    self.console = console
  }

  /// Shows how much of the work is done, from 0 to 1; may be called from any thread.
  func show(_ done: Double) {
    guard console.showsProgress else { return }
    percent.withLock { percent in
      let now = Int(done * 100)
      guard now > percent else { return }
      percent = now
      console.error("\r\(title): \(now)%\u{1B}[K")
    }
  }

  /// Removes the line.
  func clear() {
    guard console.showsProgress else { return }
    percent.withLock { percent in
      if percent >= 0 { console.error("\r\u{1B}[K") }
      percent = Int.max
    }
  }
}
