/// Reads strict JSON (RFC 8259) from UTF-8 bytes; any bytes at all are safe to give.
///
/// It refuses what readers often let pass: byte order marks, comments, trailing commas, duplicate
/// keys, numbers too large for a `Double`, and half surrogate pairs.
struct JSONReader {
  /// Lists and objects may nest this deep, far beyond any model.
  static let deepest = 100

  let bytes: [UInt8]
  private let text: SourceText
  var index = 0
  var depth = 0
  /// Mistakes after which reading can go on.
  var mistakes: [JSONMistake] = []

  /// Reads a whole file; the value is nil when its syntax breaks off, and mistakes say where.
  static func read(_ bytes: [UInt8]) -> (value: JSONValue?, mistakes: [JSONMistake]) {
    var reader = JSONReader(bytes: bytes)
    do throws(JSONMistake) {
      let value = try reader.readFile()
      return (value, reader.mistakes)
    } catch {
      return (nil, reader.mistakes + [error])
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    text = SourceText(bytes)
  }

  private mutating func readFile() throws(JSONMistake) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw failure(.byteOrderMark, "") }
    if let offset = Self.firstInvalidByte(in: bytes) {
      throw JSONMistake(mistake: .invalidUTF8(bytes[offset]), offset: offset, path: "")
    }
    skipSpace()
    let value = try readValue("")
    skipSpace()
    guard index == bytes.count else {
      throw failure(.unexpected(found(), expected: "the end of the file"), "")
    }
    return value
  }

  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  // MARK: - Values

  private mutating func readValue(_ path: String) throws(JSONMistake) -> JSONValue {
    let start = index
    let content: JSONValue.Content =
      switch current {
      case UInt8(ascii: "{"): .object(try readMembers(path))
      case UInt8(ascii: "["): .array(try readElements(path))
      case UInt8(ascii: "\""): .string(try readString(path))
      default: try readNumberOrWord(path)
      }
    return JSONValue(content: content, offset: start, end: index, path: path)
  }

  /// Notes that a list or an object starts.
  private mutating func enter(_ path: String) throws(JSONMistake) {
    guard depth < Self.deepest else { throw failure(.tooDeep(Self.deepest), path) }
    depth += 1
    index += 1
    skipSpace()
  }

  private mutating func readNumberOrWord(
    _ path: String
  ) throws(JSONMistake) -> JSONValue.Content {
    if let byte = current, Self.startsNumber(byte) { return .number(try readNumber(path)) }
    let contents: [String: JSONValue.Content] = [
      "null": .null, "true": .boolean(true), "false": .boolean(false),
    ]
    let word = word()
    guard let content = contents[word] else {
      throw failure(.unexpected(found(), expected: "a value"), path)
    }
    index += word.utf8.count
    return content
  }

  private static func startsNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func readElements(_ path: String) throws(JSONMistake) -> [JSONValue] {
    var elements: [JSONValue] = []
    let close = UInt8(ascii: "]")
    try enter(path)
    defer { depth -= 1 }
    while !take(close) {
      if !elements.isEmpty { try readComma(before: close, path) }
      elements.append(try readValue(JSONPath.element(elements.count, of: path)))
      skipSpace()
    }
    return elements
  }

  private mutating func readMembers(_ path: String) throws(JSONMistake) -> [JSONMember] {
    var members: [JSONMember] = []
    var offsets: [String: Int] = [:]
    let close = UInt8(ascii: "}")
    try enter(path)
    defer { depth -= 1 }
    while !take(close) {
      if !members.isEmpty { try readComma(before: close, path) }
      let member = try readMember(path)
      if let first = offsets[member.key] {
        let line = text.position(of: first)
        let mistake = Mistake.duplicateKey(member.key, line: line.line, column: line.column)
        mistakes.append(
          JSONMistake(mistake: mistake, offset: member.keyOffset, path: member.value.path))
      } else {
        offsets[member.key] = member.keyOffset
        members.append(member)
      }
      skipSpace()
    }
    return members
  }

  private mutating func readMember(_ path: String) throws(JSONMistake) -> JSONMember {
    let start = index
    guard current == UInt8(ascii: "\"") else {
      throw failure(.unexpected(found(), expected: Mistake.aKey), path)
    }
    let key = try readString(path)
    skipSpace()
    guard take(UInt8(ascii: ":")) else {
      throw failure(.unexpected(found(), expected: "':' after the key '\(key)'"), path)
    }
    skipSpace()
    let value = try readValue(JSONPath.member(key, of: path))
    return JSONMember(key: key, keyOffset: start, value: value)
  }

  private mutating func readComma(before close: UInt8, _ path: String) throws(JSONMistake) {
    let comma = index
    let bracket = "'\(Character(Unicode.Scalar(close)))'"
    guard take(UInt8(ascii: ",")) else {
      throw failure(.unexpected(found(), expected: "',' or \(bracket)"), path)
    }
    skipSpace()
    if current == close {
      throw JSONMistake(mistake: .trailingComma(bracket), offset: comma, path: path)
    }
  }
}
