import Foundation
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Segments, and how people move between them")
struct FlowSectionTests {
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
