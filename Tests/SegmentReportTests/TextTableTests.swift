import Testing

@testable import SegmentReport

@Suite("Text table")
struct TextTableTests {
  @Test("Labels left, numbers right, wrapped headers above a rule")
  func layout() {
    var table = TextTable(headers: ["One", "A rather long header"])
    table.append("Total", ["1,234", "5"])
    table.appendHeading("More")
    table.append("  interval", ["-", "1,100,000 to 1,200,000"])
    #expect(
      table.lines(width: 40) == [
        "                           A rather long",
        "                      One         header",
        "----------------------------------------",
        "Total               1,234              5",
        "",
        "More",
        "  interval              -   1,100,000 to",
        "                               1,200,000",
      ])
  }

  @Test("Columns that do not fit are continued below, beside the first")
  func stacking() {
    var table = TextTable(headers: ["Base", "A", "B", "C"])
    table.append("Row", ["0", "1", "2", "3"])
    let lines = table.lines(width: 45)
    #expect(lines.filter { $0.contains("Base") }.count > 1)
    #expect(lines.allSatisfy { $0.count <= 45 })
  }

  @Test("A text breaks at spaces only")
  func wrapping() {
    #expect(TextWrap.lines("one two three", width: 7) == ["one two", "three"])
    #expect(TextWrap.lines("  one two", width: 5, indent: "  ") == ["  one", "    two"])
    #expect(TextWrap.lines("unbreakable", width: 4) == ["unbreakable"])
    #expect(TextWrap.lines("", width: 4) == [""])
  }
}
