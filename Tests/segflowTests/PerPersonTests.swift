import Foundation
import Testing

@testable import segflow

/// Runs that follow single residents.
@Suite("Single residents")
struct PerPersonTests {
  private let files: SmallFiles

  init() throws { files = try SmallFiles() }

  private func run(_ words: String...) throws -> RunOutputs {
    try RunOutputs(
      ["run", files.path("classes.json"), "--draws=0", "--replicates=3"] + words,
      in: files.folder.path)
  }

  /// The rows without the column `choices`, which follows the scenario.
  private func rows(_ text: String?) throws -> [[String]] {
    try #require(text).split(separator: "\n").map {
      var cells = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells.remove(at: 1)
      return cells
    }
  }

  @Test("Tables have a cell for each column, and every key stands once")
  func shape() throws {
    defer { files.remove() }
    let outputs = try run("--per-person")
    let keys = [
      ("spend.csv", 3), ("spend-flows.csv", 4), ("outcome-distribution.csv", 4), ("counts.csv", 4),
    ]
    for (name, keyColumns) in keys {
      let rows = try rows(outputs.texts[name])
      #expect(rows.count > 4)
      #expect(rows.allSatisfy { $0.count == rows[0].count })
      #expect(Set(rows.map { $0.prefix(keyColumns) }).count == rows.count)
    }
    // Two scenarios and two years of two segments, all and outside; flows are between the years.
    #expect(try rows(outputs.texts["spend.csv"]).count == 1 + 2 * 2 * 4)
    let flows = try rows(outputs.texts["spend-flows.csv"]).dropFirst()
    #expect(Set(flows.map { $0[1] }) == ["2022/23"])
    #expect(flows.count == 2 * (2 * 2 + 2 * 2 + 2 * 3))
  }

  @Test("People's spend in spend.csv is that of costs.csv")
  func conservation() throws {
    defer { files.remove() }
    let outputs = try run("--per-person")
    let costs = try rows(outputs.texts["costs.csv"]).filter {
      ["inpatient", "homecare"].contains($0[5]) && $0[6] == "0" && $0[1] != "all"
    }
    let people = try rows(outputs.texts["spend.csv"]).filter {
      ["all", "outside"].contains($0[2])
    }
    for scenario in ["baseline", "classes"] {
      for year in ["2022/23", "2023/24"] {
        func sum(_ rows: [[String]], _ column: Int) -> Double {
          rows.filter { $0[0] == scenario && $0[1] == year }
            .reduce(0) { $0 + (Double($1[column]) ?? .nan) }
        }
        // Each of four figures is rounded to a penny.
        #expect(sum(costs, 7) > 0)
        #expect((sum(costs, 7) - sum(people, 5)).magnitude < 0.021)
      }
    }
  }

  @Test("People and outcomes in counts.csv are those of the other tables")
  func counts() throws {
    defer { files.remove() }
    let outputs = try RunOutputs(
      ["run", files.path("classes.json"), "--draws=0", "--replicates=1", "--per-person"],
      in: files.folder.path)
    let counts = try rows(outputs.texts["counts.csv"])
    #expect(counts.count == 1 + 2 * 2 * 2)
    let segments = try rows(outputs.texts["segments.csv"])
    let distribution = try rows(outputs.texts["outcome-distribution.csv"])
    func number(_ rows: [[String]], _ key: [String], _ column: Int) throws -> Double {
      let row = try #require(rows.first { $0.starts(with: key) }, "no row \(key)")
      return try #require(Double(row[column]), "\(row)")
    }
    for scenario in ["baseline", "classes"] {
      for (year, month) in [("2022/23", "2022-04"), ("2023/24", "2023-04")] {
        let key = [scenario, year, "illnesses"]
        let people = try ["0", "1"].map { try number(counts, key + [$0], 4) }
        let shares = try ["0", "1"].map { try number(counts, key + [$0], 6) }
        #expect(people[1] == (try number(segments, [scenario, month, "illness", "ill", "all"], 6)))
        let living = try number(segments, [scenario, month, "all", "living", "all"], 6)
        #expect(people[0] + people[1] == living)
        let none = try number(distribution, [scenario, year, "emergency-admission", "0"], 4)
        let met = people[0] * shares[0] + people[1] * shares[1]
        // Shares are rounded to six decimals.
        #expect(met > 0 && (met - living * (1 - none)).magnitude < 2e-6 * living)
      }
    }
  }

  @Test("The other files are the same, but for the manifest and the report")
  func others() throws {
    defer { files.remove() }
    let (usual, followed) = (try run(), try run("--per-person"))
    // The report shows what is in the folder, and every chart names its run.
    let report = ["charts/", "paper.md", "report.html"]
    let tables: Set = followed.differing(from: usual).filter { name in
      !report.contains(where: name.hasPrefix)
    }
    #expect(
      tables
        == [
          "spend.csv", "spend-flows.csv", "outcome-distribution.csv", "counts.csv",
          "manifest.json", "table",
        ])
  }

  @Test("Without costs for a service that counts, spend is not comparable")
  func notComparable() throws {
    defer { files.remove() }
    let place = try files.read("place.json")
    try files.write(
      place.replacingOccurrences(of: "\"service\": \"inpatient\", ", with: "")
        .replacingOccurrences(of: "\"service\": \"homecare\", ", with: ""), to: "place.json")
    let outputs = try run("--per-person")
    #expect(outputs.status == 0)
    #expect(outputs.texts["table"]?.contains("Spend segments: not comparable") == true)
    #expect(outputs.texts["spend.csv"] == nil && outputs.texts["spend-flows.csv"] == nil)
    #expect(outputs.texts["outcome-distribution.csv"] != nil)
    try files.write(
      place.replacing(/"spendSegments": \{(.|\n)*?\] \},/, with: ""), to: "place.json")
    let none = try run("--per-person")
    #expect(none.status == 0)
    #expect(none.texts["table"]?.contains(#"none (the place has no "spendSegments")"#) == true)
  }
}
