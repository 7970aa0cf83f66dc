import Foundation
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Parts of a report")
struct ReportSectionTests {
  @Test("A scenario that is another one stopped early stands beside it, year by year")
  func stops() throws {
    var stopped = SmallRun.cheap
    stopped.id = "short"
    stopped.name = "Cheap visits, one year"
    stopped.until = CalendarMonth(year: 2023, month: 4)
    stopped.stops = SmallRun.cheap.id
    for index in stopped.interventions.indices { stopped.interventions[index].ends = stopped.until }
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap, stopped], replicates: 4))
    defer { run.remove() }
    let page = ReportFolderTests.words(try run.read("report.html"))
    #expect(page.contains("“Cheap visits” stopped in April 2023 comes to"))
    #expect(try run.names().contains("charts/if-it-stops_short.svg"))
    #expect(try run.read("paper.md").contains("“Cheap visits” stopped in April 2023"))
    let data = try ReportData(files: run.files())
    let world = data.worlds[0]
    #expect(world.stops == [StoppedScenario(id: "short", ongoing: "cheap", month: "April 2023")])
    // Until it stops it is the same scenario, run by run.
    let first = world.years[0]
    #expect(
      world.avoidedValues("admission", "short", year: first)
        == world.avoidedValues("admission", "cheap", year: first))
    #expect(
      world.avoidedValues("admission", "short") != world.avoidedValues("admission", "cheap"))
    #expect(try ReportFolder(path: run.path).differences().isEmpty)
  }

  @Test("Beside the money of payers it is said what the net is, and why parts may not add up")
  func sums() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap, SmallRun.dear], replicates: 4))
    defer { run.remove() }
    let note =
      "Net: value of activity avoided less programme cost and extra cost of care. Rows are rounded "
      + "after summing, so parts may not add up."
    let page = ReportFolderTests.words(try run.read("report.html"))
    // Below the tables by payer and by payer and year of each of two scenarios.
    #expect(page.components(separatedBy: note).count == 5)
    #expect(try run.read("paper.md").contains(" \(note)\n\n"))
    let levels = try #require(page.components(separatedBy: "before any difference").last)
    #expect(levels.contains(Phrase.sums))
  }

  @Test("What is counted as one is said in report, paper and console")
  func definition() throws {
    var model = SmallRun.model
    let text = "people admitted; Crisis teams see others"
    model.outcomes[0].definition = text
    let comparison = try SmallRun.compare([SmallRun.cheap], replicates: 4, model: model)
    let run = try WrittenRun(comparison)
    defer { run.remove() }
    let sentence = "Emergency admissions: \(text)."
    #expect(
      ReportFolderTests.words(try run.read("report.html")).ranges(of: sentence).count == 2)
    #expect(try run.read("paper.md").ranges(of: sentence).count == 2)
    let console = ConsoleTable(RunWorld(comparison, record: SmallRun.record(comparison)))
      .text(width: 500)
    #expect(console.ranges(of: sentence).count == 1)
  }

  @Test("What is avoided is a share of the whole that the place names")
  func whole() throws {
    var model = SmallRun.model
    model.outcomes[0].whole = "All admissions"
    model.outcomes.append(Outcome(id: "visit", name: "Visits", whole: "All admissions"))
    model.events[1].outcome = 1
    let run = try WrittenRun(
      SmallRun.compare([SmallRun.cheap], replicates: 4, model: model))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let whole = try #require(world.whole("admission"))
    let parts = ["admission", "visit"].compactMap { world.level($0, world.baseline)?.mean }
    #expect(whole.name == "All admissions" && parts.count == 2)
    #expect((whole.expected.mean - parts[0] - parts[1]).magnitude < 1e-9)
    let share = try #require(
      HeadlineTable(world: world, frame: OutcomeWordsTests.frame)
        .share("admission", of: whole.expected, "cheap"))
    let avoided = try #require(world.avoided("admission", "cheap")?.mean)
    let rows = HeadlineTable(world: world, frame: OutcomeWordsTests.frame).grid.rows
    let both = try #require(world.avoidedValues(["admission", "visit"], "cheap")).map { $0 }
    let visits = try #require(world.avoidedValues("visit", "cheap"))
    #expect(zip(both, visits).allSatisfy { $0 > $1 })
    #expect(
      rows.first { $0.name == "All admissions: emergency admissions and visits" }?.cells[1]
        == HeadlineTable.cell(world.found(both), .count, .fewer))
    #expect(
      rows.contains { $0.name == "The same for each of all admissions avoided" })
    #expect(world.besides("admission") == ["visit"])
    #expect((share.mean - 100 * avoided / whole.expected.mean).magnitude < 1e-9)
    #expect(
      ReportFolderTests.words(try run.read("report.html")).contains(
        "Avoided emergency admissions, as a share of all admissions"))
  }

  @Test("Where no price can be given it is not told, and where nothing is avoided there is none")
  func nothing() throws {
    var idle = SmallRun.cheap
    (idle.id, idle.name, idle.interventions) = ("idle", "Idle", [])
    var model = SmallRun.model
    model.population = PopulationPlan(
      residents: 3000, deprivation: ["1", "2"], deprivationShares: [[0.25, 0.75]])
    let run = try WrittenRun(
      SmallRun.compare([idle, SmallRun.cheap], replicates: 4, model: model))
    defer { run.remove() }
    let data = try ReportData(files: run.files())
    let world = data.worlds[0]
    let grid = HeadlineTable(world: world, frame: OutcomeWordsTests.frame).grid
    func cells(_ start: String) throws -> [String] {
      try #require(grid.rows.first { $0.name.hasPrefix(start) }).cells
    }
    #expect(try cells("Programme cost and extra cost of care for each")[1] == "–")
    #expect(try cells("As a share of all of these")[1] == "0%")
    #expect(try cells("Chance that the most deprived")[1] == "–")
    #expect(try cells("What the most deprived gain")[1] == "the same")
    let equity = EquitySection(world: world, frame: OutcomeWordsTests.frame)
    #expect(equity.words("idle")?.sentence.hasSuffix("; both gain alike.") == true)
    let cheap = try #require(equity.words("cheap")?.sentence)
    #expect(!cheap.contains("both gain alike"))
    #expect(cheap.contains("(group 1, 25% of the residents of") && cheap.contains("(group 2, 75%)"))
    let page = ReportFolderTests.words(try run.read("report.html"))
    #expect(
      page.contains("Slope index of inequality of “Idle” compared with baseline in Small Place"))
    #expect(page.contains("all gain alike.\n"))
    // Two groups are always on the line.
    #expect(GroupRates(world, kind: "deprivation", scenario: "cheap").slope?.index.mean != 0)
    #expect(!page.contains("The line explains"))
    let risk = RiskSection(data: data, world: world, frame: OutcomeWordsTests.frame)
    #expect(
      try #require(risk.exceedance()).title
        == "The chance that “Idle” avoids any emergency admissions at all is less than 3%.")
  }

  @Test("A cause that is avoided more on average but is not told from nothing is not passed over")
  func causes() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4))
    defer { run.remove() }
    var files = try run.files()
    func title() throws -> String? {
      let world = try ReportData(files: files).worlds[0]
      return OutcomeSection(world: world, frame: OutcomeWordsTests.frame).byCause("cheap")?.title
    }
    #expect(try title() == "With “Cheap visits”, the cause with most avoided on average is Crisis.")
    let lines = try #require(files["outcomes.csv"]).split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    files["outcomes.csv"] = lines.map { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.contains("Fall"), cells.contains("cheap") else { return line + "\n" }
      for (name, value) in [
        ("mean", "9000"), ("mcse", "1"), ("one_place_low", "-9"), ("one_place_high", "19000"),
      ] {
        cells[header.firstIndex(of: "avoided_\(name)_events")!] = value
      }
      return cells.joined(separator: ",") + "\n"
    }.joined()
    #expect(
      try title()
        == "With “Cheap visits”, of the causes that can be told from nothing, the cause with most avoided on average is Crisis."
    )
  }

  @Test("A small scenario keeps its own digits beside a large one")
  func digits() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap, SmallRun.dear], replicates: 4))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let grid = HeadlineTable(world: world, frame: OutcomeWordsTests.frame).grid
    let cells = try #require(grid.rows.first { $0.name == "Net: all payers" }).cells
    #expect(
      cells == [
        "–", "net gain £570,000 (£520,000 to £630,000)",
        "net cost £14.3m (£13.6m to £15.1m)",
      ])
  }

  @Test(
    "Table and chart of chances are the same shares of samples, at the numbers of all scenarios")
  func exceedance() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap, SmallRun.dear], replicates: 6))
    defer { run.remove() }
    var files = try run.files()
    let row = "admission"
    files["exceedance.csv"] =
      "scenario,choices,outcome,avoided_at_least_events,probability\n"
      + [("cheap", [200, 260]), ("dear", [250, 290])].flatMap { scenario, numbers in
        numbers.map { "\(scenario),default,\(row),\($0),0.5\n" }
      }.joined()
    let data = try ReportData(files: files)
    let world = data.worlds[0]
    let frame = Frame(
      place: "Smallton", baseline: "Baseline", years: world.years, lastMonth: "March 2024",
      priceYear: "", level: 0.8,
      draws: 0, replicates: 6)
    let chart = try #require(RiskSection(data: data, world: world, frame: frame).exceedance())
    let samples = try ["cheap", "dear"].map { try #require(world.avoidedValues("admission", $0)) }
    // Both lists end at a number that some sample reaches, so each goes on to the next, in its steps.
    #expect(chart.table.rows.map(\.name) == ["200", "250", "260", "290", "320", "330"])
    #expect(chart.table.rows.last?.cells == ["0%", "0%"])
    for row in chart.table.rows {
      let least = try #require(Double(row.name))
      #expect(
        row.cells
          == samples.map { values in
            RiskSection.shareOfRuns(Double(values.count { $0 >= least }) / 6)
          })
    }
    #expect(Set(chart.table.rows.map(\.cells)).count > 2, "the numbers tell samples apart")
  }

  @Test("Spend with a scenario stands beside the baseline of the same year, with its prices")
  func spend() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 4))
    defer { run.remove() }
    var files = try run.files()
    files["spend.csv"] =
      "scenario,choices,year,segment,mean_people,se_people,mean_pounds,se_pounds,"
      + "mean_share_of_spend,share_of_spend_low,share_of_spend_high\n"
      + [
        "base,default,2022/23,few,10,,1000,,0.5,,", "base,default,2023/24,few,11,,1100,,0.4,,",
        "cheap,default,2022/23,few,12,,1200,,0.3,,", "cheap,default,2023/24,few,13,,1300,,0.2,,",
      ].joined(separator: "\n") + "\n"
    files["summary.json"] = try #require(files["summary.json"]).replacing(
      "\"spendSegments\": null",
      with: "\"spendSegments\": {\"ages\": \"18+\", \"services\": [\"beds\"]}")
    files["names.csv"]! += "default,service,beds,Beds\n"
    let page = try #require(try ReportFiles(files).files.first { $0.name == "report.html" })
    let words = ReportFolderTests.words(page.contents)
    let coverage =
      "eople aged 18+, by what they cost in a year for beds; what programmes cost to deliver is not in it"
    for text in [
      "P\(coverage).", "range of one more draw; p\(coverage)", "undiscounted; p\(coverage)",
      "Spend segments in 2022/23, Baseline; 2023/24 prices, undiscounted",
      "Spend segments in 2023/24, Baseline and Cheap visits; 2023/24 prices, undiscounted",
      "People: Baseline\nPeople: Cheap visits\nSpend: Baseline\nSpend: Cheap visits\n",
      "few\n11\n13\n£1,100\n£1,300\n40%\n20%\n",
    ] { #expect(words.contains(text), "\(text)") }
  }

  @Test("What health is bought at is told for each scenario: frontier, dominated or by a mix")
  func value() throws {
    let run = try WrittenRun(SmallRun.compare([SmallRun.cheap, SmallRun.dear], replicates: 4))
    defer { run.remove() }
    var files = try run.files()
    let page = ReportFolderTests.words(try run.read("report.html"))
    #expect(page.contains("What health is bought at"))
    let table = try #require(files["value.csv"])
    let header = try #require(table.split(separator: "\n").first).split(separator: ",")
    func row(
      _ scenario: String, _ standing: String, _ others: String, _ ratio: String, told: String = ""
    ) -> String {
      header.map { column in
        switch column {
        case "scenario": scenario
        case "choices": "default"
        case "standing": standing
        case "compared_with": others
        case "pounds_per_qaly": ratio
        case "step_is_told": told
        case "discount_rate_per_year": "0"
        default: "12"
        }
      }.joined(separator: ",")
    }
    files["value.csv"] =
      ([header.joined(separator: ",")] + [
        row("base", "cheapest", "", ""), row("cheap", "frontier", "base", "20543", told: "yes"),
        row("dear", "extendedly dominated", "base cheap", ""),
      ]).joined(separator: "\n") + "\n"
    func words() throws -> String {
      let made = try ReportFiles(files).files
      return ReportFolderTests.words(
        try #require(made.first { $0.name == "report.html" }).contents)
    }
    for text in [
      "cheapest", "on the frontier, over “Baseline”", "£21,000",
      "extendedly dominated by a mix of “Baseline” and “Cheap visits”",
    ] { #expect(try words().contains(text), "\(text)") }
    files["value.csv"] = try #require(files["value.csv"]).replacing(",yes,", with: ",no,")
    #expect(try !words().contains("£21,000"), "the price of a step that is not told from none")
  }
}
