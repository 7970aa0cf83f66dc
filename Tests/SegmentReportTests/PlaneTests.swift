import SegmentAnalysis
import SegmentModel
import Testing

@testable import SegmentReport

@Suite("Quarters of the cost-effectiveness plane")
struct PlaneTests {
  private func plane(_ scenario: Scenario) throws -> (chart: Chart, world: ReportWorld) {
    let run = try WrittenRun(SmallRun.compare([scenario], replicates: 4))
    defer { run.remove() }
    let data = try ReportData(files: run.files())
    let section = RiskSection(
      data: data, world: data.worlds[0], frame: OutcomeWordsTests.frame)
    return (try #require(section.plane(scenario.id)), data.worlds[0])
  }

  @Test("What costs more and changes no health is not called worse: it counts half on each side")
  func ties() throws {
    let (chart, world) = try plane(
      SmallRun.scenario("idle", name: "Idle", multiplier: 1, price: 5000))
    #expect(try #require(world.avoidedValues("qalys", "idle")).allSatisfy { $0 == 0 })
    #expect(chart.table.rows.map(\.cells) == [["0%"], ["50%"], ["0%"], ["50%"]])
    #expect(
      chart.title == "“Idle”: no quarter of the plane holds more of 4 replicates than every other.")
  }

  @Test("The quarter of most is told, with its share")
  func most() throws {
    let (chart, _) = try plane(SmallRun.dear)
    #expect(chart.table.rows.map(\.cells) == [["0%"], ["100%"], ["0%"], ["0%"]])
    #expect(
      chart.title == "“Dear visits”: 100% of 4 replicates fall under: more health, costs more.")
  }
}
