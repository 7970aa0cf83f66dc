import SegmentModel

/// A command line taken apart.
struct Arguments: Equatable {
  /// What is no option, in order.
  var files: [String] = []
  /// Values by long option name, in order; an empty text for a flag.
  private(set) var values: [String: [String]] = [:]

  /// Whether an option was given.
  func has(_ option: OptionSpec) -> Bool { values[option.name] != nil }

  /// The value of an option, if it was given.
  func text(_ option: OptionSpec) -> String? { values[option.name]?.first }

  /// Every value of an option that may be repeated, in order.
  func texts(_ option: OptionSpec) -> [String] { values[option.name] ?? [] }

  /// Takes a command line apart; options may stand anywhere before `--`.
  init(_ words: [String], options: [OptionSpec]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        files += rest
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        files.append(word)
        continue
      }
      try take(word, &rest, options)
    }
  }

  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ options: [OptionSpec]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard let option = options.first(where: { Self.names($0).contains(name) }) else {
      if let second = word.dropFirst().first, second.isNumber || second == "." {
        throw UsageError(
          "unknown option '\(word)'", help: "before what begins with a minus sign write '--'")
      }
      let known = options.map { "--\($0.name)" }
      throw UsageError(
        "unknown option '\(name)'",
        help: Spelling.nearest(to: name, in: known).map { "did you mean '\($0)'?" })
    }
    guard option.repeats || values[option.name] == nil else {
      throw UsageError("option '\(name)' is given twice")
    }
    values[option.name, default: []] += [
      try value(of: option, written: name, attached: attached, &rest)
    ]
  }

  private func value(
    of option: OptionSpec, written name: String, attached: String?,
    _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let placeholder = option.value else {
      if attached != nil { throw UsageError("option '\(name)' takes no value") }
      return ""
    }
    func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    if let attached, !isBlank(attached) { return attached }
    guard attached == nil, let next = rest.first, !isBlank(next), !next.hasPrefix("--") else {
      throw UsageError("option '\(name)' needs a value", help: "write '\(name) <\(placeholder)>'")
    }
    rest.removeFirst()
    return next
  }

  /// The one file that a verb is about, or what else it is called there.
  func onlyFile(of verb: Verb, _ what: String = "file") throws(UsageError) -> String {
    guard files.count == 1 else {
      throw UsageError(
        "'\(verb.rawValue)' needs one \(what), found \(files.count)", help: "usage: \(verb.usage)")
    }
    return files[0]
  }

  /// The words of a command line without some options and their values.
  static func words(_ words: [String], without options: [OptionSpec]) -> [String] {
    var result: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" { return result + [word] + rest }
      let name = String(word.prefix { $0 != "=" })
      guard let option = options.first(where: { names($0).contains(name) }) else {
        result.append(word)
        continue
      }
      if option.value != nil, name == word { _ = rest.popFirst() }
    }
    return result
  }

  private static func names(_ option: OptionSpec) -> [String] {
    ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
  }
}
