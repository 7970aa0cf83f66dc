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

  @Test("A heading may be as long as the table is wide, and wraps beyond that")
  func headings() {
    var table = TextTable(headers: ["One"])
    let heading = "A heading of some forty-odd characters, £"
    table.appendHeading(heading)
    table.append("Row", ["1"])
    #expect(table.lines(width: heading.count).contains(heading))
    let narrow = table.lines(width: heading.count - 1)
    #expect(narrow.contains("A heading of some forty-odd characters,") && narrow.contains("£"))
  }

  @Test("Columns that do not fit are continued below, beside the first")
  func stacking() {
    var table = TextTable(headers: ["Base", "A", "B", "C"])
    table.append("Row", ["0", "1", "2", "3"])
    let lines = table.lines(width: 45)
    #expect(lines.filter { $0.contains("Base") }.count > 1)
    #expect(lines.allSatisfy { $0.count <= 45 })
  }

  @Test("Every figure ends where its header ends, however long it is", arguments: [60, 80, 100])
  func aligned(width: Int) throws {
    var table = TextTable(headers: ["Base", "A", "B", "C", "D"])
    let numbers = ["102,328,054,096", "8", "9", "102,328,054,097", "41,459,358,131"]
    table.append("What all payers spend, discounted at 3.5% a year", numbers)
    let lines = table.lines(width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    func ends(_ line: String) -> [Int] {
      line.matches(of: /(Base|[A-D]|[0-9,]+)(?= |$)/).map {
        line.distance(from: line.startIndex, to: $0.range.upperBound)
      }
    }
    let heads = lines.filter { $0.contains("Base") }
    let figures = lines.filter { $0.contains("102,328,054,096") }
    try #require(heads.count == figures.count && !heads.isEmpty)
    for (head, line) in zip(heads, figures) {
      let (above, below) = (ends(head), ends(line))
      try #require(above.count > 1)
      #expect(below.suffix(above.count) == above[...], "\(head)\n\(line)")
    }
  }

  @Test("A text breaks at spaces only")
  func wrapping() {
    #expect(TextWrap.lines("one two three", width: 7) == ["one two", "three"])
    #expect(TextWrap.lines("  one two", width: 5, indent: "  ") == ["  one", "    two"])
    #expect(TextWrap.lines("unbreakable", width: 4) == ["unbreakable"])
    #expect(TextWrap.lines("", width: 4) == [""])
  }
}
