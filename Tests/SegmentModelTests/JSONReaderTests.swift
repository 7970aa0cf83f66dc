import Testing

@testable import SegmentModel

@Suite("JSON reader")
struct JSONReaderTests {
  /// A value in words, or the first mistake with its position.
  private func read(_ bytes: [UInt8]) -> String {
    let (value, mistakes) = JSONReader.read(bytes)
    guard let found = mistakes.first else { return value.map(describe) ?? "nothing" }
    let position = SourceText(bytes).position(of: found.offset)
    let path = found.path.isEmpty ? "" : "\(found.path): "
    return "\(position.line):\(position.column): \(path)\(found.mistake.message)"
  }

  private func read(_ text: String) -> String { read([UInt8](text.utf8)) }

  private func describe(_ value: JSONValue) -> String {
    switch value.content {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): "<\(text)>"
    case .array(let elements): "[\(elements.map(describe).joined(separator: " "))]"
    case .object(let members):
      "{\(members.map { "\($0.key)=\(describe($0.value))" }.joined(separator: " "))}"
    }
  }

  @Test(
    "Values are read as RFC 8259 says",
    arguments: [
      ("null", "null"), (" true ", "true"), ("false", "false"), ("[]", "[]"), ("{}", "{}"),
      ("0", "0.0"), ("-0", "-0.0"), ("-12.5e+2", "-1250.0"), ("1E-2", "0.01"),
      ("9007199254740993", "9007199254740992.0"), ("1e-400", "0.0"),
      (#""""#, "<>"), (#""é€😀""#, "<é€😀>"), (#""\u00e9\ud83D\uDE00""#, "<é😀>"),
      (#""\"\\\/\b\f\n\r\t""#, "<\"\\/\u{8}\u{C}\n\r\t>"),
      (#"[1, [2], {"a": null}]"#, "[1.0 [2.0] {a=null}]"),
      ("\r\n\t {\"b\" : 1 ,\"a\":2}\n", "{b=1.0 a=2.0}"),
    ])
  func reads(_ text: String, _ expected: String) { #expect(read(text) == expected) }

  @Test(
    "Broken syntax is refused where it breaks",
    arguments: [
      ("", "1:1: found the end of the file, expected a value"),
      ("  \n ", "2:2: found the end of the file, expected a value"),
      ("nul", "1:1: found 'nul', expected a value"),
      ("True", "1:1: found 'True', expected a value"),
      ("[NaN]", "1:2: [0]: found 'NaN', expected a value"),
      ("[-Infinity]", "1:3: [0]: found 'Infinity', expected a digit"),
      ("{\"a\": 'b'}", "1:7: a: found ''', expected a value"),
      ("+1", "1:1: found '+', expected a value"),
      (".5", "1:1: found '.', expected a value"),
      ("01", "1:1: a number starts with a needless 0"),
      ("-", "1:2: found the end of the file, expected a digit"),
      ("1.", "1:3: found the end of the file, expected a digit after the decimal point"),
      ("1.e3", "1:3: found 'e', expected a digit after the decimal point"),
      ("1e", "1:3: found the end of the file, expected a digit in the exponent"),
      ("1e400", "1:1: 1e400 is too large for a number"),
      ("-1e400", "1:1: -1e400 is too large for a number"),
      ("[1 2]", "1:4: found '2', expected ',' or ']'"),
      ("[1,\n 2,\n]", "2:3: a comma stands before ']'"),
      ("{\"a\": 1,}", "1:8: a comma stands before '}'"),
      ("[,1]", "1:2: [0]: found ',', expected a value"),
      ("{a: 1}", "1:2: found 'a', expected a key in double quotes"),
      ("{\"a\" 1}", "1:6: found '1', expected ':' after the key 'a'"),
      ("{\"a\": }", "1:7: a: found '}', expected a value"),
      ("{\"a\": {\"b\": [1, }}", "1:17: a.b[1]: found '}', expected a value"),
      ("[1", "1:3: found the end of the file, expected ',' or ']'"),
      ("{\"a\": 1", "1:8: found the end of the file, expected ',' or '}'"),
      ("[1] // done", "1:5: found '/', expected the end of the file"),
      ("1 2", "1:3: found '2', expected the end of the file"),
      ("[\"é\", x]", "1:7: [1]: found 'x', expected a value"),
      ("\"abc", "1:1: a string starts here and never ends"),
      ("\"ab\nc\"", "1:4: a string breaks off at the end of the line"),
      ("\"a\tb\"", "1:3: a string holds a tab"),
      ("\"a\u{1}b\"", "1:3: a string holds a control character"),
      (#""a\qb""#, #"1:3: '\q' is not an escape"#),
      (#""a\"#, #"1:3: '\' is not an escape"#),
      (#""\u12g4""#, #"1:2: '\u' needs four hexadecimal digits"#),
      (#""\u12"#, #"1:2: '\u' needs four hexadecimal digits"#),
      (#""\ud83d""#, "1:2: half of a surrogate pair stands alone"),
      (#""\ud83d\u0041""#, "1:2: half of a surrogate pair stands alone"),
      (#""\ude00""#, "1:2: half of a surrogate pair stands alone"),
      (
        #"{"a": 1, "b": {"c": 1, "c": 2}}"#,
        "1:24: b.c: the key 'c' stands twice, first at line 1, column 16"
      ),
      (
        #"{"a": 1, "\u0061": 2}"#,
        "1:10: a: the key 'a' stands twice, first at line 1, column 2"
      ),
    ])
  func refuses(_ text: String, _ expected: String) { #expect(read(text) == expected) }

  @Test(
    "Bytes that are not UTF-8 without a mark are refused",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x31], "1:1: a byte order mark stands before the first value"),
      ([0x5B, 0x0A, 0x22, 0xFF, 0x22], "2:2: the byte 0xFF is not valid UTF-8"),
      ([0x22, 0xC0, 0x80, 0x22], "1:2: the byte 0xC0 is not valid UTF-8"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2: the byte 0xED is not valid UTF-8"),
      ([0x22, 0xE2, 0x82], "1:2: the byte 0xE2 is not valid UTF-8"),
      ([0x00], "1:1: found '\0', expected a value"),
    ] as [([UInt8], String)])
  func refusesBytes(_ bytes: [UInt8], _ expected: String) { #expect(read(bytes) == expected) }

  @Test("Lists and objects nest a hundred deep, and no deeper")
  func refusesDeepNesting() {
    let fits = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(read(fits) == fits)
    let tooDeep =
      String(repeating: "{\"a\":", count: 100) + "[]" + String(repeating: "}", count: 100)
    #expect(read(tooDeep).hasSuffix("lists and objects nest deeper than 100 levels"))
    #expect(read([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)).contains("1:101:"))
  }

  @Test("Reading goes on after a key that stands twice")
  func readsOnAfterDuplicates() {
    let (value, mistakes) = JSONReader.read([UInt8](#"{"a": 1, "a": 2, "a": 3, "b": 4}"#.utf8))
    #expect(value.map(describe) == "{a=1.0 b=4.0}")
    #expect(mistakes.count == 2)
  }

  @Test("Every value knows its path")
  func knowsPaths() throws {
    let text = #"{"moves": [{"id": "x"}], "a.b": {"": {"1-2": 0}}}"#
    let (value, _) = JSONReader.read([UInt8](text.utf8))
    let root = try #require(value)
    #expect(
      paths(root) == [
        "", "moves", "moves[0]", "moves[0].id", #"["a.b"]"#,
        #"["a.b"][""]"#, #"["a.b"][""].1-2"#,
      ])
  }

  private func paths(_ value: JSONValue) -> [String] {
    switch value.content {
    case .array(let elements): [value.path] + elements.flatMap(paths)
    case .object(let members): [value.path] + members.flatMap { paths($0.value) }
    default: [value.path]
    }
  }

  @Test("Lines end as on any system, and columns count characters")
  func countsLinesAndColumns() {
    let text = SourceText([UInt8]("a\nb\r\nc\rdé😀e".utf8))
    #expect(text.position(of: 0) == (1, 1))
    #expect(text.position(of: 2) == (2, 1))
    #expect(text.position(of: 5) == (3, 1))
    #expect(text.position(of: 7) == (4, 1))
    #expect(text.position(of: 14) == (4, 4))
    #expect(text.position(of: 15) == (4, 5))
  }

  @Test("Every offset has the position that reading up to it gives, in any order of asking")
  func positions() {
    let bytes = [UInt8]("\n\na\r\n\r\r\nbc\u{e9}d\n\r\ne\u{1F600}f\rg".utf8)
    let text = SourceText(bytes)
    for offset in (0...bytes.count + 2).reversed() {
      // Between the two halves of its end a line has not ended yet.
      if offset < bytes.count, offset > 0, bytes[offset - 1...offset] == [0x0D, 0x0A] { continue }
      let before = String(decoding: bytes.prefix(offset), as: UTF8.self)
      let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      #expect(text.position(of: offset) == (lines.count, lines[lines.count - 1].count + 1))
    }
  }
}
