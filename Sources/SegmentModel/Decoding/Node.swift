/// A JSON value in its file, with the evidence that the file states for all its numbers.
struct Node {
  /// The value.
  let value: JSONValue
  /// The file it stands in.
  let file: SourceFile
  /// What a number takes that says nothing of its own.
  var evidence: Evidence?

  /// Another value of the same file.
  func sibling(_ value: JSONValue) -> Node { Node(value: value, file: file, evidence: evidence) }

  /// The value of a key, if this is an object that has it.
  subscript(key: String) -> Node? {
    guard case .object(let members) = value.content else { return nil }
    return members.first { $0.key == key }.map { sibling($0.value) }
  }

  /// The keys of an object; none of anything else.
  var keys: [String] {
    guard case .object(let members) = value.content else { return [] }
    return members.map(\.key)
  }

  /// Whether this is a list.
  var isList: Bool {
    if case .array = value.content { true } else { false }
  }

  /// Whether this is an object.
  var isObject: Bool {
    if case .object = value.content { true } else { false }
  }

  /// Whether this is a number.
  var isNumber: Bool {
    if case .number = value.content { true } else { false }
  }

  /// Where it stands: file, then path inside the JSON.
  var location: String { value.path.isEmpty ? file.path : "\(file.path): \(value.path)" }

  /// The same for the same value, however its file was named.
  var identity: String {
    value.path.isEmpty ? file.identity : "\(file.identity)#\(value.path)"
  }

  /// Whether this is the same place of the same file.
  func isSame(as other: Node) -> Bool {
    file.order == other.file.order && value.offset == other.value.offset
  }

  /// Where it stands, as a message about something else names it.
  var place: String { "\(file.path):\(file.text.position(of: value.offset).line)" }
}
