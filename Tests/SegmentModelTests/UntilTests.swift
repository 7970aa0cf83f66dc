import Foundation
import Testing

@testable import SegmentModel

@Suite("Stopping a scenario")
struct UntilTests {
  private func fixture(_ until: String, _ more: [String: String] = [:]) -> Fixture {
    var files = Example.moreFiles
    files["short.json"] = """
      { "segflow": "scenario/1", "id": "short", "extends": "together.json", "until": "\(until)" }
      """
    return Fixture(files.merging(more) { _, new in new })
  }

  private func scenario(_ until: String) throws -> Scenario {
    try fixture(until).load(["short.json"]).scenarios[0]
  }

  @Test(
    "Interventions end in its month unless they end before, and those that start later never run")
  func ends() throws {
    let whole = try fixture("2024-04").load(["together.json"]).scenarios[0]
    let short = try scenario("2024-04")
    #expect(whole.until == nil && whole.stops == nil)
    #expect(short.until == CalendarMonth(year: 2024, month: 4))
    #expect(short.stops == "together")
    #expect(short.interventions.map(\.id) == whole.interventions.map(\.id))
    #expect(short.interventions.allSatisfy { $0.ends == CalendarMonth(year: 2024, month: 4) })
    for (own, other) in zip(short.interventions, whole.interventions) {
      var own = own
      own.ends = other.ends
      #expect(own == other, "nothing else changes")
    }
    let late = try scenario("2030-04").interventions.first { $0.id == "case-finding" }
    #expect(late?.ends == CalendarMonth(year: 2027, month: 4))
    #expect(
      try scenario("2022-04").interventions.allSatisfy {
        $0.starts < CalendarMonth(year: 2022, month: 4)
      })
  }

  @Test("It is inherited, but only the scenario that states it stops another")
  func inherited() throws {
    let further = """
      { "segflow": "scenario/1", "id": "further", "extends": "short.json" }
      """
    let scenario = try fixture("2024-04", ["further.json": further]).load(["further.json"])
      .scenarios[0]
    #expect(scenario.until == CalendarMonth(year: 2024, month: 4))
    #expect(scenario.stops == nil)
  }

  @Test("With other changes, or no earlier end, it is not another scenario stopped")
  func notStopped() throws {
    for more in [
      "\"extends\": \"short.json\", \"until\": \"2025-04\"",
      "\"extends\": \"short.json\", \"until\": \"2024-04\"",
      "\"extends\": \"together.json\", \"until\": \"2024-04\", \"interventions\": []",
      "\"extends\": \"together.json\", \"until\": \"2024-04\", \"change\": {}",
    ] {
      let text = "{ \"segflow\": \"scenario/1\", \"id\": \"further\", \(more) }"
      let scenario = try fixture("2024-04", ["further.json": text]).load(["further.json"])
        .scenarios[0]
      #expect(scenario.stops == nil, "\(more)")
      #expect(scenario.until != nil)
    }
  }

  @Test("A month outside the run, and one that is none, are refused")
  func mistakes() {
    for (until, words) in [
      ("2018-04", "until: 2018-04 is before the place starts, 2019-04"),
      ("2032-04", "until: 2032-04 is not before the run ends, 2032-04"), ("soon", "until: "),
    ] {
      let text = fixture(until).messages(loading: ["short.json"])
      #expect(text.contains(words), "\(text)")
      #expect(text.components(separatedBy: "until").count == 2, "once")
    }
  }
}
