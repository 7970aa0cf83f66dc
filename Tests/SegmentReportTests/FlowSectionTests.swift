import Foundation
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Segments, and how people move between them")
struct FlowSectionTests {
  @Test(
    "The caption says since when those who left the place are added up, where anybody can leave")
  func leavers() throws {
    func subtitle(_ change: (inout Model) -> Void) throws -> String {
      var model = SmallRun.model
      change(&model)
      let run = try WrittenRun(SmallRun.compare([SmallRun.cheap], replicates: 2, model: model))
      defer { run.remove() }
      let world = try ReportData(files: run.files()).worlds[0]
      let section = FlowSection(world: world, frame: OutcomeWordsTests.frame).section
      return try #require(section?.charts.first).subtitle
    }
    let since = "; “dead” holds all who left since the run began in April 2022"
    #expect(
      try subtitle {
        $0.reportFrom = CalendarMonth(year: 2023, month: 4)
        $0.years = 1
      }.hasSuffix(since))
    #expect(
      try subtitle { $0.pathways[0].segments[1].leaves = .moved }
        .contains("; “ill” and “dead” hold all who left since"))
    #expect(try !subtitle { $0.pathways[0].segments[2].leaves = nil }.contains("left since"))
  }

  @Test("A move that only the scenario makes is in the table and the picture")
  func once() throws {
    var cured = SmallRun.cheap
    cured.interventions[0].once = [
      Trigger(id: "cure", pathway: 0, from: [1], to: 0, probability: Quantity(1))
    ]
    let run = try WrittenRun(SmallRun.compare([cured, SmallRun.dear], replicates: 2))
    defer { run.remove() }
    let world = try ReportData(files: run.files()).worlds[0]
    let section = try #require(FlowSection(world: world, frame: OutcomeWordsTests.frame).section)
    func chart(_ scenario: String) throws -> Chart {
      try #require(section.charts.first { $0.id == "flows_illness_\(scenario)" })
    }
    let moves = try chart("cheap").table.rows.filter { $0.name.contains("→") }
    #expect(moves.map(\.name) == ["ill → well", "well → ill", "well and ill → dead"])
    let cure = try #require(moves.first { $0.name == "ill → well" }).cells
    #expect(cure[0] == "0" && cure[2] != "0")
    func arrows(_ scenario: String) throws -> Int {
      // Each has its people in the baseline and in the scenario beside it.
      try chart(scenario).draw(720).body.components(separatedBy: "class=\"tiny\"").count / 2
    }
    #expect(try arrows("cheap") == arrows("dear") + 1, "more than where nobody is cured")
    #expect(try !chart("dear").table.rows.contains { $0.name == "ill → well" })
  }
}
