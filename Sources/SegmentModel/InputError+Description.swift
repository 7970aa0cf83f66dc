extension InputError: CustomStringConvertible {
  /// The mistake as `file:line:column: error: path: message`, with any help on a line below.
  ///
  /// What is quoted of files may hold what a terminal would obey, which is written as in JSON.
  public var description: String {
    let position = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    let subject = path.isEmpty ? "" : "\(path): "
    let help = help.map { "\n  help: \($0.withoutControls)" } ?? ""
    return "\(file)\(position): error: \(subject)\(message)".withoutControls + help
  }
}

extension InputErrors: CustomStringConvertible {
  /// The mistakes, one after another, and how many there are.
  public var description: String {
    let files = Set(errors.map(\.file)).count
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    let place = files > 1 ? " in \(files) files" : ""
    return (errors.map(\.description) + ["\(count)\(place)"]).joined(separator: "\n")
  }
}
