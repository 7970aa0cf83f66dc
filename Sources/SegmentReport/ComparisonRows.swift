import SegmentAnalysis

/// The cells of the strategist's table, rounded as their standard errors allow.
struct ComparisonRows: Sendable {
  let comparison: Comparison
  let interval: PredictionInterval
  /// Half of a 95% confidence interval of a mean, in standard errors.
  private let confidence: Double

  /// The cells of a comparison, with intervals of a level.
  init(_ comparison: Comparison, level: Double) {
    self.comparison = comparison
    let count = comparison.replicates.count
    interval = PredictionInterval(level: level, count: count)
    confidence = count < 2 ? 0 : StudentT.quantile(0.975, degreesOfFreedom: Double(count - 1))
  }

  /// What stands where there is nothing to say.
  static let none = "-"
  /// Marks a difference whose interval includes zero.
  static let mark = " *"
  /// Stands for a mean that more replicates are needed to tell from zero.
  static let cannotTell = "cannot tell"

  /// Whether there is anything besides the baseline.
  var compares: Bool { comparison.results.count > 1 }

  /// The mean of each scenario.
  func values(_ measure: Measure) -> [String] { comparison.results.map { value($0, measure) } }

  /// The mean of one scenario.
  func value(_ result: ScenarioResult, _ measure: Measure) -> String {
    guard let value = result.value(measure) else { return Self.none }
    return Rounding(standardError: value.standardError).text(value.mean)
  }

  /// Baseline minus scenario.
  func avoided(_ measure: Measure) -> [String] {
    differences(measure) { moments in difference(moments, negated: false) }
  }

  /// Scenario minus baseline.
  func extra(_ measure: Measure) -> [String] {
    differences(measure) { moments in difference(moments, negated: true) }
  }

  /// What is avoided, as a share of the baseline's mean.
  func shares(_ measure: Measure) -> [String] {
    guard let whole = comparison.results[0].value(measure)?.mean, whole > 0 else {
      return comparison.results.map { _ in Self.none }
    }
    return differences(measure) { moments in
      guard !isUntold(moments) else { return Self.none }
      let error = moments.standardError.map { $0 / whole * 100 }
      let rounding = Rounding(standardError: error, otherwise: -1).atLeast(-2)
      return rounding.text(moments.mean / whole * 100) + "%"
    }
  }

  /// Appends the row of intervals, unless there is no interval to give.
  func appendInterval(_ measure: Measure, negated: Bool = false, to table: inout TextTable) {
    guard comparison.replicates.count > 1 else { return }
    table.append(
      "    \(levelText) interval",
      differences(measure) { moments in
        guard let interval = interval.around(moments) else { return Self.none }
        return text(negated ? -interval.upperBound ... -interval.lowerBound : interval, moments)
      })
  }

  /// An interval, rounded as its mean is.
  func text(_ interval: ClosedRange<Double>, _ moments: Moments) -> String {
    let rounding = rounding(moments)
    return "\(rounding.text(interval.lowerBound)) to \(rounding.text(interval.upperBound))"
  }

  /// The level of intervals, such as "80%".
  var levelText: String { NumberText.trimmed(interval.level * 100, decimals: 2) + "%" }

  /// Cells from paired differences; the baseline has none.
  func differences(_ measure: Measure, _ cell: (Moments) -> String) -> [String] {
    comparison.results.enumerated().map { index, result in
      guard index > 0, let moments = result.avoided(measure) else { return Self.none }
      return cell(moments)
    }
  }

  /// A rounded difference, marked when luck could hide it, or the words for "cannot tell".
  func difference(_ moments: Moments, negated: Bool) -> String {
    guard !isUntold(moments) else { return Self.cannotTell }
    return rounding(moments).text(negated ? -moments.mean : moments.mean) + mark(moments)
  }

  /// The mark of a difference whose interval includes zero.
  func mark(_ moments: Moments) -> String {
    guard let interval = interval.around(moments),
      interval.lowerBound < interval.upperBound, interval.contains(0)
    else { return "" }
    return Self.mark
  }

  /// Whether the 95% confidence interval of the mean includes zero, without all being exactly zero.
  func isUntold(_ moments: Moments) -> Bool {
    guard let error = moments.standardError, error > 0 else { return false }
    return moments.mean.magnitude < confidence * error
  }

  func rounding(_ moments: Moments) -> Rounding {
    Rounding(standardError: moments.standardError)
  }
}
