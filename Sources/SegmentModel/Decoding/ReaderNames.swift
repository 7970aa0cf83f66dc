/// What a reader calls the values of a file: by the names of what they belong to, not by where they
/// stand.
///
/// Such as "Pneumonia admissions: multipliers, pneumococcal vaccination, vaccinated": first the pathway,
/// event or intervention, then what of it.
struct ReaderNames {
  /// What is said of a value by all that it stands in.
  private struct Words {
    /// The pathway, event or intervention, once it is known.
    var subject: String?
    var details = ""

    func adding(_ detail: String) -> Words {
      Words(subject: subject, details: details.isEmpty ? detail : "\(details), \(detail)")
    }
  }

  /// Keys that say nothing to a reader.
  private static let silent: Set<String> = ["value", "change"]
  /// The lists of what numbers are about.
  private static let subjects: Set<String> = ["pathways", "events", "interventions"]

  private var words: [Int: Words] = [:]
  /// What numbers are about that stand in nothing else.
  private let file: String

  /// Names the values of a file.
  init(_ file: SourceFile) {
    let root = file.root
    let own = root?.text("name") ?? root?.text("id").map(KeyWords.words)
    self.file = own ?? KeyWords.file(file.path)
    guard let root else { return }
    let kind = root.text("segflow") ?? ""
    // In a place or a scenario, a reader looks for the pathway or the intervention.
    let holdsOthers = [FileKind.place, .scenario].contains { kind == $0.tag }
    walk(root, Words(subject: holdsOthers ? nil : own))
  }

  /// The name of a value.
  subscript(value: JSONValue) -> String {
    let words = words[value.offset] ?? Words()
    let subject = words.subject ?? file
    return words.details.isEmpty ? subject : "\(subject): \(words.details)"
  }

  private mutating func walk(_ value: JSONValue, _ words: Words) {
    switch value.content {
    case .number: self.words[value.offset] = words
    case .object(let members):
      self.words[value.offset] = words
      for member in members { walk(member, words) }
    case .array, .string, .boolean, .null: break
    }
  }

  private mutating func walk(_ member: JSONMember, _ words: Words) {
    switch (member.value.content, member.key) {
    case (.array(let elements), let key): walk(elements, of: key, words)
    // Which choice it is goes without saying.
    case (.object(let choices), "byChoice"):
      for choice in choices { walkBranches(of: choice.value, axis: "byChoice", words) }
    case (.object(let pathways), "bySegment"):
      for pathway in pathways { walk(pathway, words) }
    case (.object, let key) where ModelDecoder.axes.contains(key):
      walkBranches(of: member.value, axis: key, words)
    case (_, let key):
      walk(
        member.value, Self.silent.contains(key) ? words : words.adding(KeyWords.words(key)))
    }
  }

  private mutating func walkBranches(of value: JSONValue, axis: String, _ words: Words) {
    guard case .object(let branches) = value.content else { return }
    for branch in branches {
      walk(branch.value, words.adding(KeyWords.branch(branch.key, of: axis)))
    }
  }

  private mutating func walk(_ elements: [JSONValue], of key: String, _ words: Words) {
    for (element, label) in zip(elements, ElementLabels(elements, of: key).labels) {
      guard let label else {
        walk(element, words)
        continue
      }
      let isSubject = label.isOwn && words.subject == nil && Self.subjects.contains(key)
      walk(element, isSubject ? Words(subject: label.text) : words.adding(label.text))
    }
  }
}
