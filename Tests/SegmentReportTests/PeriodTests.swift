import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Periods in words")
struct PeriodTests {
  @Test("Years that start in April or January keep their labels, others are told by their months")
  func spans() {
    #expect(Period.span(["2022/23", "2023/24"]) == "2022/23 to 2023/24")
    #expect(Period.span(["2022"]) == "2022")
    let years = ["2024-07 to 2025-06", "2025-07 to 2026-06", "2026-07 to 2027-06"]
    #expect(Period.span(years) == "July 2024 to June 2027")
    #expect(Period.span([years[0]]) == "July 2024 to June 2025")
    #expect(Period.phrase(years) == "over the 3 years July 2024 to June 2027")
    #expect(Period.phrase([years[0]]) == "in the year July 2024 to June 2025")
    #expect(Period.phrase(["2022/23"]) == "in 2022/23")
    #expect(Period.end(of: years[0]) == "June 2025")
    #expect(Period.end(of: "2022/23") == "2022/23")
  }

  @Test("Table, report and paper of a run from July name the period once")
  func run() throws {
    var model = SmallRun.model
    model.start = CalendarMonth(year: 2024, month: 7)
    model.reportFrom = model.start
    var scenario = SmallRun.cheap
    scenario.interventions[0].starts = model.start
    let comparison = try SmallRun.compare([scenario], replicates: 3, model: model)
    let table = ConsoleTable(RunWorld(comparison, record: SmallRun.record(comparison)))
      .text(width: 200)
    #expect(table.hasPrefix("Small Place: July 2024 to June 2026 (2 years), compared with"))
    let run = try WrittenRun(comparison)
    defer { run.remove() }
    for text in [try run.read("paper.md"), try run.read("report.html"), table] {
      #expect(text.contains("July 2024 to June 2026"))
      #expect(!text.contains(/to [0-9]{4}-[0-9]{2} to/))
    }
  }
}
