import SegmentAnalysis
import SegmentModel

/// The strategist's table: scenarios side by side, with intervals and what they leave out.
public struct ConsoleTable: Sendable {
  let world: RunWorld
  private let named: [Int]
  private let rows: ComparisonRows

  /// The table of a world, headed by the options of some of the place's choices.
  public init(_ world: RunWorld, namingChoices named: [Int] = []) {
    self.world = world
    self.named = named
    rows = ComparisonRows(world.comparison, level: world.record.level)
  }

  private var comparison: Comparison { world.comparison }
  private var record: RunRecord { world.record }

  /// The whole text: title, table and footnotes, each line ended by a line feed.
  public func text(width: Int) -> String {
    var table = TextTable(headers: comparison.scenarios.map(\.name))
    appendOutcomes(to: &table)
    appendDeaths(to: &table)
    appendReach(to: &table)
    MoneyRows(rows: rows).append(to: &table)
    appendResources(to: &table)
    appendHealth(to: &table)
    ChanceRows(rows: rows).append(to: &table)
    let title = title.flatMap { TextWrap.lines($0, width: width) }
    let value = ValueTables(world).map { "\n" + $0.text(width: width) } ?? ""
    let notes = ConsoleNotes(rows: rows, world: world, namedChoices: named.count).lines
      .flatMap { TextWrap.lines($0, width: width) }
    return (title + [""] + table.lines(width: width) + [""] + notes)
      .map { $0 + "\n" }.joined() + value
  }

  private var title: [String] {
    let (model, timeline) = (comparison.model, comparison.timeline)
    let span = Period.span((0..<timeline.years).map(timeline.label(ofYear:)))
    let period = timeline.years == 1 ? span : "\(span) (\(timeline.years) years)"
    let against =
      comparison.scenarios.count > 1 ? ", compared with \(comparison.scenarios[0].name)" : ""
    let prices = model.priceYear.isEmpty ? "" : " in \(model.priceYear) prices"
    return (named.isEmpty ? [] : [record.choices.name(ofChoices: named)]) + [
      "\(model.name): \(period)\(against)",
      "\(sample), seed \(record.seed), steps of a \(record.step.rawValue); "
        + "pounds\(prices), undiscounted",
    ]
  }

  private var sample: String {
    let (draws, replicates) = (comparison.draws.count, comparison.replicates.count)
    if comparison.isDrawn {
      return "Means of \(draws) draw\(draws == 1 ? "" : "s") x \(replicates) replicate"
        + (replicates == 1 ? "" : "s")
    }
    return replicates == 1 ? "One replicate" : "Means of \(replicates) replicates"
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
      if index == 0 {
        rows.appendIntervals(all, to: &table)
      } else {
        rows.appendOnePlace(all, to: &table)
      }
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
    rows.appendOnePlace(.deaths(year: nil), to: &table)
  }

  private func appendReach(to table: inout TextTable) {
    let interventions = comparison.catalogue.interventions
    guard !interventions.isEmpty else { return }
    table.appendHeading(
      "People brought within reach (once each, joiners too)")
    for (index, intervention) in interventions.enumerated() {
      let measure = Measure.started(intervention: index, year: nil, group: 0)
      table.append(
        "  \(intervention.name)",
        comparison.results.map { result in
          guard let own = result.scenario.interventions.first(where: { $0.id == intervention.id })
          else { return ComparisonRows.none }
          return comparison.timeline.isAfter(own)
            ? Phrase.ranBefore : rows.people(result, measure)
        })
    }
  }

  private func appendResources(to table: inout TextTable) {
    let resources = comparison.model.resources
    guard !resources.isEmpty else { return }
    table.appendHeading("Resources")
    for (index, resource) in resources.enumerated() {
      let all = Measure.resource(index, year: nil)
      table.append("  \(Phrase.measured(resource.name, in: resource.unit))", rows.values(all))
      guard rows.compares else { continue }
      table.append("    Extra", rows.extra(all))
      rows.appendOnePlace(all, negated: true, to: &table)
    }
  }

  private func appendHealth(to table: inout TextTable) {
    append("Years lived", to: &table) { .lifeYears(rate: $0, year: nil) }
    append("Quality-adjusted life-years (QALYs)", to: &table) { .qalys(rate: $0, year: nil) }
  }

  /// Appends what is gained of a measure of health at every rate of health, if the run has it.
  private func append(
    _ title: String, to table: inout TextTable, _ measureAt: (_ rate: Int) -> Measure
  ) {
    let undiscounted = comparison.catalogue.undiscounted
    let measure = measureAt(undiscounted)
    guard comparison.results.first?.value(measure) != nil else { return }
    table.appendHeading(title)
    table.append("  Total", rows.values(measure))
    guard rows.compares else { return }
    table.append("  Gained", rows.extra(measure))
    rows.appendOnePlace(measure, negated: true, to: &table)
    for rate in comparison.catalogue.healthRates where rate != undiscounted {
      let percent = Phrase.percent(comparison.catalogue.discountRates[rate])
      table.append("  Gained, discounted at \(percent)", rows.extra(measureAt(rate)))
    }
  }
}
