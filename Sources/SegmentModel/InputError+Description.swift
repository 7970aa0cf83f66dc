extension InputError: CustomStringConvertible {
  /// The mistake as `file:line:column: error: path: message`, with any help on a line below.
  public var description: String {
    let position = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    let subject = path.isEmpty ? "" : "\(path): "
    let help = help.map { "\n  help: \($0)" } ?? ""
    return "\(file)\(position): error: \(subject)\(message)\(help)"
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
