/// Reads CSV: commas, quotes as in RFC 4180, such as ``CSVTable`` writes.
public struct CSVReader {
  private let bytes: [UInt8]
  private var index = 0
  /// Whether a quote was not closed.
  private(set) var isBroken = false

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The rows of a text, the header among them; empty lines are left out.
  public static func rows(_ text: String) -> [[String]] {
    var reader = CSVReader(text)
    var rows: [[String]] = []
    while let row = reader.next() {
      if row != [""] { rows.append(row) }
    }
    return rows
  }

  /// The cells of the next row; nil after the last.
  mutating func next() -> [String]? {
    guard index < bytes.count else { return nil }
    var cells: [String] = []
    while true {
      cells.append(Self.shown(cell()))
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    return cells
  }

  private mutating func cell() -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          break
        }
        index += 1
      }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
          index += 1
          return String(decoding: text, as: UTF8.self)
        }
        index += 1
      }
      text.append(bytes[index])
      index += 1
    }
    isBroken = true
    return String(decoding: text, as: UTF8.self)
  }

  /// A text without the apostrophe that keeps spreadsheets from taking it for a formula.
  private static func shown(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), let next = text.utf8.dropFirst().first,
      "=+-@".utf8.contains(next)
    else { return text }
    return String(text.dropFirst())
  }
}
