/// A JSON document that is written with its keys in the order given.
public indirect enum JSONOutput: Sendable {
  case object([(String, JSONOutput)])
  case array([JSONOutput])
  case text(String)
  case number(Double)
  case integer(Int)
  /// A whole number that may not fit an `Int`, such as a seed.
  case unsigned(UInt64)
  case truth(Bool)
  case null

  /// A number, or null when there is none.
  public static func optional(_ value: Double?) -> JSONOutput { value.map { .number($0) } ?? .null }

  /// The document, indented by two spaces, with a newline at the end.
  public var document: String {
    var out = ""
    write(into: &out, indent: "")
    return out + "\n"
  }

  private func write(into out: inout String, indent: String) {
    switch self {
    case .object(let members):
      Self.list(members, "{", "}", into: &out, indent: indent) { member, out, indent in
        out += Self.quoted(member.0) + ": "
        member.1.write(into: &out, indent: indent)
      }
    case .array(let values):
      Self.list(values, "[", "]", into: &out, indent: indent) { value, out, indent in
        value.write(into: &out, indent: indent)
      }
    case .text(let text): out += Self.quoted(text)
    // JSON has no word for what is not a number.
    case .number(let value): out += value.isFinite ? NumberText.shortest(value) : "null"
    case .integer(let value): out += "\(value)"
    case .unsigned(let value): out += "\(value)"
    case .truth(let value): out += value ? "true" : "false"
    case .null: out += "null"
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, into out: inout String,
    indent: String, write: (Element, inout String, String) -> Void
  ) {
    out += open
    for (index, element) in elements.enumerated() {
      out += (index == 0 ? "\n" : ",\n") + indent + "  "
      write(element, &out, indent + "  ")
    }
    out += elements.isEmpty ? close : "\n" + indent + close
  }

  /// A text in quotes, with everything escaped that RFC 8259 wants escaped.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
