/// The bytes of a file, and where its lines are.
final class SourceText {
  /// The bytes as read.
  let bytes: [UInt8]
  /// Where lines start, counted once and only where there is a mistake.
  private lazy var lineStarts = Self.lineStarts(bytes)

  /// Takes the bytes of a file.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Line and column, both from 1, of the character that the byte at `offset` belongs to.
  ///
  /// Columns count characters as a reader sees them, not bytes.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(offset, bytes.count)
    var (line, after) = (0, lineStarts.count)
    while after - line > 1 {
      let middle = (line + after) / 2
      if lineStarts[middle] <= end { line = middle } else { after = middle }
    }
    let before = bytes[lineStarts[line]..<end]
    // A file may be one long line, whose characters take longer to tell apart than its bytes.
    let isPlain = before.allSatisfy { $0 < 0x80 }
    let characters = isPlain ? before.count : String(decoding: before, as: UTF8.self).count
    return (line + 1, characters + 1)
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
      if byte == lineFeed || (byte == carriageReturn && !isPair) { starts.append(index + 1) }
    }
    return starts
  }
}
