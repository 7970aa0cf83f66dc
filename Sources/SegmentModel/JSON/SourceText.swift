/// The bytes of a file, and where its lines start.
struct SourceText {
  /// The bytes as read.
  let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Takes the bytes of a file.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
      if byte == lineFeed || (byte == carriageReturn && !isPair) { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  /// Line and column, both from 1, of the character that the byte at `offset` belongs to.
  ///
  /// Columns count characters as a reader sees them, not bytes.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let line = lineStarts.lastIndex { $0 <= offset } ?? 0
    let before = bytes[lineStarts[line]..<min(offset, bytes.count)]
    return (line + 1, String(decoding: before, as: UTF8.self).count + 1)
  }
}
