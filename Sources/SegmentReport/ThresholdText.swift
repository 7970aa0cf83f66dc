import SegmentAnalysis
import SegmentModel

/// Where a result changes its sign, in words.
public struct ThresholdText: Sendable {
  /// What was found.
  let search: ThresholdSearch
  let number: SettableNumber
  let range: ClosedRange<Double>
  let measure: AttributedMeasure
  let model: Model
  let scenario: Scenario
  let record: RunRecord
  /// The standard error of the value, from that of the result; nil where it is not known.
  let standardError: Double?

  /// The words for a search of a range.
  public init(
    _ search: ThresholdSearch, number: SettableNumber, range: ClosedRange<Double>,
    measure: AttributedMeasure, model: Model, scenario: Scenario, record: RunRecord,
    standardError: Double?
  ) {
    (self.search, self.number, self.range) = (search, number, range)
    (self.measure, self.model, self.scenario) = (measure, model, scenario)
    (self.record, self.standardError) = (record, standardError)
  }

  private var words: SensitivityWords { SensitivityWords(model: model) }

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    let title = [
      "\(model.name): where '\(scenario.name)' changes sign with \(words.name(number.names[0]))",
      "\(words.name(measure)); \(record.replicates.count) "
        + "\(record.replicates.count == 1 ? "replicate" : "replicates") with the same luck, seed "
        + "\(record.seed), steps of a \(record.step.rawValue); whole period, undiscounted",
    ]
    var table = TextTable(headers: [words.name(measure)])
    for point in search.looked.sorted(by: { $0.value < $1.value }) {
      table.append(
        SensitivityWords.value(point.value), [NumberText.grouped(point.result, decimals: 0)])
    }
    let ends =
      "\(SensitivityWords.value(range.lowerBound)) and \(SensitivityWords.value(range.upperBound))"
    let answer: String
    switch search.answer {
    case .none: answer = "No crossing between \(ends)."
    case .crossing(let value, _):
      let error = standardError.map {
        ", with a standard error of \(SensitivityWords.value($0)) by luck"
      }
      answer =
        "The sign changes at \(SensitivityWords.value(value))\(error ?? ""); the central value is "
        + "\(SensitivityWords.value(number.value))."
    }
    let wrapped = { (lines: [String]) in lines.flatMap { TextWrap.lines($0, width: width) } }
    return (wrapped(title) + [""] + table.lines(width: width) + [""] + wrapped([answer]))
      .map { $0 + "\n" }.joined()
  }
}
