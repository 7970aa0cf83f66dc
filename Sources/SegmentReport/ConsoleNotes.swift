import SegmentAnalysis
import SegmentModel

/// What a reader must know to quote the strategist's table.
struct ConsoleNotes {
  let rows: ComparisonRows
  let record: RunRecord
  /// How many of the place's choices the table's heading names.
  let namedChoices: Int

  /// The notes, one a line.
  var lines: [String] {
    guard rows.compares else { return [precision] + defaults }
    return [interval, precision, untold].compactMap { $0 } + defaults + [
      "Avoided means prevented or postponed, against \(rows.comparison.scenarios[0].name); a minus "
        + "sign means more of them.",
      "Value is the average cost of the activity avoided, not cash that can be released.",
    ]
  }

  private var defaults: [String] {
    let count = record.choices.choices.count - namedChoices
    guard count > 0 else { return [] }
    let others = namedChoices > 0 ? "other " : ""
    let subject = count == 1 ? "One \(others)choice is" : "\(count) \(others)choices are"
    return [
      "\(subject) at the default ('\(Manifest.toolName) check' lists them; see --choose)."
    ]
  }

  private var interval: String {
    let count = rows.comparison.replicates.count
    guard count > 1 else {
      return "One replicate gives no interval; run more to see how far luck reaches."
    }
    return "\(rows.levelText) interval: where the figure of one place falls by luck alone "
      + "(Student's t over \(count) replicates). Uncertainty of the inputs is not included."
  }

  private var precision: String {
    guard let outcome = rows.comparison.model.outcomes.first, let error = largestError else {
      return "Rows are rounded after summing, so parts may not add up."
    }
    let text = Rounding(standardError: error).atLeast(-2).text(error)
    return "No more digits are shown than the simulation's own standard error supports; for the "
      + "\(rows.compares ? "difference in " : "")\(outcome.name.lowercased()) above that error is "
      + "\(text) or less. Rows are rounded after summing, so parts may not add up."
  }

  /// The largest standard error of the headline among the scenarios.
  private var largestError: Double? {
    let measure = Measure.outcome(0, cause: nil, year: nil, group: 0)
    let results = rows.comparison.results
    let moments =
      rows.compares
      ? results.dropFirst().map { $0.avoided(measure) } : results.map { $0.value(measure) }
    return moments.compactMap { $0?.standardError }.max()
  }

  private var untold: String? {
    guard rows.comparison.replicates.count > 1 else { return nil }
    return "* one place could see the opposite by luck (the interval includes zero); "
      + "\"\(ComparisonRows.cannotTell)\": not even the mean is told from zero with 95% confidence, so "
      + "more replicates are needed. A plain 0 means that no replicate differed at all."
  }
}
