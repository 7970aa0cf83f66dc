import SegmentAnalysis

/// The cells of the strategist's table, rounded as their standard errors allow.
struct ComparisonRows: Sendable {
  let comparison: Comparison
  let intervals: Intervals
  /// Half of a 95% confidence interval of a mean, in standard errors.
  private let confidence: Double
  private let small: SmallWords

  /// The cells of a comparison, with intervals of a level.
  init(_ comparison: Comparison, level: Double) {
    self.comparison = comparison
    small = SmallWords(NameTable.rows(comparison))
    let (draws, replicates) = (comparison.draws.count, comparison.replicates.count)
    intervals = Intervals(level: level, draws: draws, replicates: replicates)
    confidence = StudentT.half95(
      degreesOfFreedom: DrawMoments.degreesOfFreedomOfError(draws: draws, replicates: replicates))
  }

  /// What stands where there is nothing to say.
  static let none = "-"
  /// Marks a difference whose interval includes zero.
  static let mark = " *"

  /// Whether there is anything besides the baseline.
  var compares: Bool { comparison.results.count > 1 }
  /// Whether there is more than a single number, so that there is an interval.
  var hasIntervals: Bool { comparison.draws.count > 1 || comparison.replicates.count > 1 }
  /// Whether parameters and luck can be told apart.
  var splits: Bool { comparison.draws.count > 1 && comparison.replicates.count > 1 }

  /// The mean of each scenario, all to one place.
  func values(_ measure: Measure) -> [String] {
    let rounding = totalRounding(measure)
    return comparison.results.map { result in
      result.value(measure).map { rounding.text($0.mean) } ?? Self.none
    }
  }

  /// The place of totals that stand beside each other: the finest that the error of one of them
  /// supports.
  private func totalRounding(_ measure: Measure) -> Rounding {
    let totals = comparison.results.compactMap { $0.value(measure) }
      .filter { ($0.standardError ?? 0) > 0 }.map(rounding)
    return Rounding(exponent: totals.map(\.exponent).min() ?? 0)
  }

  /// The mean of one scenario in whole people.
  func people(_ result: ScenarioResult, _ measure: Measure) -> String {
    guard let value = result.value(measure) else { return Self.none }
    return rounding(value).atLeast(0).text(value.mean)
  }

  /// Baseline minus scenario.
  func avoided(_ measure: Measure) -> [String] {
    differences(measure) { difference($0, negated: false) }
  }

  /// Scenario minus baseline.
  func extra(_ measure: Measure) -> [String] {
    differences(measure) { difference($0, negated: true) }
  }

  /// What is avoided, as a share of the baseline's mean.
  func shares(_ measure: Measure) -> [String] {
    guard let whole = comparison.results[0].value(measure)?.mean, whole > 0 else {
      return comparison.results.map { _ in Self.none }
    }
    return differences(measure) { finding in
      guard !isUntold(finding) else { return Self.none }
      let error = finding.standardError.map { $0 / whole * 100 }
      let rounding = Rounding(standardError: error, otherwise: -1).atLeast(-2)
      let share = finding.mean / whole * 100
      return rounding.keeping(share).text(share) + "%"
    }
  }

  /// Appends the row of where one place falls, unless there is no interval to give.
  func appendOnePlace(_ measure: Measure, negated: Bool = false, to table: inout TextTable) {
    guard hasIntervals else { return }
    append("one place", measure, negated: negated, to: &table) { intervals.onePlace($0) }
  }

  /// Appends the rows of all intervals, and of how much of what one place sees is luck.
  func appendIntervals(_ measure: Measure, to table: inout TextTable) {
    appendOnePlace(measure, to: &table)
    guard splits else { return }
    append("expected effect", measure, to: &table) { intervals.expected($0) }
    append("simulation error", measure, to: &table) { intervals.simulationError($0) }
    table.append("    luck's share of one place", differences(measure, luck))
  }

  private func append(
    _ name: String, _ measure: Measure, negated: Bool = false, to table: inout TextTable,
    _ interval: (Finding) -> ClosedRange<Double>?
  ) {
    table.append(
      "    \(levelText) \(name)",
      differences(measure) { finding in
        guard let interval = interval(finding) else { return Phrase.cannotTell }
        return text(negated ? -interval.upperBound ... -interval.lowerBound : interval, finding)
      })
  }

  /// The share of the variance of one place that is luck.
  private func luck(_ finding: Finding) -> String {
    guard let share = finding.moments.shareOfLuck else { return Self.none }
    guard share < 1 else { return Phrase.cannotTell }
    let error = finding.moments.standardErrorOfShare.map { $0 * 100 }
    return Rounding(standardError: error).atLeast(0).text(share * 100) + "%"
  }

  /// An interval, rounded as its mean is.
  func text(_ interval: ClosedRange<Double>, _ finding: Finding) -> String {
    let rounding = rounding(finding)
    return "\(rounding.text(interval.lowerBound)) to \(rounding.text(interval.upperBound))"
  }

  /// A name as it stands within a sentence.
  func within(_ name: String) -> String { small.within(name) }

  /// The level of intervals, such as "80%".
  var levelText: String { Phrase.percent(intervals.level) }

  /// Cells from paired differences; the baseline has none.
  func differences(_ measure: Measure, _ cell: (Finding) -> String) -> [String] {
    comparison.results.enumerated().map { index, result in
      guard index > 0, let finding = result.avoided(measure) else { return Self.none }
      return cell(finding)
    }
  }

  /// A rounded difference, marked when one place could see the opposite, or the words for "cannot
  /// tell".
  func difference(_ finding: Finding, negated: Bool) -> String {
    guard !isUntold(finding) else { return Phrase.cannotTell }
    return rounding(finding).text(negated ? -finding.mean : finding.mean) + mark(finding)
  }

  /// The mark of a difference whose interval for one place includes zero.
  func mark(_ finding: Finding) -> String {
    guard let interval = intervals.onePlace(finding), interval.lowerBound < interval.upperBound,
      interval.contains(0)
    else { return "" }
    return Self.mark
  }

  /// Whether not even the sign of the mean is known.
  func isUntold(_ finding: Finding) -> Bool { found(finding).isUntold }

  /// What a finding says, with the range of one place.
  func found(_ finding: Finding) -> Found {
    Found(
      finding.mean, error: finding.standardError, range: intervals.onePlace(finding),
      confidence: confidence)
  }

  func rounding(_ finding: Finding) -> Rounding {
    Rounding(standardError: finding.standardError)
  }
}
