import Foundation
import SegmentAnalysis
import SegmentModel

/// The draws of a run, as its folder has them.
public struct RunDraws: Sendable {
  /// The values of each uncertain number, by id, draw by draw.
  public let parameters: [String: [Double]]
  private let columns: [String: Int]
  /// Rows of `draws.csv` for the whole period: by scenario, draw by draw, replicate by replicate.
  private let baseline: [[String]]
  private let scenario: [[String]]
  private let replicates: Int

  /// Reads `parameters.csv` and `draws.csv` of a folder, for one baseline, scenario and world.
  public init(
    folder: String, choices: String, baseline: String, scenario: String
  ) throws(RunDrawsError) {
    var values: [String: [Double]] = [:]
    let listed = try Self.rows(
      "parameters.csv", in: folder, needing: ["draw", "parameter", "value"])
    for row in listed.rows where row[listed.columns["choices"] ?? 0] == choices {
      guard let value = Double(row[listed.columns["value"] ?? 0]) else {
        throw RunDrawsError("parameters.csv has a value that is no number")
      }
      values[row[listed.columns["parameter"] ?? 0], default: []].append(value)
    }
    let drawn = try Self.rows(
      "draws.csv", in: folder, needing: ["scenario", "choices", "draw", "replicate", "year"])
    columns = drawn.columns
    let whole = drawn.rows.filter {
      $0[drawn.columns["year"] ?? 0] == "all" && $0[drawn.columns["choices"] ?? 0] == choices
    }
    let name = drawn.columns["scenario"] ?? 0
    self.baseline = whole.filter { $0[name] == baseline }
    self.scenario = whole.filter { $0[name] == scenario }
    guard !self.scenario.isEmpty, self.scenario.count == self.baseline.count else {
      throw RunDrawsError(
        "draws.csv has no draws of '\(scenario)' against '\(baseline)' under choices '\(choices)'")
    }
    let draws = Set(self.scenario.map { $0[drawn.columns["draw"] ?? 0] }).count
    replicates = self.scenario.count / draws
    parameters = values
    guard draws > 2, !values.isEmpty, values.values.allSatisfy({ $0.count == draws }) else {
      throw RunDrawsError("parameters.csv and draws.csv are not of the same draws, three or more")
    }
  }

  /// The share of the variance of a measure that each uncertain number causes by itself; nothing
  /// where luck accounts for all.
  public func shares(
    _ measure: AttributedMeasure, in model: Model
  ) throws(RunDrawsError) -> [String: Estimate] {
    let name: String
    switch measure {
    case .outcome(let outcome): name = model.outcomes[outcome].id
    case .pounds(let payer): name = "pounds:all:\(payer.map { model.payers[$0].id } ?? "all")"
    case .qalys: name = "qalys"
    }
    guard let column = columns[name] else {
      throw RunDrawsError("draws.csv has no column '\(name)'")
    }
    let avoided = zip(baseline, scenario).map {
      (Double($0[column]) ?? 0) - (Double($1[column]) ?? 0)
    }
    let finding = Finding(values: avoided, replicates: replicates)
    let ids = parameters.keys.sorted()
    let shares = VarianceShares(
      result: finding.drawMeans ?? [],
      luckVariance: (finding.moments.meanSquareWithin ?? 0) / Double(replicates),
      parameters: ids.map { parameters[$0] ?? [] })
    return Dictionary(uniqueKeysWithValues: zip(ids, shares.parameters ?? []))
  }

  private static func rows(
    _ name: String, in folder: String, needing needed: [String]
  ) throws(RunDrawsError) -> (rows: [[String]], columns: [String: Int]) {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
      throw RunDrawsError("cannot read '\(name)'; a run with draws has it")
    }
    let rows = CSVReader.rows(String(decoding: data, as: UTF8.self))
    let header = rows.first ?? []
    let columns = Dictionary(
      header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for column in needed where columns[column] == nil {
      throw RunDrawsError("'\(name)' has no column '\(column)'")
    }
    guard rows.allSatisfy({ $0.count == header.count }) else {
      throw RunDrawsError("'\(name)' has rows of several lengths")
    }
    return (Array(rows.dropFirst()), columns)
  }
}
