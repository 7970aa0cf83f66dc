import SegmentAnalysis
import Testing

@testable import SegmentModel
@testable import SegmentReport

@Suite("Result tables")
struct ResultTablesTests {
  private let comparison: Comparison
  private let tables: ResultTables

  init() throws {
    comparison = try SmallRun.compare([SmallRun.cheap], replicates: 3)
    tables = ResultTables(comparison, record: SmallRun.record(comparison))
  }

  /// The rows without the column `choices`.
  private func rows(_ table: CSVTable) -> [[String]] {
    let rows = table.contents.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let column = rows[0].firstIndex(of: "choices") ?? 0
    #expect(rows[0].prefix(column) == ["scenario"].prefix(column))
    #expect(Set(rows.map { $0[column] }) == ["choices", "default"])
    return rows.map { Array($0[..<column] + $0[(column + 1)...]) }
  }

  @Test("Every row has a cell for each column, and every key stands once")
  func shape() {
    let keys = [
      (tables.outcomes, 6), (tables.costs, 7), (tables.segments, 6), (tables.flows, 9),
      (tables.reach, 6), (tables.resources, 6),
    ]
    for (table, keyColumns) in keys {
      let rows = rows(table)
      #expect(rows.count > 1)
      #expect(rows.allSatisfy { $0.count == rows[0].count })
      #expect(Set(rows.map { $0.prefix(keyColumns) }).count == rows.count)
    }
  }

  @Test("Outcomes hold the period, its years, its causes and deaths")
  func outcomes() throws {
    let rows = rows(tables.outcomes).filter { $0[0] == "cheap" && $0[4] == "all" }
    #expect(Set(rows.map { $0[1] }) == ["2022/23", "2023/24", "all"])
    #expect(Set(rows.map { $0[3] }) == ["all", "Crisis", "Fall"])
    #expect(Set(rows.map { $0[2] }) == ["admission", "deaths"])
    let result = comparison.results[1]
    let total = try #require(result.value(.outcome(0, cause: nil, year: nil, group: 0)))
    let row = try #require(rows.first { $0[1...3] == ["all", "admission", "all"] })
    #expect(try #require(Double(row[6])) - total.mean < 1e-6)
  }

  @Test("Segments are given at the start and at each year's end, and hold everybody")
  func segments() throws {
    let rows = rows(tables.segments).filter { $0[0] == "base" && $0[4] == "all" }
    #expect(Set(rows.map { $0[1] }) == ["2022-04", "2023-04", "2024-04"])
    func people(_ segment: String) -> Double? {
      rows.first { $0[1] == "2024-04" && $0[3] == segment }.flatMap { Double($0[6]) }
    }
    let parts = try ["well", "ill"].map { try #require(people($0)) }
    #expect((parts.reduce(0, +) - (try #require(people("living")))).magnitude < 1e-5)
  }

  @Test("Flows hold own moves and triggered ones")
  func flows() {
    let rows = rows(tables.flows).dropFirst()
    #expect(Set(rows.map { $0[6] }) == ["own", "triggered"])
    #expect(rows.allSatisfy { $0[5] == "ill" || $0[5] == "dead" })
    #expect(Set(rows.map { $0[3] }).isSuperset(of: ["illness/onset", "crisis/worse"]))
  }

  @Test("Reach is told only of scenarios that have the intervention")
  func reach() {
    #expect(Set(rows(tables.reach).dropFirst().map { $0[0] }) == ["cheap"])
  }

  @Test("The ambition in force stands in the table of reach, and is named")
  func ambitions() {
    #expect(Set(rows(tables.reach).dropFirst().map { $0[2] }) == ["modest"])
    let names = rows(NameTable.table(comparison, inputs: [], choices: "default"))
    #expect(names.filter { $0[0] == "ambition" } == [["ambition", "visits/modest", "A little"]])
  }

  @Test("Resources are given by item and in all, with their unit")
  func resources() throws {
    let rows = rows(tables.resources).dropFirst()
    #expect(Set(rows.map { $0[1] }) == ["2022/23", "2023/24", "all"])
    #expect(Set(rows.map { $0[4] + " " + $0[5] }) == ["events crisis", "events fall", "all all"])
    #expect(rows.allSatisfy { $0[2...3] == ["bed-days", "days"] })
    func amounts(_ scenario: String, column: Int) -> [Double] {
      rows.filter { $0[0] == scenario && $0[1] == "all" }.compactMap { Double($0[column]) }
    }
    for scenario in ["base", "cheap"] {
      let means = amounts(scenario, column: 6)
      #expect(means.count == 3)
      #expect((means[0] + means[1] - means[2]).magnitude < 1e-5)
      // Three days each time.
      let admissions = comparison.results[scenario == "base" ? 0 : 1].value(
        .outcome(0, cause: nil, year: nil, group: 0))
      #expect((means[2] - 3 * (try #require(admissions)).mean).magnitude < 1e-5)
    }
    let avoided = amounts("base", column: 6)[2] - amounts("cheap", column: 6)[2]
    #expect((amounts("cheap", column: 10)[2] - avoided).magnitude < 1e-5)
    #expect(avoided > 0)
  }

  @Test("Inputs are listed with their evidence")
  func inputs() {
    let evidence = Evidence(source: "paper", quality: .derived, note: "why, and how")
    let input = InputNumber(
      file: "a.json", path: "x[0]", value: 0.1, range95: 0.05...0.2, distribution: "logNormal",
      evidence: evidence, quantity: "place/a.json:x", name: "A: x")
    let lines = InputTable.table([input], choices: "default").contents.split(separator: "\n")
    #expect(
      lines[1]
        == "default,place/a.json,x[0],0.1,0.05,0.2,logNormal,,,evidence,paper,derived,\"why, and how\","
        + "place/a.json:x,A: x")
  }
}
