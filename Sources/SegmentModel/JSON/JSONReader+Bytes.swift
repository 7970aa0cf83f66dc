extension JSONReader {
  /// The byte about to be read; nil at the end of the file.
  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Steps over a byte if it is the one about to be read.
  mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  /// Steps over white space.
  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  /// Steps over digits and says whether there was one.
  mutating func takeDigits() -> Bool {
    let start = index
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    return index > start
  }

  /// The letters about to be read; empty when the next byte is no ASCII letter.
  func word() -> String {
    let letters = bytes[index...].prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// What is about to be read, as messages name it.
  func found() -> String {
    guard current != nil else { return "the end of the file" }
    let word = word()
    guard word.isEmpty else { return "'\(word)'" }
    let next = String(decoding: bytes[index...].prefix(32), as: UTF8.self)
    return "'\(next.prefix(1))'"
  }

  /// A mistake at the byte about to be read.
  func failure(_ mistake: Mistake, _ path: String) -> JSONMistake {
    JSONMistake(mistake: mistake, offset: index, path: path)
  }
}
