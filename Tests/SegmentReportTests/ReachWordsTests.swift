import Foundation
import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentReport

@Suite("What people within reach are")
struct ReachWordsTests {
  /// A programme that puts those whom it reaches from being well into being ill, once, and one that does
  /// nothing for the well: what the first has moved on, the second cannot reach.
  private static func scenario(
    _ id: String, finding: Double, visiting: Double = 0.5, others: [Double] = []
  ) -> Scenario {
    func programme(
      _ id: String, share: Double, once: [Trigger] = [], isForAll: Bool = false
    ) -> Intervention {
      Intervention(
        id: id, name: id.capitalized, starts: SmallRun.model.start,
        eligible: isForAll ? Eligibility() : Eligibility(segments: [0: [0]]),
        reach: Reach(ramp: [
          ReachPoint(years: 0, share: Quantity(0)), ReachPoint(years: 1, share: Quantity(share)),
        ]), once: once)
    }
    let move = Trigger(id: "found", pathway: 0, from: [0], to: 1, probability: Quantity(1))
    return Scenario(
      id: id, name: id.capitalized,
      interventions: [programme("finding", share: finding, once: [move])]
        + [programme("visits", share: visiting)]
        + others.enumerated().map {
          programme("other\($0.offset)", share: $0.element, isForAll: true)
        })
  }

  private func paper(_ scenarios: [Scenario], baseline: Scenario = SmallRun.baseline) throws
    -> (paper: String, page: String)
  {
    let run = try WrittenRun(SmallRun.compare(scenarios, replicates: 2, baseline: baseline))
    defer { run.remove() }
    return (
      try run.read("paper.md"), ReportFolderTests.words(try run.read("report.html"))
    )
  }

  private static let fewer =
    "A scenario that does more can reach fewer people by some programmes, as here by “Visits”: "
    + "people whom another programme has already moved on are no longer eligible."

  @Test("The paper and the report say what within reach is beside the table of programmes")
  func note() throws {
    let (paper, page) = try paper([SmallRun.cheap])
    #expect(paper.contains("(A little) |\n\n\(MonitoringSection.reachNote)\n\n"))
    #expect(page.contains("What is compared, and how the evidence is read"))
    #expect(page.components(separatedBy: MonitoringSection.reachNote).count > 2)
    #expect(!paper.contains("fewer people by some"))
  }

