import SegmentModel
import Testing

@testable import SegmentAnalysis
@testable import SegmentReport

@Suite("Attribution table")
struct AttributionTableTests {
  /// Rows of the headline outcome, of interventions of which the last two go against each other.
  private func rows(_ count: Int, hasAlone: Bool = true) throws -> [[String: String]] {
    let interventions = (0..<count).map {
      Intervention(id: "i\($0)", starts: SmallRun.model.start)
    }
    let attributed = try AttributedScenario(
      model: SmallRun.model, baseline: SmallRun.baseline,
      scenario: Scenario(id: "all-of-them", interventions: interventions))
    var attribution = Attribution(interventions: count, measures: 1)
    for luck in [-3.0, 1, 2] {
      var shares = (0..<count).map { [20 + Double($0) + luck] }
      shares[count - 2] = [4 + luck]
      shares[count - 1] = [-2 - luck]
      attribution.add(
        AttributedDraw(
          total: [shares.reduce(0) { $0 + $1[0] }], shares: shares,
          alone: hasAlone ? shares : nil, lastIn: hasAlone ? shares : nil))
    }
    var record = SmallRun.record(try SmallRun.compare([]))
    record.draws = 3
    let table = AttributionTable(
      attributed, attribution, measures: [.outcome(0)], method: .orders, record: record)
    let cells = CSVReader.rows(table.csv.contents)
    return cells.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(cells[0], $0)) }
  }

  @Test("Those that a chart shows as one have a row of their sum, taken draw by draw")
  func others() throws {
    for hasAlone in [true, false] {
      let rows = try rows(16, hasAlone: hasAlone)
      let other = try #require(rows.first { $0["intervention"] == "other" })
      #expect(other["members"] == "i14; i15")
      // Each by itself has an error; what they do together has none.
      let own = rows.filter { ["i14", "i15"].contains($0["intervention"]) }
      #expect(own.allSatisfy { Double($0["se_share"] ?? "") ?? 0 > 1 })
      let known = ["mean_share": "2", "se_share": "0", "share_low": "2", "share_high": "2"]
      for (column, number) in known { #expect(other[column] == number, "\(column)") }
      #expect(other["mean_alone"] == (hasAlone ? "2" : "") && other["mean_last_in"] == "")
      #expect(rows.filter { $0["members"] != "" }.count == 1)
    }
  }

  @Test("One alone is named, not called others")
  func few() throws {
    #expect(try rows(15).allSatisfy { $0["intervention"] != "other" })
    #expect(try rows(15).count == 17)
  }
}
