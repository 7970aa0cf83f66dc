import Foundation
import SegmentAnalysis
import SegmentModel

/// The draws of a run, as its folder has them.
public struct RunDraws: Sendable {
  /// The values of each uncertain number, by id, draw by draw.
  public let parameters: [String: [Double]]
  private let samples: ReportSamples
  private let baseline: String
  private let scenario: String
  private let replicates: Int

  /// Reads `parameters.csv` and `draws.csv` of a folder, for one baseline, scenario and world; throws
  /// ``ReportError``.
  public init(
    folder: String, choices: String, baseline: String, scenario: String
  ) throws(ReportError) {
    (self.baseline, self.scenario) = (baseline, scenario)
    var values: [String: [Double]] = [:]
    let listed = try Self.table(
      "parameters.csv", in: folder, texts: ["choices", "parameter"], numbers: ["value"])
    for row in listed.rows where row["choices"] == choices {
      guard let value = row.number("value") else {
        throw ReportError("parameters.csv", "'\(row["parameter"])' has a draw without a value")
      }
      values[row["parameter"], default: []].append(value)
    }
    parameters = values
    let drawn = try Self.table("draws.csv", in: folder, texts: ReportSamples.keys)
      .filtered { $0["choices"] == choices }
    guard Set(drawn.values("scenario")).isSuperset(of: [baseline, scenario]) else {
      throw ReportError(
        "draws.csv",
        "it has no draws of '\(scenario)' against '\(baseline)' under choices '\(choices)'")
    }
    samples = try ReportSamples(drawn)
    let draws = Set(samples.drawOfSample).count
    replicates = samples.drawOfSample.count / draws
    guard draws > 2, !values.isEmpty, values.values.allSatisfy({ $0.count == draws }) else {
      throw ReportError("parameters.csv", "it is not of the draws of draws.csv, three or more")
    }
  }

  /// The share of the variance of a measure that each uncertain number causes by itself; nothing
  /// where luck accounts for all.
  ///
  /// `groups` has the ids of what is drawn as one, each with that of one of its numbers. What a group
  /// shares is known from the order of the draws of any of them, so that all give the same share.
  public func shares(
    _ measure: AttributedMeasure, in model: Model, groups: [String: String] = [:]
  ) throws(ReportError) -> [String: Estimate] {
    let name: String
    switch measure {
    case .outcome(let outcome): name = model.outcomes[outcome].id
    case .pounds(let payer): name = "pounds:all:\(payer.map { model.payers[$0].id } ?? "all")"
    case .qalys: name = "qalys"
    case .netBenefit: throw ReportError("draws.csv", "it has no column of net benefit")
    }
    guard samples.has(name) else {
      throw ReportError("draws.csv", "the column '\(name)' is missing")
    }
    guard let before = samples.of(name, scenario: baseline),
      let after = samples.of(name, scenario: scenario)
    else { throw ReportError("draws.csv", "the column '\(name)' has a total that is no number") }
    let finding = Finding(values: zip(before, after).map(-), replicates: replicates)
    var parameters = parameters
    for (id, member) in groups { parameters[id] = parameters[member].map(Self.scores) }
    let ids = parameters.keys.sorted()
    let shares = VarianceShares(
      result: finding.drawMeans ?? [],
      luckVariance: (finding.moments.meanSquareWithin ?? 0) / Double(replicates),
      parameters: ids.map { parameters[$0] ?? [] })
    return Dictionary(uniqueKeysWithValues: zip(ids, shares.parameters ?? []))
  }

  /// The normal scores of values by their ranks; of equal values, that of their middle rank.
  static func scores(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var scores = values
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let share = Double(start + end) / Double(2 * order.count)
      for place in order[start..<end] { scores[place] = NormalCurve.quantile(share) }
      start = end
    }
    return scores
  }

  private static func table(
    _ name: String, in folder: String, texts: [String], numbers: [String] = []
  ) throws(ReportError) -> ReportTable {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
      throw ReportError(name, "it cannot be read; a run with draws has it")
    }
    return try ReportTable(
      String(decoding: data, as: UTF8.self), file: name, texts: texts, numbers: numbers)
  }
}
