/// Collects mistakes, each once, however often it is met.
final class MistakeLog {
  private struct Entry {
    var error: InputError
    var order: Int
    var offset: Int
  }

  private var entries: [Entry] = []
  private var seen: Set<InputError> = []

  /// Whether no mistake was met.
  var isEmpty: Bool { entries.isEmpty }

  /// The mistakes by file, in the order of reading, and by position.
  var errors: [InputError] {
    entries.enumerated().sorted { a, b in
      (a.element.order, a.element.offset, a.offset) < (b.element.order, b.element.offset, b.offset)
    }.map(\.element.error)
  }

  /// Notes a mistake in a file.
  func report(_ mistake: Mistake, in file: SourceFile, offset: Int, path: String) {
    let position = file.text.position(of: offset)
    let error = InputError(
      file: file.path, line: position.line, column: position.column, path: path,
      message: mistake.message, help: mistake.help)
    add(Entry(error: error, order: file.order, offset: offset))
  }

  /// Notes that a file could not be read at all.
  func report(_ mistake: Mistake, file: String) {
    let error = InputError(
      file: file, line: nil, column: nil, path: "", message: mistake.message, help: mistake.help)
    add(Entry(error: error, order: -1, offset: 0))
  }

  private func add(_ entry: Entry) {
    if seen.insert(entry.error).inserted { entries.append(entry) }
  }
}
