/// The bytes of a file, and where its lines are.
struct SourceText {
  /// The bytes as read.
  let bytes: [UInt8]

  /// Takes the bytes of a file.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Line and column, both from 1, of the character that the byte at `offset` belongs to.
  ///
  /// Columns count characters as a reader sees them, not bytes. Lines are counted anew each time,
  /// because positions are wanted only for mistakes.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let before = bytes[..<min(offset, bytes.count)]
    var (line, start) = (1, 0)
    for (index, byte) in before.enumerated() {
      let isPair = byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
      if byte == lineFeed || (byte == carriageReturn && !isPair) {
        line += 1
        start = index + 1
      }
    }
    return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
  }
}
