extension Mistake {
  static let byteOrderMark = Mistake(
    "a byte order mark stands before the first value",
    help: "save the file as UTF-8 without a byte order mark")

  static func invalidUTF8(_ byte: UInt8) -> Mistake {
    let hex = String(byte, radix: 16, uppercase: true)
    return Mistake("the byte 0x\(hex) is not valid UTF-8", help: "save the file as UTF-8")
  }

  /// What stands after a comma in an object, so that a digit there follows a decimal comma.
  static let aKey = "a key in double quotes"

  static func unexpected(_ found: String, expected: String) -> Mistake {
    let isDecimal = expected == aKey && found.dropFirst().first?.isNumber == true
    let decimal = "a number has no comma: write 0.15 for 0,15, and 50000 for 50,000"
    return Mistake(
      "found \(found), expected \(expected)",
      help: isDecimal ? decimal : helpForUnexpected(found))
  }

  private static func helpForUnexpected(_ found: String) -> String? {
    switch found {
    case "'#'": "JSON has no comments; use the key \"note\""
    case "'/'": "JSON has no comments and no fractions; use the key \"note\", and 0.333 for 1/3"
    case "'%'": "a percentage is a number: write 0.35 for 35%"
    case "'£'", "'_'": "a number has digits alone: write 5000"
    case "'\u{00A0}'": "this is a space that does not break; write a plain one"
    case "'''": "strings and keys stand in double quotes"
    case "'\u{201C}'", "'\u{201D}'", "'\u{201E}'", "'\u{2018}'", "'\u{2019}'":
      "strings and keys stand in straight double quotes"
    case "'+'", "'.'": "a number starts with a digit or a minus sign"
    case "'NaN'", "'Infinity'": "every number must be finite"
    case "'True'", "'False'", "'None'": "write true or false; leave out a key that has no value"
    default: nil
    }
  }

  static func trailingComma(_ close: String) -> Mistake {
    Mistake("a comma stands before \(close)", help: "remove the comma")
  }

  static func duplicateKey(_ key: String, line: Int, column: Int) -> Mistake {
    Mistake(
      "the key '\(key)' stands twice, first at line \(line), column \(column)",
      help: "remove one of the two")
  }

  static func tooDeep(_ deepest: Int) -> Mistake {
    Mistake("lists and objects nest deeper than \(deepest) levels")
  }

  static let leadingZero = Mistake("a number starts with a needless 0", help: "remove the 0")

  static func numberTooLarge(_ text: String) -> Mistake {
    Mistake("\(text.prefix(40)) is too large for a number")
  }

  static let openString = Mistake(
    "a string starts here and never ends", help: "add the closing quote")

  static func controlCharacter(_ byte: UInt8) -> Mistake {
    switch byte {
    case 0x0A, 0x0D:
      return Mistake(
        "a string breaks off at the end of the line",
        help: "add the closing quote, or write a line break as \\n")
    case 0x09: return Mistake("a string holds a tab", help: "write it as \\t")
    default:
      let hex = String(byte, radix: 16, uppercase: true)
      let digits = String(repeating: "0", count: 4 - hex.count) + hex
      return Mistake("a string holds a control character", help: "write it as \\u\(digits)")
    }
  }

  static func invalidEscape(_ character: String) -> Mistake {
    Mistake("'\\\(character)' is not an escape", help: "write a backslash itself as \\\\")
  }

  static let invalidUnicodeEscape = Mistake("'\\u' needs four hexadecimal digits")

  static let halfSurrogate = Mistake(
    "half of a surrogate pair stands alone",
    help: "write both halves, or the character itself")
}
