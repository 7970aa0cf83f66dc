import SegmentAnalysis

/// What happens in a run that has nothing to compare: the baseline by itself.
struct BaselineSection {
  let world: ReportWorld
  let frame: Frame

  /// What the headline outcome comes to, and that nothing is compared; each complete in itself.
  var sentences: [String] {
    let nothing =
      "Nothing is compared: this run has no scenario beside \(Phrase.within(frame.baseline))."
    guard let headline = world.headline, let found = world.level(headline, world.baseline) else {
      return [nothing]
    }
    let amount = Amount(.count, found)
    let name = world.names.within("outcome", headline)
    let ends = Self.range(found).map { SignedWords.fewer.between($0, amount) }
    let chance =
      ends == nil && frame.samples > 1 ? "the same in every run" : frame.chance(ends)
    let yearly = found.times(1 / Double(world.years.count))
    let aYear =
      world.years.count > 1
      ? ", or \(Amount(.count, yearly).size(yearly.mean)) a year on average" : ""
    return [
      "\(Phrase.capitalised(Phrase.under(frame.baseline))), \(frame.place) is expected to see "
        + "\(amount.size(found.mean)) \(name) "
        + "\(frame.period) (\(chance))\(aYear).",
      nothing,
    ]
  }

  // MARK: - Table 1

  /// Table 1: a year and over the period, a mean with its range in every cell.
  var grid: ReportGrid {
    let range = frame.samples > 1 ? ": mean (\(frame.levelText) range)" : ", in one simulated run"
    var grid = ReportGrid(
      "Table 1. What happens \(Phrase.under(frame.baseline)) \(frame.period), by "
        + "itself\(range)",
      columns: ["Measure"] + (world.years.count > 1 ? ["A year, on average"] : [])
        + ["Whole period"])
    appendOutcomes(to: &grid)
    appendHealth(to: &grid)
    appendResources(to: &grid)
    appendMoney(to: &grid)
    return grid
  }

  private func appendOutcomes(to grid: inout ReportGrid) {
    let deaths =
      (world.level("deaths", world.baseline)?.mean ?? 0) > 0 ? [("deaths", "Deaths")] : []
    let outcomes = world.names.all("outcome").map { ($0, world.names.of("outcome", $0)) } + deaths
    guard !outcomes.isEmpty else { return }
    grid.appendHeading("Outcomes")
    for (id, name) in outcomes { append(name, .count, id, to: &grid) }
  }

  private func appendHealth(to grid: inout ReportGrid) {
    guard
      let health = [("qalys", "QALYs"), ("life_years", "Life-years")]
        .first(where: { world.level($0.0, world.baseline) != nil })
    else { return }
    grid.appendHeading("Health")
    for rate in world.discountRates(of: health.0) {
      append("\(health.1), \(rate.name)", .count, "\(health.0)\(rate.suffix)", to: &grid)
    }
  }

  private func appendResources(to grid: inout ReportGrid) {
    let resources = world.names.all("resource")
    guard !resources.isEmpty else { return }
    grid.appendHeading("Staff time and other resources of the activities modelled only")
    for id in resources {
      append(world.resource(id), .count, "amount:\(id)", to: &grid)
    }
  }

  private func appendMoney(to grid: inout ReportGrid) {
    let payers = MoneyAccounts(world).payers
    guard !payers.isEmpty else { return }
    grid.appendHeading("Money")
    let kinds = [
      ("events", "Activity at average cost"), ("programme", "Programme cost"),
      ("care", "Cost of care"),
    ]
    for (kind, name) in kinds {
      for payer in payers {
        let column = "pounds:\(kind):\(payer)"
        guard world.level(column, world.baseline)?.mean ?? 0 != 0 else { continue }
        append("\(name): \(world.names.of("payer", payer))", .pounds, column, to: &grid)
      }
    }
    for rate in world.discountRates(of: "pounds:all:all") {
      let name = rate.suffix.isEmpty ? "" : ", \(rate.name)"
      append("All costs, all payers\(name)", .pounds, "pounds:all:all\(rate.suffix)", to: &grid)
    }
  }

  private func append(
    _ name: String, _ kind: Amount.Kind, _ column: String, to grid: inout ReportGrid
  ) {
    guard let found = world.level(column, world.baseline) else { return }
    let cells = [found.times(1 / Double(world.years.count)), found].map { Self.cell($0, kind) }
    grid.append(name, world.years.count > 1 ? cells : [cells[1]])
  }

  /// A mean with its range.
  static func cell(_ found: Found, _ kind: Amount.Kind) -> String {
    let amount = Amount(kind, found)
    return amount.text(found.mean) + (range(found).map { " (\(amount.text($0)))" } ?? "")
  }

  /// Where it falls; what is never below zero in a run has no range below.
  static func range(_ found: Found) -> ClosedRange<Double>? {
    guard let range = found.range, range.lowerBound < range.upperBound else { return nil }
    return found.mean < 0 ? range : max(0, range.lowerBound)...max(0, range.upperBound)
  }

  /// What a reader must know of the table.
  var notes: [String] {
    [
      frame.rangeNote, Phrase.sums,
      MoneyAccounts(world).hasMoney
        ? "Pounds are \(frame.inPrices) but where a row says otherwise, at average cost." : nil,
    ].compactMap { $0 }
  }

  // MARK: - Chart

  /// The headline outcome in each year.
  var byYear: Chart? {
    guard let headline = world.headline else { return nil }
    let name = world.names.of("outcome", headline)
    let found = world.years.map { world.level(headline, world.baseline, year: $0) ?? Found(0) }
    let hasRange = frame.samples > 1
    var grid = ReportGrid(
      "\(name) by year" + (hasRange ? ": mean (\(frame.levelText) range)" : ""),
      columns: ["Year", frame.baseline])
    for (year, found) in zip(world.years, found) { grid.append(year, [Self.cell(found, .count)]) }
    let line = LineChart.Line(
      name: "\(frame.baseline), mean", values: found.map(\.mean), style: .first, isMain: true)
    let bands =
      hasRange
      ? [
        LineChart.Band(
          name: "\(frame.baseline): \(frame.levelText) range",
          ranges: found.map { Self.range($0) ?? $0.mean...$0.mean }, style: .first)
      ] : []
    let ends = [found.first, found.last].map { $0.map { Self.cell($0, .count) } ?? "" }
    let title =
      found.count > 1
      ? "\(name): \(ends[0]) in \(world.years[0]), \(ends[1]) in \(world.years[found.count - 1])."
      : "\(name): \(ends[0]) in \(world.years[0])."
    return Chart(
      id: "by-year", title: title,
      subtitle: "\(name) in \(frame.place) in each year, \(Phrase.under(frame.baseline))"
        + (hasRange ? "; band: where the place falls" : ""),
      description: "A line over the years\(hasRange ? " in a band" : "").", table: grid,
      source: "draws.csv",
      draw: LineChart(marks: world.years, lines: [line], bands: bands, measure: "A year").draw)
  }
}
