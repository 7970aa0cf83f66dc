import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

@testable import SegmentReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Names that look like code")
struct EscapingTests {
  private static let script = "<script>alert(1)</script>"
  private static let formula = "=HYPERLINK(\"http://x\",\"y\")"
  private static let mark = "a | b *c* `d` [e](f) \\ & 'g'"

  private func run() throws -> WrittenRun {
    var model = SmallRun.model
    model.name = Self.script
    model.outcomes[0].name = Self.formula
    model.outcomes[0].whole = Self.script
    model.outcomes[0].definition = Self.script
    model.payers[0].name = Self.mark
    model.pathways[0].name = Self.script
    model.pathways[0].segments[1].name = Self.formula
    var one = SmallRun.cheap
    one.name = Self.formula
    var two = SmallRun.dear
    two.name = Self.script
    two.interventions[0].name = Self.mark
    let ambition = Ambition(id: "modest", name: Self.script)
    one.interventions[0].ambition = ambition
    two.interventions[0].ambition = ambition
    two.stops = one.id
    two.until = CalendarMonth(year: 2023, month: 4)
    let baseline = Scenario(id: SmallRun.baseline.id, name: Self.mark)
    return try WrittenRun(
      SmallRun.compare([one, two], replicates: 3, model: model, baseline: baseline))
  }

  @Test("They are words in the page, in pictures and in the paper")
  func words() throws {
    let run = try run()
    defer { run.remove() }
    let page = try run.read("report.html")
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.components(separatedBy: "<script").count == 2, "only the page's own script")
    for line in try run.read("paper.md").split(separator: "\n") {
      #expect(!line.contains("<script>") || line.contains("\\<script\\>"))
      #expect(!line.contains("a | b") || line.contains("a \\| b"))
    }
    for name in try run.names() where name.hasSuffix(".svg") {
      let text = try run.read(name)
      #expect(!text.contains("<script"))
      #expect(XMLParser(data: Data(text.utf8)).parse(), "\(name) is not well formed")
      for part in ["<title id=", "<desc id=", "role=\"img\"", "Source: "] {
        #expect(text.contains(part))
      }
    }
  }

  @Test("No cell of a download is a formula")
  func downloads() throws {
    let run = try run()
    defer { run.remove() }
    let page = try run.read("report.html")
    let links = page.components(separatedBy: "base64,").dropFirst()
    #expect(links.count > 5)
    var hasFormula = false
    for link in links {
      let data = try #require(Data(base64Encoded: String(link.prefix { $0 != "\"" })))
      let text = String(decoding: data, as: UTF8.self)
      // What a spreadsheet would see, cell by cell, before an apostrophe is taken off.
      for cell in text.split(whereSeparator: { ",\n".contains($0) }) {
        let start = cell.drop { $0 == "\"" }.first
        #expect(start.map { !"=+-@".contains($0) } ?? true)
      }
      hasFormula = hasFormula || text.contains("'=HYPERLINK")
      #expect(Set(CSVReader.rows(text).map(\.count)).count == 1)
    }
    #expect(hasFormula)
  }

  @Test("A table is read as it was written, whatever is in it")
  func roundTrip() throws {
    let rows = [
      ["a", "b,c", "d\"e"], [Self.script, Self.formula, Self.mark], ["two\nlines", "", "'x"],
      ["-1", "+2", "@3"],
    ]
    var table = CSVTable(header: ["one", "two", "three"], choices: nil)
    for row in rows { table.append(row.map { .text($0) }) }
    #expect(CSVReader.rows(table.contents) == [["one", "two", "three"]] + rows)
    #expect(
      CSVReader.rows("\u{FEFF}a,b\r\n1,2\r\n\r\n3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test("Characters that no page may hold are replaced")
  func controls() {
    #expect(HTMLText.escaped("a\u{0}b\u{8}<&>\"'") == "a\u{FFFD}b\u{FFFD}&lt;&amp;&gt;&quot;&#39;")
  }
}
