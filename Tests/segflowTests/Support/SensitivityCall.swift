import Foundation
import SegmentReport
import Testing

/// Calls a verb that tries other numbers in a small place.
struct SensitivityCall {
  static let price = "place.json:events[0].events[0].costs[0].pounds"
  static let ratio = "classes.json:interventions[0].effects[0].multiplyRate"
  let files: SmallFiles

  init() throws {
    files = try SmallFiles()
    let place = try files.read("place.json")
    try files.write(
      place.replacingOccurrences(of: #""residents": 3000"#, with: #""residents": 600"#),
      to: "place.json")
  }

  /// Gives the place QALYs: each fall takes a loss, in JSON.
  func addQALYs(loss: String = "0.05") throws {
    let utility = #""baseUtility": { "value": 1, "source": "made-up", "quality": "assumed" },"#
    let place = try files.read("place.json")
    try files.write(
      place.replacingOccurrences(of: #""years": 2,"#, with: #""years": 2, \#(utility)"#)
        .replacingOccurrences(
          of: #""costs": [ { "payer": "nhs", "service": "inpatient""#,
          with: #""qalyLoss": \#(loss), "costs": [ { "payer": "nhs", "service": "inpatient""#),
      to: "place.json")
  }

  /// What is printed, and the rows of the table by column; none when it is refused.
  func callAsFunction(_ words: [String]) throws -> (
    console: RecordedConsole, rows: [[String: String]]
  ) {
    let console = RecordedConsole()
    let out = "out-\(UUID().uuidString)"
    let places = words[0] == "threshold" || words.contains { $0.hasPrefix("--output") }
    let usual = ["--threads=1"].filter { _ in !words.contains { $0.hasPrefix("--threads") } }
    let status = console.run(
      [words[0], files.path("classes.json")] + words.dropFirst() + usual
        + (places ? [] : ["--output=\(files.path(out))"]))
    guard status == 0, !places else { return (console, []) }
    let table = CSVReader.rows(try files.read("\(out)/\(words[0]).csv"))
    return (
      console,
      table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
    )
  }

  func number(_ row: [String: String]?, _ column: String) throws -> Double {
    let text = try #require(row?[column])
    let value: Double? = Double(text)
    return try #require(value, "\(column): \(text)")
  }

  /// The admissions that the only scenario of a file avoids, over ten replicates of the central values.
  func avoided(by file: String) throws -> Double {
    let console = RecordedConsole()
    try #require(
      console.run([
        "run", files.path(file), "--draws=0", "--replicates=10", "--threads=1",
        "--output=\(files.path("run"))",
      ]) == 0, "\(console.error)")
    let table = CSVReader.rows(try files.read("run/outcomes.csv"))
    let wanted = [
      "scenario": "classes", "year": "all", "cause": "all", "group_kind": "all",
      "outcome": "emergency-admission",
    ]
    let rows: [[String: String]] = table.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(table[0], row))
    }
    return try number(
      rows.first { row in wanted.allSatisfy { row[$0.key] == $0.value } }, "avoided_mean_events")
  }
}
