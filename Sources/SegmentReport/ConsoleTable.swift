import SegmentAnalysis
import SegmentModel

/// The strategist's table: scenarios side by side, with intervals and what they leave out.
public struct ConsoleTable: Sendable {
  let comparison: Comparison
  let record: RunRecord
  private let named: [Int]
  private let rows: ComparisonRows

  /// The table of a comparison, headed by the options of some of the place's choices.
  public init(_ comparison: Comparison, record: RunRecord, namingChoices named: [Int] = []) {
    self.comparison = comparison
    self.record = record
    self.named = named
    rows = ComparisonRows(comparison, level: record.level)
  }

  /// The whole text: title, table and footnotes, each line ended by a line feed.
  public func text(width: Int) -> String {
    var table = TextTable(headers: comparison.scenarios.map(\.name))
    appendOutcomes(to: &table)
    appendDeaths(to: &table)
    appendReach(to: &table)
    MoneyRows(rows: rows).append(to: &table)
    appendResources(to: &table)
    appendHealth(to: &table)
    let title = title.flatMap { TextWrap.lines($0, width: width) }
    let notes = ConsoleNotes(rows: rows, record: record, namedChoices: named.count).lines
      .flatMap { TextWrap.lines($0, width: width) }
    return (title + [""] + table.lines(width: width) + [""] + notes)
      .map { $0 + "\n" }.joined()
  }

  private var title: [String] {
    let (model, timeline) = (comparison.model, comparison.timeline)
    let (first, last) = (timeline.label(ofYear: 0), timeline.label(ofYear: timeline.years - 1))
    let period = timeline.years == 1 ? first : "\(first) to \(last) (\(timeline.years) years)"
    let against =
      comparison.scenarios.count > 1 ? ", compared with \(comparison.scenarios[0].name)" : ""
    let prices = model.priceYear.isEmpty ? "" : " in \(model.priceYear) prices"
    let count = comparison.replicates.count
    let sample = count == 1 ? "One replicate" : "Means of \(count) replicates"
    return (named.isEmpty ? [] : [record.choices.name(ofChoices: named)]) + [
      "\(model.name): \(period)\(against)",
      "\(sample), seed \(record.seed), steps of a \(record.step.rawValue); "
        + "pounds\(prices), undiscounted",
    ]
  }

  private func appendOutcomes(to table: inout TextTable) {
    for (index, outcome) in comparison.model.outcomes.enumerated() {
      let all = Measure.outcome(index, cause: nil, year: nil, group: 0)
      let causes = comparison.catalogue.causes[index].enumerated().map { cause, name in
        (name, Measure.outcome(index, cause: cause, year: nil, group: 0))
      }
      // Only the headline outcome is shown by cause; the rest is in the tables on disk.
      let shown = index == 0 && causes.count > 1 ? causes : []
      table.appendHeading(outcome.name)
      table.append("  Total", rows.values(all))
      for (name, measure) in shown { table.append("    \(name)", rows.values(measure)) }
      guard rows.compares else { continue }
      table.append("  Avoided", rows.avoided(all))
      rows.appendInterval(all, to: &table)
      table.append("    share of baseline", rows.shares(all))
      for (name, measure) in shown { table.append("    \(name)", rows.avoided(measure)) }
    }
  }

  private func appendDeaths(to table: inout TextTable) {
    let leaves = comparison.model.pathways.flatMap(\.segments).map(\.leaves)
    guard leaves.contains(.died) else { return }
    table.appendHeading("Deaths")
    table.append("  Total", rows.values(.deaths(year: nil)))
    guard rows.compares else { return }
    table.append("  Prevented or postponed", rows.avoided(.deaths(year: nil)))
    rows.appendInterval(.deaths(year: nil), to: &table)
  }

  private func appendReach(to table: inout TextTable) {
    let interventions = comparison.catalogue.interventions
    guard !interventions.isEmpty else { return }
    table.appendHeading("People first reached in the period")
    for (index, intervention) in interventions.enumerated() {
      let measure = Measure.started(intervention: index, year: nil, group: 0)
      table.append(
        "  \(intervention.name)",
        comparison.results.map { result in
          let has = result.scenario.interventions.contains { $0.id == intervention.id }
          return has ? rows.value(result, measure) : ComparisonRows.none
        })
    }
  }

  private func appendResources(to table: inout TextTable) {
    let resources = comparison.model.resources
    guard !resources.isEmpty else { return }
    table.appendHeading("Resources")
    for (index, resource) in resources.enumerated() {
      let all = Measure.resource(index, year: nil)
      table.append("  \(resource.name), \(resource.unit)", rows.values(all))
      guard rows.compares else { continue }
      table.append("    Extra", rows.extra(all))
      rows.appendInterval(all, negated: true, to: &table)
    }
  }

  private func appendHealth(to table: inout TextTable) {
    let qalys = Measure.qalys(rate: comparison.catalogue.undiscounted, year: nil)
    guard comparison.results.first?.value(qalys) != nil else { return }
    table.appendHeading("Quality-adjusted life-years (QALYs)")
    table.append("  Total", rows.values(qalys))
    guard rows.compares else { return }
    table.append("  Gained", rows.extra(qalys))
    rows.appendInterval(qalys, negated: true, to: &table)
  }
}
