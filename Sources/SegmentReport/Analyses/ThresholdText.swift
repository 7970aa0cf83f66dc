import SegmentAnalysis
import SegmentModel

/// Where a result changes its sign, in words.
public struct ThresholdText: Sendable {
  /// What was found.
  let search: ThresholdSearch
  /// The result at each value looked at, with its error.
  let results: [(value: Double, mean: Estimate)]
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
    _ search: ThresholdSearch, results: [(value: Double, mean: Estimate)], number: SettableNumber,
    range: ClosedRange<Double>,
    measure: AttributedMeasure, model: Model, scenario: Scenario, record: RunRecord,
    standardError: Double?
  ) {
    (self.search, self.results, self.number, self.range) = (search, results, number, range)
    (self.measure, self.model, self.scenario) = (measure, model, scenario)
    (self.record, self.standardError) = (record, standardError)
    numbers = NumberNames(record.inputs, model: model)
  }

  private let numbers: NumberNames
  private var discounted: String {
    if case .netBenefit(_, let rate) = measure { return DiscountWords.words(rate) }
    return DiscountWords.words(.none)
  }
  private var words: SensitivityWords { SensitivityWords(model: model) }

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    let name = SensitivityWords.quantiles(of: number, numbers) ?? numbers[number.names[0]]
    let title = [
      "\(model.name): where '\(scenario.name)' changes sign with \(name)",
      "\(words.name(measure)); \(record.replicates.count) "
        + "\(record.replicates.count == 1 ? "replicate" : "replicates") with the same luck, seed "
        + "\(record.seed), steps of a \(record.step.rawValue); whole period, \(discounted)",
    ]
    var table = TextTable(headers: [words.name(measure)])
    for point in results.sorted(by: { $0.value < $1.value }) {
      table.append(
        SensitivityWords.value(point.value),
        [SensitivityWords.text(point.mean, replicates: record.replicates.count)])
    }
    let ends =
      "\(SensitivityWords.value(range.lowerBound)) and \(SensitivityWords.value(range.upperBound))"
    let answer: String
    switch search.answer {
    case .none: answer = "No crossing between \(ends)."
    case .crossing(let value, _):
      answer =
        "The sign changes at \(crossing(value))"
        + (number.value.map { "; the central value is \(SensitivityWords.value($0))." } ?? ".")
    }
    let wrapped = { (lines: [String]) in lines.flatMap { TextWrap.lines($0, width: width) } }
    return (wrapped(title) + [""] + table.lines(width: width) + [""] + wrapped([answer]))
      .map { $0 + "\n" }.joined()
  }

  /// The value as far as its error tells it.
  private func crossing(_ value: Double) -> String {
    guard let error = standardError, error > 0 else { return SensitivityWords.value(value) }
    let rounding = Rounding(standardError: error)
    return "\(rounding.text(value)), with a standard error of "
      + "\(SensitivityWords.value(error, figures: 2)) by luck"
  }
}
