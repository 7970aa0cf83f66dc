import Testing

@testable import SegmentModel

@Suite("Words for mistakes")
struct MistakeTests {
  @Test("A mistake is written as file, position, path, message and help")
  func describesOne() {
    var error = InputError(
      file: "a/b.json", line: 3, column: 7, path: "moves[1].from", message: "unknown segment 'x'",
      help: "did you mean 'y'?")
    #expect(
      error.description == """
        a/b.json:3:7: error: moves[1].from: unknown segment 'x'
          help: did you mean 'y'?
        """)
    error.path = ""
    error.help = nil
    #expect(error.description == "a/b.json:3:7: error: unknown segment 'x'")
    (error.line, error.column) = (nil, nil)
    #expect(error.description == "a/b.json: error: unknown segment 'x'")
  }

  @Test("Mistakes are counted at the end")
  func counts() {
    let first = InputError(file: "a", line: 1, column: 1, path: "", message: "x")
    let second = InputError(file: "b", line: 1, column: 1, path: "", message: "x")
    func last(_ errors: [InputError]) -> Substring? {
      "\(InputErrors(errors: errors))".split(separator: "\n").last
    }
    #expect(last([first]) == "1 error")
    #expect(last([first, first]) == "2 errors")
    #expect(last([first, second]) == "2 errors in 2 files")
  }

  @Test(
    "Syntax mistakes that are often made come with help",
    arguments: [
      ("// x", "JSON has no comments and no fractions; use the key \"note\", and 0.333 for 1/3"),
      ("35%", "a percentage is a number: write 0.35 for 35%"),
      ("£9", "a number has digits alone: write 5000"),
      ("5_000", "a number has digits alone: write 5000"),
      ("\u{00A0}1", "this is a space that does not break; write a plain one"),
      ("# x", "JSON has no comments; use the key \"note\""),
      ("'x'", "strings and keys stand in double quotes"),
      ("+1", "a number starts with a digit or a minus sign"),
      (".1", "a number starts with a digit or a minus sign"),
      ("NaN", "every number must be finite"),
      ("None", "write true or false; leave out a key that has no value"),
      ("[1,]", "remove the comma"),
      ("01", "remove the 0"),
      ("\"x", "add the closing quote"),
      ("\"x\n\"", "add the closing quote, or write a line break as \\n"),
      ("\"\t\"", "write it as \\t"),
      ("\"\u{1F}\"", "write it as \\u001F"),
      (#""\x""#, #"write a backslash itself as \\"#),
      (#""\udc00""#, "write both halves, or the character itself"),
      ("\u{FEFF}1", "save the file as UTF-8 without a byte order mark"),
      (#"{"a":1,"a":1}"#, "remove one of the two"),
    ])
  func helps(_ text: String, _ help: String) {
    #expect(JSONReader.read([UInt8](text.utf8)).mistakes.first?.mistake.help == help)
  }

  @Test("Numbers are written as a reader would write them")
  func writesNumbers() {
    #expect([1, -0.5, 1e300, 0.1].map(Mistake.plain) == ["1", "-0.5", "1e+300", "0.1"])
    #expect(Mistake.sum(0.1 + 0.2) == "0.3")
    #expect(Mistake.sum(1.0000001) == "1.0000001")
    #expect(Mistake.words(0...1) == "between 0 and 1")
    #expect(Mistake.words(0...(.infinity)) == "0 or more")
  }

  @Test("Long lists of names are cut")
  func cutsLists() {
    #expect(Mistake.quoted(["a", "b"]) == "'a', 'b'")
    let many = (1...14).map(String.init)
    #expect(Mistake.quoted(many).hasSuffix("'11', '12' and 2 more"))
  }

  @Test("Nothing can be suggested when there are no names")
  func suggestsNothing() {
    let mistake = Mistake.unknownName("x", NameList(noun: "source"))
    #expect(mistake == Mistake("unknown source 'x'", help: "there are no sources"))
  }

  @Test(
    "File names are relative to the file that names them",
    arguments: [
      ("b.json", "a.json", "b.json"), ("b.json", "x/a.json", "x/b.json"),
      ("../b.json", "x/y/a.json", "x/b.json"), ("./y/b.json", "x/a.json", "x/y/b.json"),
      ("../b.json", "a.json", "../b.json"), ("../../b.json", "x/a.json", "../b.json"),
      ("/b.json", "x/a.json", "/b.json"), ("b.json", "/x/a.json", "/x/b.json"),
      ("../../b.json", "/x/a.json", "/../b.json"), ("", "x/a.json", ""), (".", "a.json", "."),
      (".", "/a.json", "/"), ("..", "x/a.json", "."), (".", "x/a.json", "x"),
    ])
  func resolvesPaths(_ name: String, _ file: String, _ expected: String) {
    #expect(FileStore.path(name, from: file) == expected)
  }
}
