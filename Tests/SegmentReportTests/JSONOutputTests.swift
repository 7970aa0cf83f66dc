import Foundation
import Testing

@testable import SegmentReport

@Suite("JSON")
struct JSONOutputTests {
  @Test("Keys stay in their order, and lists are indented")
  func layout() {
    let value = JSONOutput.object([
      ("b", .integer(1)), ("a", .array([.number(0.5), .null])), ("empty", .object([])),
      ("seed", .unsigned(.max)),
    ])
    #expect(
      value.document == """
        {
          "b": 1,
          "a": [
            0.5,
            null
          ],
          "empty": {},
          "seed": 18446744073709551615
        }

        """)
  }

  @Test(
    "What must be escaped is",
    arguments: [
      ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("\n\r\t", #""\n\r\t""#),
      ("\u{1}\u{1F}", #""\u0001\u001f""#), ("£ é 🙂 /", "\"£ é 🙂 /\""), ("\r\n", #""\r\n""#),
    ])
  func escapes(text: String, expected: String) {
    #expect(JSONOutput.quoted(text) == expected)
  }

  @Test("Foundation reads back what was written")
  func roundTrip() throws {
    let text = String(String.UnicodeScalarView((0..<0x250).compactMap { Unicode.Scalar($0) }))
    let document = JSONOutput.object([(text, .text(text)), ("n", .number(1.0 / 3))]).document
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    #expect(read[text] as? String == text)
    #expect(read["n"] as? Double == 1.0 / 3)
  }

  @Test("What is not a number is null")
  func notANumber() {
    let written = JSONOutput.array([.number(.nan), .optional(nil)]).document
    #expect(written == "[\n  null,\n  null\n]\n")
  }
}
