import Foundation
import SegmentAnalysis
import Testing

@testable import SegmentModel
@testable import SegmentReport

@Suite("Money of groups in files and report")
struct GroupMoneyTableTests {
  /// The small place with two areas, where a programme costs money by the person and by the year.
  private static func comparison(pounds: Double = 2_000, residents: Int = 3_000) throws
    -> Comparison
  {
    var model = SmallRun.model
    model.population.residents = residents
    model.population.areas = [Area(id: "north", name: "The North"), Area(id: "south")]
    model.population.people = [0, 1].map {
      PeopleCell(area: $0, ages: AgeRange(40, 40), people: [1, 3][$0])
    }
    model.population.deprivationShares = [[1], [1]]
    for index in model.events.indices {
      model.events[index].costs[0].pounds = Quantity(pounds)
      model.events[index].costs.append(UnitCost(payer: 1, pounds: Quantity(pounds)))
    }
    var scenario = SmallRun.dear
    scenario.interventions[0].costs.append(
      .perYear(UnitCost(payer: 0, pounds: Quantity(pounds))))
    return try SmallRun.compare([scenario], replicates: 7, model: model)
  }

  private func rows(_ run: WrittenRun, _ name: String) throws -> [ReportTable.Row] {
    try ReportTable(try run.read(name), file: name, texts: ["scenario"]).rows
  }

  @Test("The file has a row for each kind of money, payer, year and group, and adds up")
  func file() throws {
    let run = try WrittenRun(Self.comparison())
    defer { run.remove() }
    let rows = try rows(run, "costs-by-group.csv")
    // Two scenarios, two years and both, two payers and all, three categories and all, five groups.
    #expect(rows.count == 2 * 3 * 3 * 4 * 5)
    let totals = try self.rows(run, "costs.csv").filter {
      $0["item"] == "all" && $0.number("discount_rate_per_year") == 0
    }
    let keys = ["scenario", "year", "payer", "category"]
    for total in totals {
      let areas = rows.filter { row in
        row["group_kind"] == "area" && keys.allSatisfy { row[$0] == total[$0] }
      }
      #expect(areas.map { $0["group"] } == ["north", "south"])
      for column in ["mean_pounds", "avoided_mean_pounds"] {
        let sum = areas.compactMap { $0.number(column) }.reduce(0, +)
        #expect((sum - (total.number(column) ?? .nan)).magnitude < 0.02)
      }
    }
  }

  @Test("The report has a table of each area's money, and checks that they add up")
  func report() throws {
    let run = try WrittenRun(Self.comparison())
    defer { run.remove() }
    let html = try run.read("report.html")
    #expect(html.contains("Money by area and deprivation"))
    #expect(html.contains("“Dear visits” compared with baseline: money by group (area)"))
    #expect(!html.contains("DOES NOT HOLD"))
    let programme = try #require(
      ReportTable.rows(
        rows(run, "costs-by-group.csv"),
        [
          "scenario": "dear", "year": "all", "payer": "nhs", "category": "programme",
          "group": "north",
        ]
      ).first)
    let world = try ReportData(files: try run.files()).worlds[0]
    let cost = world.avoided(programme, "pounds").negated
    #expect(cost.mean > 1_000_000 && cost.mean == programme.number("mean_pounds"))
    let told = HeadlineTable.cell(cost, .pounds, .spent).prefix { $0 != "(" }
    #expect(html.contains(">The North</th><td>\(told)"))
    // A table that somebody changed is found out.
    let old = try run.read("costs-by-group.csv")
    let cell = programme["mean_pounds"]
    try run.write(old.replacingOccurrences(of: cell, with: "1.00"), to: "costs-by-group.csv")
    try run.render()
    #expect(try run.read("report.html").contains("DOES NOT HOLD"))
  }

  @Test("A folder of before groups had money is read, and says nothing of it")
  func older() throws {
    let run = try WrittenRun(Self.comparison())
    defer { run.remove() }
    var files = try run.files()
    files["costs-by-group.csv"] = nil
    let data = try ReportData(files: files)
    let frame = OutcomeWordsTests.frame
    let section = EquitySection(world: data.worlds[0], frame: frame)
    #expect(section.section != nil)
    let rates = GroupRates(data.worlds[0], kind: "area", scenario: "dear")
    #expect(rates.groups.count == 2)
    #expect(rates.groups.allSatisfy { $0.programme == nil && $0.perTenThousandPounds == nil })
    let tables = GroupMoney(world: data.worlds[0], frame: frame)
    #expect(tables.table(("area", "Area", [("north", "The North")]), "dear") == nil)
  }

  @Test("Sums of few pounds hold, as files round to pence")
  func pence() throws {
    let run = try WrittenRun(Self.comparison(pounds: 1.0 / 3, residents: 40))
    defer { run.remove() }
    let totals = try rows(run, "costs.csv").filter { $0["item"] == "all" }
    func number(_ row: ReportTable.Row) -> Double { row.number("mean_pounds") ?? 0 }
    let isRounded = totals.filter { $0["payer"] == "all" }.contains { total in
      let parts = totals.filter { row in
        row["payer"] != "all"
          && ["scenario", "year", "category", "discount_rate_per_year"]
            .allSatisfy { row[$0] == total[$0] }
      }
      return (parts.map(number).reduce(0, +) - number(total)).magnitude > 0.009
    }
    #expect(isRounded, "a penny is lost somewhere")
    #expect(!(try run.read("report.html").contains("DOES NOT HOLD")))
  }
}
