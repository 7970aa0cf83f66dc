/// A JSON value that knows where it stands.
struct JSONValue {
  /// What kind of value it is, with what it holds.
  enum Content {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
  }

  /// What the value is.
  var content: Content
  /// Offset of its first byte in the file.
  var offset: Int
  /// Offset of the byte after its last one.
  var end: Int
  /// How to reach it from the top, for example `moves[1].from`; empty for the top itself.
  var path: String

  /// The kind in words, with its article, as messages name it.
  var kind: String {
    switch content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONValue {
  /// Whether another value holds the same; the order of keys says nothing.
  func holdsSame(as other: JSONValue) -> Bool {
    switch (content, other.content) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.holdsSame(as: $1) }
    case (.object(let a), .object(let b)):
      a.count == b.count
        && a.allSatisfy { member in
          b.contains { $0.key == member.key && $0.value.holdsSame(as: member.value) }
        }
    default: false
    }
  }
}
