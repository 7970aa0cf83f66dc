import SegmentModel

/// What health is bought at: every scenario beside the others, where QALYs are counted.
struct ValueSection {
  let world: ReportWorld
  let frame: Frame

  /// The section; nil where the run has no table of value.
  var section: ReportSection? {
    guard world.has("value.csv") else { return nil }
    var section = ReportSection("value", "What health is bought at")
    section.say(
      "Scenarios by rising cost, all payers. One is dominated where another gives as much health for "
        + "no more, and extendedly dominated where a mix of two does. The others make the frontier: "
        + "each buys further QALYs at a price over the one before it. Of each price: \(frame.lifeAfter)."
    )
    let prices = world.willingnessToPay.map {
      ($0.poundsPerQALY, citation: world.names.of("source", $0.source))
    }
    if let worth = WillingnessWords(prices).text { section.say(worth) }
    let rows = world.rows("value.csv")
    let labels = Set(rows.map { $0["discount_rate_per_year"] })
    let rates = labels.compactMap { label in DiscountWords.rate(label).map { (label, $0) } }
    func order(_ rate: DiscountRate) -> (Double, Double) { (rate.costs, rate.health) }
    for (label, rate) in rates.sorted(by: { order($0.1) < order($1.1) }) {
      let own = rows.filter { $0["discount_rate_per_year"] == label }
      section.table(table(own, DiscountWords.words(rate)))
    }
    return section
  }

  private func table(_ rows: [ReportTable.Row], _ discounted: String) -> ReportGrid {
    var grid = ReportGrid(
      "Incremental cost-effectiveness \(frame.period), \(discounted): means",
      columns: [
        "Scenario", "Extra cost over \(Phrase.within(frame.baseline))",
        "QALYs gained over \(Phrase.within(frame.baseline))", "Standing", "Extra cost of this step",
        "QALYs of this step", "Pounds per QALY of this step",
      ])
    for row in rows {
      grid.append(
        world.scenarioName(row["scenario"]),
        [
          text(.pounds, row, "extra_pounds_over_baseline"),
          text(.count, row, "extra_qalys_over_baseline"), standing(row),
          text(.pounds, row, "extra_pounds_over_compared"),
          isTold(row)
            ? text(.count, row, "extra_qalys_over_compared") : Phrase.cannotTell,
          isTold(row) ? text(.pounds, row, "pounds_per_qaly") : Phrase.cannotTell,
        ])
    }
    return grid
  }

  private func text(_ kind: Amount.Kind, _ row: ReportTable.Row, _ column: String) -> String {
    guard let value = row.number(column) else { return "–" }
    return Amount(kind, Found(value, error: row.optionalNumber("mcse_\(column)"))).text(value)
  }

  /// Whether it is known that a step gains QALYs.
  private func isTold(_ row: ReportTable.Row) -> Bool { row["step_is_told"] != "no" }

  private func standing(_ row: ReportTable.Row) -> String {
    let others = row["compared_with"].split(separator: " ").map { world.quoted(String($0)) }
    return switch row["standing"] {
    case "dominated": "dominated by \(Phrase.list(others))"
    case "extendedly dominated": "extendedly dominated by a mix of \(Phrase.list(others))"
    case "same": "the same as \(Phrase.list(others))"
    case "frontier": "on the frontier, over \(Phrase.list(others))"
    default: row["standing"]
    }
  }
}