  @Test(
    "Where a scenario that does more reaches fewer by a programme, it is said why, and only there")
  func fewer() throws {
    let modest = Self.scenario("modest", finding: 0.1, others: [0.1])
    let ambitious = Self.scenario("ambitious", finding: 0.9, others: [0.2])
    let found = try paper([modest, ambitious])
    #expect(found.paper.contains("\n\n\(Self.fewer)\n\n"))
    #expect(found.page.contains(Self.fewer))
    #expect(try paper([ambitious, modest]).paper.contains(Self.fewer), "in either order")
    for others in [
      // More by every programme, fewer since less is offered (of visits, of others), and the same.
      [modest, Self.scenario("more", finding: 0.1, visiting: 0.9, others: [0.2])],
      [modest, Self.scenario("less", finding: 0.9, visiting: 0.3, others: [0.2])],
      [modest, Self.scenario("other", finding: 0.9, others: [0.05])],
      [Self.scenario("a", finding: 0.1), Self.scenario("b", finding: 0.1, others: [0.2])],
    ] { #expect(try !paper(others).paper.contains("fewer people by some")) }
    var stopped = ambitious
    stopped.until = CalendarMonth(year: 2023, month: 4)
    #expect(try !paper([modest, stopped]).paper.contains("fewer people by some"))
  }

  @Test("Who is reached for a shorter time by a programme is fewer for that reason")
  func shorter() throws {
    let modest = Self.scenario("modest", finding: 0.1, others: [0.1])
    func isToldOf(_ others: Double, change: (inout Intervention) -> Void) throws -> Bool {
      var other = Self.scenario("other", finding: 0.1, others: [others])
      change(&other.interventions[1])
      let paper = try paper([modest, other]).paper
      let reached = try #require(paper.split(separator: "\n").first { $0.hasPrefix("| Visits |") })
        .split(separator: "|").suffix(2).map { Double($0.filter(\.isNumber)) ?? 0 }
      #expect(reached[0] > reached[1], "by visits")
      return paper.contains("fewer people by some")
    }
    let later = CalendarMonth(year: 2023, month: 4)
    for others in [0.1, 0.2] {
      #expect(try !isToldOf(others) { $0.starts = later })
      #expect(try !isToldOf(others) { $0.ends = CalendarMonth(year: 2022, month: 10) })
    }
  }

  @Test("A folder of before these were told is read, and says what it can")
  func older() throws {
    let scenarios = [
      Self.scenario("modest", finding: 0.1), Self.scenario("ambitious", finding: 0.9),
    ]
    let run = try WrittenRun(SmallRun.compare(scenarios, replicates: 2)) {
      $0.secondMoves = [SecondMove(pathway: "illness", segment: "ill", chance: 0.1)]
    }
    defer { run.remove() }
    func paper(_ files: [String: String]) throws -> String {
      try #require(ReportFiles(files).files.first { $0.name == "paper.md" }).contents
    }
    var files = try run.files()
    let told = ["A second move in a pathway", "fewer people by some"]
    for words in told { #expect(try paper(files).contains(words)) }
    for (name, keys) in [
      ("manifest.json", ["secondMoves"]),
      ("summary.json", ["simulatedFrom", "leavingSegments", "ranBefore", "offers"]),
    ] {
      for key in keys {
        let text = try #require(files[name])
        files[name] = text.replacingOccurrences(of: "\"\(key)\":", with: "\"unknown\":")
        #expect(files[name] != text, "\(key)")
      }
    }
    for words in told { #expect(try !paper(files).contains(words)) }
    #expect(try paper(files).contains(MonitoringSection.reachNote))
  }

  @Test("A programme that ended before the period is said to have run before it, and is no zero")
  func before() throws {
    var model = SmallRun.model
    model.reportFrom = CalendarMonth(year: 2023, month: 4)
    model.years = 1
    func baseline(ends: CalendarMonth) -> Scenario {
      var baseline = SmallRun.baseline
      baseline.interventions = SmallRun.cheap.interventions
      baseline.interventions[0].id = "before"
      baseline.interventions[0].name = "What ran before"
      baseline.interventions[0].ambition = nil
      baseline.interventions[0].ends = ends
      return baseline
    }
    /// The rows of the paper, of the table by intervention of the report, and of the printed table.
    func rows(ends: CalendarMonth) throws -> (paper: String, report: [String], printed: String) {
      let base = baseline(ends: ends)
      var both = SmallRun.cheap
      both.interventions += base.interventions
      let comparison = try SmallRun.compare([both], replicates: 2, model: model, baseline: base)
      let run = try WrittenRun(comparison)
      defer { run.remove() }
      func row(_ text: String, _ start: String) throws -> String {
        try #require(text.split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init))
      }
      let page = ReportFolderTests.words(try run.read("report.html"))
      let table = try #require(
        page.components(separatedBy: "people brought within reach and programme cost, whole").last)
      let cells = try #require(table.components(separatedBy: "\nWhat ran before\n").last)
      return (
        try row(run.read("paper.md"), "| What ran before"),
        cells.split(separator: "\n").prefix(3).map(String.init),
        try row(
          ConsoleTable(RunWorld(comparison, record: SmallRun.record(comparison))).text(width: 200),
          "  What ran before")
      )
    }
    let said = "ran before the period"
    let before = try rows(ends: model.reportFrom)
    #expect(before.paper == "| What ran before | \(said) | \(said) |")
    #expect(before.report == ["–", said, "£0"])
    // A cell has 20 characters, so the last word stands below.
    #expect(before.printed.components(separatedBy: "ran before the").count == 3)
    let later = try rows(ends: CalendarMonth(year: 2023, month: 7))
    #expect(!later.paper.contains(said) && !later.printed.contains("ran before the"))
    #expect(Double(later.report[1]) != nil, "\(later.report)")
  }
}
