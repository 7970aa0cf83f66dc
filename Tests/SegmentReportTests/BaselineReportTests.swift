import SegmentAnalysis
import SegmentModel
import Testing

@testable import SegmentReport

/// A run that has nothing to compare, such as a modeller's first run of a place.
@Suite("Report of a baseline by itself")
struct BaselineReportTests {
  /// What betrays a sentence, a table or a choice in which something is missing.
  private static func danglingWords(_ text: String) -> [String] {
    let signs: [any RegexComponent] = [
      /\ ,/, /\ \./, /,,/, /“”/, /""/, /\(\)/, /(?i)\b(and|under|with|of|compared with)[ ]*[,.;)]/,
    ]
    var found: [String] = []
    for line in text.split(separator: "\n") {
      // Cells of tables may be empty; what names a row may not.
      let parts = line.hasPrefix("|") ? line.dropFirst().dropLast().split(separator: "|") : [line]
      for part in parts {
        let part = part.trimmingPrefix(" ").reversed().drop { $0 == " " }.reversed()
        let words = String(part)
        if words.contains("  ") || signs.contains(where: { words.contains($0) }) {
          found.append(words)
        }
      }
      if line.contains(/^\| +\|/) { found.append(String(line)) }
      if line.hasSuffix(": ") || line.contains(/^# .*: *$/) { found.append(String(line)) }
    }
    return found
  }

  private static func texts(_ run: WrittenRun) throws -> (paper: String, page: String, html: String)
  {
    let html = try run.read("report.html")
    return (try run.read("paper.md"), ReportFolderTests.words(html), html)
  }

  @Test("The words of neither text dangle, with and without a scenario")
  func dangling() throws {
    #expect(
      Self.danglingWords("under baseline and under , with\nA,  b\n# A: \n|  | 2 |").count == 4)
    let other = Scenario(id: "other", name: "As it was")
    for comparison in [
      try SmallRun.compare([]), try SmallRun.compare([], replicates: 1),
      try SmallRun.compare([], baseline: SmallRun.dear), try SmallRun.compare([], baseline: other),
      try SmallRun.compare([SmallRun.cheap]),
    ] {
      let run = try WrittenRun(comparison)
      defer { run.remove() }
      let (paper, page, html) = try Self.texts(run)
      #expect(Self.danglingWords(paper) == [])
      #expect(Self.danglingWords(page) == [])
      #expect(!html.contains(/<title>[^<]*: *<\/title>/))
      // A list of choices shows something else for each.
      for name in html.matches(of: /data-switch="([a-z]+)"/).map(\.1) {
        #expect(html.contains("<div data-\(name)=") || html.contains(" data-\(name)="), "\(name)")
      }
      let hasCharts = try run.names().contains { $0.hasPrefix("charts/") }
      #expect(paper.contains("`charts/`") == hasCharts)
    }
  }

  @Test("It says what happens in the baseline, with its ranges, and that nothing is compared")
  func figures() throws {
    let run = try WrittenRun(SmallRun.compare([]))
    defer { run.remove() }
    let data = try ReportData(files: run.files())
    let world = data.worlds[0]
    let grid = BaselineSection(world: world, frame: OutcomeWordsTests.frame).grid
    #expect(grid.columns == ["Measure", "A year, on average", "Whole period"])
    let (paper, page, _) = try Self.texts(run)
    for (name, column, kind) in [
      ("Emergency admissions", "admission", Amount.Kind.count), ("Deaths", "deaths", .count),
      ("QALYs, undiscounted", "qalys", .count),
      ("QALYs, discounted at 3.5% a year", "qalys@0.035", .count),
      ("Bed-days", "amount:bed-days", .count),
      ("Activity at average cost: NHS", "pounds:events:nhs", .pounds),
      ("Cost of care: Adult social care", "pounds:care:asc", .pounds),
      ("All costs, all payers", "pounds:all:all", .pounds),
    ] {
      let row = try #require(grid.rows.first { $0.name == name }, "\(name)")
      let found = try #require(world.level(column, "base"))
      let range = try #require(found.range)
      #expect(range.lowerBound > 0 && range.lowerBound < range.upperBound)
      let amount = Amount(kind, found)
      #expect(row.cells[1] == "\(amount.size(found.mean)) (\(amount.text(range)))")
      #expect(row.cells[0] == BaselineSection.cell(found.times(0.5), kind))
      #expect(paper.contains("| \(name) | \(row.cells[0]) | \(row.cells[1]) |"))
      #expect(page.replacing(" \n(", with: " (").contains(row.cells[1]))
    }
    #expect(!grid.rows.contains { $0.cells.contains("–") || $0.name.contains("Programme cost") })
    let sentences = BaselineSection(world: world, frame: OutcomeWordsTests.frame).sentences
    #expect(sentences.last == "Nothing is compared: this run has no scenario beside baseline.")
    for text in [paper, page] { #expect(text.contains("Nothing is compared")) }
    for words in ["avoided", "prevented"] {
      #expect(!paper.contains(words), "\(words)")
    }
    #expect(paper.contains("How to cite the run: Small Place, Baseline, segflow"))
    let names = try run.names()
    #expect(names.contains("charts/by-year.svg") && names.contains("charts/flows_illness.svg"))
    #expect(try ReportFolder(path: run.path).differences().isEmpty)
  }

  @Test("What a baseline's own programmes cost is in it")
  func programmes() throws {
    let run = try WrittenRun(SmallRun.compare([], baseline: SmallRun.dear))
    defer { run.remove() }
    let (paper, page, _) = try Self.texts(run)
    #expect(paper.contains("| Programme cost: NHS | £"))
    #expect(page.contains("Home visits"))
    #expect(paper.hasPrefix("# Small Place: Dear visits\n"))
  }

  @Test("A count that few runs tell has no range below zero")
  func few() {
    let found = Found(12, error: 3, range: -12...35, confidence: 12)
    #expect(BaselineSection.cell(found, .count).contains("(0 to "))
    #expect(BaselineSection.range(found) == 0...35)
  }
}
