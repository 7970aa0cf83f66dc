import SegmentAnalysis
import SegmentModel

/// What a scenario does at several values of one number, as text and as CSV.
public struct SweepTable: Sendable {
  /// The results at one value.
  public struct Point: Sendable {
    /// The value.
    public let value: Double
    /// What was found there.
    public let result: SettingResult

    /// Creates a point.
    public init(value: Double, result: SettingResult) {
      (self.value, self.result) = (value, result)
    }
  }

  private let number: SettableNumber
  private let points: [Point]
  private let central: SettingResult
  private let measures: [AttributedMeasure]
  private let model: Model
  private let scenario: Scenario
  private let record: RunRecord

  /// The table of a number's values; `central` is what was found at the central values.
  public init(
    _ number: SettableNumber, points: [Point], central: SettingResult,
    measures: [AttributedMeasure], model: Model, scenario: Scenario, record: RunRecord
  ) {
    (self.number, self.points, self.central) = (number, points, central)
    (self.measures, self.model, self.scenario) = (measures, model, scenario)
    self.record = record
    numbers = NumberNames(record.inputs, model: model)
  }

  private let numbers: NumberNames
  private var words: SensitivityWords { SensitivityWords(model: model) }

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    let count = record.replicates.count
    let values =
      SensitivityWords.quantiles(of: number, numbers) ?? "values of \(numbers[number.names[0]])"
    let title = [
      "\(model.name): '\(scenario.name)' at \(values)",
      "Sensitivity, not uncertainty: nothing here says how likely a value is. \(count) "
        + "\(count == 1 ? "replicate" : "replicates") with the same luck, seed \(record.seed), steps "
        + "of a \(record.step.rawValue); whole period, undiscounted",
    ].flatMap { TextWrap.lines($0, width: width) }
    var table = TextTable(
      headers: measures.map(words.name).flatMap { [$0, "change from central: \($0)"] })
    table.append(
      number.value.map { "\(SensitivityWords.value($0)) (central)" } ?? "central",
      measures.indices.flatMap { [text(central.mean($0)), "-"] })
    for point in points {
      table.append(
        SensitivityWords.value(point.value),
        measures.indices.flatMap { measure in
          [
            text(point.result.mean(measure)),
            SensitivityWords.signed(
              point.result.change(measure, from: central), replicates: record.replicates.count),
          ]
        })
    }
    let notes = [
      "Base rates of counted events are solved again at every value, as in a draw. Numbers are "
        + "rounded as their simulation error allows; changes are paired by replicate. "
        + SensitivityWords.cannotTellNote, unmet,
    ].filter { !$0.isEmpty }.flatMap { TextWrap.lines($0, width: width) }
    return (title + [""] + table.lines(width: width) + [""] + notes).map { $0 + "\n" }.joined()
  }

  private func text(_ estimate: Estimate) -> String {
    SensitivityWords.text(estimate, replicates: record.replicates.count)
  }

  private var unmet: String {
    let missed = points.filter { !$0.result.unmet.isEmpty }
    guard !missed.isEmpty else { return "" }
    let targets = missed[0].result.unmet.joined(separator: ", ")
    return
      "At \(missed.count) of \(points.count) values no sensible base rate meets a target, such "
      + "as \(targets) at \(SensitivityWords.value(missed[0].value)): the base rates of the files "
      + "stand there."
  }

  /// A row for each value and measure.
  public var csv: CSVTable {
    var table = CSVTable(
      header: [
        "scenario", "number", "tag", "value", "is_central", "measure", "mean_result",
        "mcse_result", "change_from_central", "mcse_change_from_central", "unmet_targets",
      ], choices: record.choices.label)
    let all =
      [(number.value, central, true)] + points.map { (Optional($0.value), $0.result, false) }
    for (value, result, isCentral) in all {
      for measure in measures.indices {
        let mean = result.mean(measure)
        let change = result.change(measure, from: central)
        table.append([
          .text(scenario.id), .text(number.names[0]), .text(number.tag.rawValue),
          value.map { .exact($0) } ?? .text(""), .text(isCentral ? "yes" : "no"),
          .text(words.id(measures[measure])),
          .number(mean.value), .number(mean.standardError), .number(change.value),
          .number(change.standardError), .text(result.unmet.joined(separator: "; ")),
        ])
      }
    }
    return table
  }
}
