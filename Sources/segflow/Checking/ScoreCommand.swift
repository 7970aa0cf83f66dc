import SegmentModel
import Foundation
import SegmentReport

/// Holds what was seen against what a run had said, and prints where each number fell.
struct ScoreCommand {
  let console: Console
  private let forecast: String
  private let observed: String
  private let scenario: String?

  /// Reads the options of `score`.
  init(_ arguments: Arguments, console: Console) throws(UsageError) {
    guard arguments.files.count == 2 else {
      throw UsageError(
        "'score' needs a forecast and a table, found \(arguments.files.count) files",
        help: "usage: \(Verb.score.usage)")
    }
    (forecast, observed) = (arguments.files[0], arguments.files[1])
    scenario = arguments.text(.scored)
    self.console = console
  }

  /// Reads, scores and prints; throws what is wrong.
  func run() throws {
    let said = try explaining([]) { () throws(ForecastError) in try Forecast(path: forecast) }
    let seen = try observations()
    let names = said.scenarios.flatMap { [$0.scenario] + $0.items.map(\.item) }
    let score = try explaining(names) { () throws(ForecastError) in
      try ForecastScore(said, scenario: scenario, observed: seen)
    }
    console.out(score.text(width: console.width))
  }

  /// Gives a mistake in the words of the command line, with the nearest of some names.
  private func explaining<Value>(
    _ names: [String], _ body: () throws(ForecastError) -> Value
  ) throws(UsageError) -> Value {
    do {
      return try body()
    } catch {
      let nearest = error.name.flatMap { Spelling.nearest(to: $0, in: names) }
      throw UsageError(error.description, help: nearest.map { "did you mean '\($0)'?" })
    }
  }

  /// A number in decimal digits.
  private static func number(_ text: String) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isWholeNumber || "+-.eE".contains($0)) }) else {
      return nil
    }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private func observations() throws(UsageError) -> [(item: String, value: Double)] {
    guard let data = FileManager.default.contents(atPath: observed) else {
      throw UsageError("cannot read '\(observed)'")
    }
    let rows = CSVReader.rows(String(decoding: data, as: UTF8.self))
    guard let header = rows.first, let item = header.firstIndex(of: "item"),
      let value = header.firstIndex(of: "observed")
    else { throw UsageError("'\(observed)' needs the columns 'item' and 'observed'") }
    var list: [(item: String, value: Double)] = []
    for row in rows.dropFirst() {
      guard row.count <= header.count else {
        throw UsageError(
          "'\(observed)': row '\(row.joined(separator: ","))' has \(row.count) cells, but there are "
            + "\(header.count) columns",
          help: "write numbers without commas, texts with them in quotes")
      }
      guard row.indices.contains(max(item, value)), let number = Self.number(row[value]) else {
        throw UsageError(
          "'\(observed)': row '\(row.joined(separator: ","))' has no number in 'observed'")
      }
      guard !list.contains(where: { $0.item == row[item] }) else {
        throw UsageError("'\(observed)': '\(row[item])' stands twice")
      }
      list.append((row[item], number))
    }
    guard !list.isEmpty else { throw UsageError("'\(observed)' has no rows") }
    return list
  }
}
