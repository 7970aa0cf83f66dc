import SegmentAnalysis
import SegmentModel

/// The money of the strategist's table: payers apart, and value, programme and care apart.
struct MoneyRows {
  let rows: ComparisonRows

  private var comparison: Comparison { rows.comparison }
  private var undiscounted: Int { comparison.catalogue.undiscounted }

  /// Appends the rows of money that anybody pays.
  func append(to table: inout TextTable) {
    guard rows.compares else {
      appendLevels("Activity at average cost, £", .events, to: &table)
      appendLevels("Programme cost, £", .programme, to: &table)
      appendLevels("Cost of care, £", .care, to: &table)
      return
    }
    append("\(MoneyNames.value) avoided, £", .events, to: &table) { rows.avoided($0) }
    append("\(MoneyNames.programme), £", .programme, to: &table) { rows.extra($0) }
    append("\(MoneyNames.care), £", .care, to: &table) { rows.extra($0) }
    guard !payers(of: nil).isEmpty else { return }
    table.appendHeading("Net: \(MoneyNames.within(MoneyNames.netOf)), £")
    for payer in payers(of: nil) {
      table.append("  \(comparison.model.payers[payer].name)", net(spending(nil, payer)))
    }
    table.append("  All payers", net(spending(nil, nil)))
    if rows.hasIntervals { appendNet("one place", to: &table) { rows.intervals.onePlace($0) } }
    if rows.splits { appendNet("expected effect", to: &table) { rows.intervals.expected($0) } }
    if !payers(of: .programme).isEmpty { table.append("  Paid back by the end of", payback) }
  }

  private func append(
    _ title: String, _ category: CostCategory, to table: inout TextTable,
    _ cells: (Measure) -> [String]
  ) {
    let payers = payers(of: category)
    guard !payers.isEmpty else { return }
    table.appendHeading(title)
    for payer in payers {
      table.append(
        "  \(comparison.model.payers[payer].name)", cells(spending(category, payer)))
    }
  }

  private func appendLevels(
    _ title: String, _ category: CostCategory, to table: inout TextTable
  ) {
    append(title, category, to: &table) { rows.values($0) }
  }

  /// What a scenario is worth after its cost; one that costs money says so.
  private func net(_ measure: Measure) -> [String] {
    rows.differences(measure) { finding in
      guard !rows.isUntold(finding) else { return Phrase.cannotTell }
      let amount = rows.rounding(finding).text(finding.mean.magnitude) + rows.mark(finding)
      return finding.mean < 0 ? "net cost \(amount)" : amount
    }
  }

  /// Appends an interval of the net, in words where all of it is a cost.
  private func appendNet(
    _ name: String, to table: inout TextTable, _ interval: (Finding) -> ClosedRange<Double>?
  ) {
    let cells = rows.differences(spending(nil, nil)) { finding in
      guard let interval = interval(finding) else { return Phrase.cannotTell }
      guard interval.upperBound < 0 else { return rows.text(interval, finding) }
      let cost = -interval.upperBound ... -interval.lowerBound
      return "net cost \(rows.text(cost, finding))"
    }
    table.append("    \(rows.levelText) \(name)", cells)
  }

  private var payback: [String] {
    comparison.results.enumerated().map { index, result in
      guard index > 0, let whole = result.avoided(spending(nil, nil)) else {
        return ComparisonRows.none
      }
      guard !rows.isUntold(whole) else { return Phrase.cannotTell }
      let years = comparison.timeline.years
      var sum = 0.0
      let sums = (0..<years).map { year in
        sum +=
          result.avoided(
            .spending(category: nil, payer: nil, rate: undiscounted, year: year))?.mean ?? 0
        return sum
      }
      return Payback(sums, years: (0..<years).map(comparison.timeline.label(ofYear:)))
        .text(none: ComparisonRows.none)
    }
  }

  private func spending(_ category: CostCategory?, _ payer: Int?) -> Measure {
    .spending(category: category, payer: payer, rate: undiscounted, year: nil)
  }

  /// Payers who pay for items of a category (nil for any), in the model's order.
  private func payers(of category: CostCategory?) -> [Int] {
    comparison.model.payers.indices.filter { payer in
      comparison.catalogue.items.contains {
        $0.payer == payer && (category == nil || $0.category == category)
      }
    }
  }
}
