/// The words for one mistake; the extensions hold every message there is, by topic.
struct Mistake: Error, Hashable {
  /// What was found and what was expected, lower case, no full stop.
  let message: String
  /// What to do about it.
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// A number as a reader would write it.
  static func plain(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  /// A sum without the dust of floating point, unless dust is all there is.
  static func sum(_ value: Double) -> String {
    let rounded = (value * 1e6).rounded() / 1e6
    return plain(rounded == 1 ? value : rounded)
  }

  /// Some names in quotes, with commas between them; long lists are cut.
  static func quoted(_ names: [String]) -> String {
    let most = 12
    let shown = names.prefix(most).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }

  /// A range of values in words.
  static func words(_ range: ClosedRange<Double>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (-.infinity, .infinity): "a number"
    case (let low, .infinity): "\(plain(low)) or more"
    case (let low, let high): "between \(plain(low)) and \(plain(high))"
    }
  }

  /// Help with a name that is unknown.
  static func help(for name: String, in names: [String], _ plural: String) -> String {
    if let nearest = Spelling.nearest(to: name, in: names) { return "did you mean '\(nearest)'?" }
    return names.isEmpty ? "there are no \(plural)" : "the \(plural) are \(quoted(names))"
  }
}
