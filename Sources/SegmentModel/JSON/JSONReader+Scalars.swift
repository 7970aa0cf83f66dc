extension JSONReader {
  /// Reads a number, having checked it against the grammar of JSON.
  mutating func readNumber(_ path: String) throws(JSONMistake) -> Double {
    let start = index
    _ = take(UInt8(ascii: "-"))
    let whole = index
    guard takeDigits() else { throw failure(.unexpected(found(), expected: "a digit"), path) }
    if bytes[whole] == UInt8(ascii: "0"), index > whole + 1 {
      throw JSONMistake(mistake: .leadingZero, offset: start, path: path)
    }
    if take(UInt8(ascii: ".")), !takeDigits() {
      throw failure(.unexpected(found(), expected: "a digit after the decimal point"), path)
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      guard takeDigits() else {
        throw failure(.unexpected(found(), expected: "a digit in the exponent"), path)
      }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw JSONMistake(mistake: .numberTooLarge(text), offset: start, path: path)
    }
    return value
  }

  /// Reads a string with its quotes, and resolves its escapes.
  mutating func readString(_ path: String) throws(JSONMistake) -> String {
    let open = index
    var text: [UInt8] = []
    index += 1
    while !take(UInt8(ascii: "\"")) {
      guard let byte = current else {
        throw JSONMistake(mistake: .openString, offset: open, path: path)
      }
      if byte == UInt8(ascii: "\\") {
        text += String(try readEscape(path)).utf8
      } else if byte < 0x20 {
        throw failure(.controlCharacter(byte), path)
      } else {
        let start = index
        skipPlainText()
        text += bytes[start..<index]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Steps over what stands for itself in a string.
  private mutating func skipPlainText() {
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
  }

  private mutating func readEscape(_ path: String) throws(JSONMistake) -> Unicode.Scalar {
    let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r",
      "t": "\t",
    ]
    let start = index
    index += 1
    if current == UInt8(ascii: "u") {
      return try readUnicode(from: start, path)
    }
    guard let byte = current, let scalar = escapes[Unicode.Scalar(byte)] else {
      let character = String(found().dropFirst().dropLast().prefix(1))
      let escape = current == nil ? "" : character
      throw JSONMistake(mistake: .invalidEscape(escape), offset: start, path: path)
    }
    index += 1
    return scalar
  }

  private mutating func readUnicode(
    from start: Int, _ path: String
  ) throws(JSONMistake) -> Unicode.Scalar {
    func fail(_ mistake: Mistake) -> JSONMistake {
      JSONMistake(mistake: mistake, offset: start, path: path)
    }
    guard let first = takeUnit() else { throw fail(.invalidUnicodeEscape) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), let second = takeUnit(),
      UTF16.isTrailSurrogate(second)
    else { throw fail(.halfSurrogate) }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  /// Steps over `u` and four hexadecimal digits.
  private mutating func takeUnit() -> UInt16? {
    guard take(UInt8(ascii: "u")), index + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    index += 4
    return unit
  }
}
