import SegmentModel

/// Residents by what they cost in a year, and how they move between these segments.
struct SpendSection {
  let world: ReportWorld
  let frame: Frame

  /// The section; where single residents were not followed, how to have it.
  var section: ReportSection {
    var section = ReportSection("spend", "Spend segments, and who moves between them")
    guard world.has("spend.csv"), let year = world.years.first else {
      section.say(
        "Spend segments and the flows between them are not in this folder: "
          + "'\(Manifest.toolName) run --per-person' adds them, for a place that defines them.")
      return section
    }
    if let coverage { section.say("\(Phrase.capitalised(coverage)).") }
    if let chart = shares(world.baseline, year) { section.chart(chart) }
    section.table(segments([world.baseline], year))
    if let flows = flows(world.baseline, year) { section.table(flows) }
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        section.details("With \(world.scenarioName(scenario))") { section in
          section.table(segments([world.baseline, scenario], world.years.last ?? year))
          if let flows = flows(scenario, year) { section.table(flows) }
        }
      }
    }
    section.say(
      "Means; their standard errors are in spend.csv and spend-flows.csv.",
      style: "note")
    return section
  }

  /// Whose spend it is, and on what.
  private var coverage: String? {
    world.spend.map { spend in
      "people aged \(spend.ages), by what they cost in a year for "
        + Phrase.list(spend.services.map { world.names.within("service", $0) })
        + "; what programmes cost to deliver is not in it"
    }
  }

  private func name(_ id: String) -> String {
    switch id {
    case "all": "All of these"
    case "outside": "Everybody else"
    default: world.names.of("spend_segment", id)
    }
  }

  /// The share of the spend that each segment takes.
  private func shares(_ scenario: String, _ year: String) -> Chart? {
    let rows = world.rows("spend.csv", ["scenario": scenario, "year": year]).filter {
      !["all", "outside"].contains($0["segment"])
    }
    guard !rows.isEmpty else { return nil }
    let people = rows.compactMap { $0.number("mean_people") }.reduce(0, +)
    var grid = ReportGrid(
      "Shares of people and of spend, \(year)",
      columns: ["Segment", "Share of people", "Share of spend (\(frame.levelText) range)"])
    let items = rows.map { row -> IntervalChart.Item in
      let share = row.number("mean_share_of_spend") ?? 0
      let part = people > 0 ? (row.number("mean_people") ?? 0) / people : 0
      grid.append(name(row["segment"]), [Phrase.wholePercent(part), Self.share(row)])
      return IntervalChart.Item(
        name: name(row["segment"]), mean: share * 100,
        range: Self.range(row).map { $0.lowerBound * 100...$0.upperBound * 100 },
        text: Self.share(row))
    }
    let hasRange = items.contains { $0.range != nil }
    return Chart(
      id: "spend-segments",
      title:
        "The \(name(rows[0]["segment"])) take \(Phrase.wholePercent(items[0].mean / 100)) of the spend of these people in "
        + "\(year).",
      subtitle: "Share of the spend of a year that each segment takes, \(frame.place), \(year), "
        + "\(world.scenarioName(scenario)); mean and \(frame.levelText) range of one more draw"
        + (coverage.map { "; \($0)" } ?? ""),
      description: "A \(hasRange ? "dot with its range" : "bar") for each spend segment.",
      table: grid,
      source: "spend.csv",
      draw: IntervalChart(
        groups: [IntervalChart.Group(name: "", items: items)], measure: "Share of spend, %",
        key: hasRange ? "mean and \(frame.levelText) range of one more draw" : "share of the spend",
        style: world.style(scenario),
        hasBars: !hasRange
      ).draw)
  }

  /// People and spend of each segment in a year, scenarios beside each other.
  private func segments(_ scenarios: [String], _ year: String) -> ReportGrid {
    let names = scenarios.map(world.scenarioName)
    let measures = ["People", "Spend", "Share of spend (\(frame.levelText) range)"]
    var grid = ReportGrid(
      "Spend segments in \(year), \(Phrase.list(names)); \(frame.prices)"
        + (coverage.map { "; \($0)" } ?? ""),
      columns: ["Segment"]
        + measures.flatMap { measure in
          names.count > 1 ? names.map { "\(measure): \($0)" } : [measure]
        })
    let tables = scenarios.map { world.rows("spend.csv", ["scenario": $0, "year": year]) }
    for segment in (tables.first ?? []).map({ $0["segment"] }) {
      let rows = tables.map { rows in rows.first { $0["segment"] == segment } }
      grid.append(
        name(segment),
        rows.map { Self.text($0, "people", .count) } + rows.map { Self.text($0, "pounds", .pounds) }
          + rows.map { $0.map(Self.share) ?? "–" })
    }
    return grid
  }

  /// A mean of a row, as far as its standard error supports.
  private static func text(
    _ row: ReportTable.Row?, _ column: String, _ kind: Amount.Kind
  ) -> String {
    guard let row, let mean = row.number("mean_\(column)") else { return "–" }
    return Amount(kind, Found(mean, error: row.number("se_\(column)"))).text(mean)
  }

  /// Where the share of spend of one more draw falls; nil for a single number.
  private static func range(_ row: ReportTable.Row) -> ClosedRange<Double>? {
    guard let low = row.number("share_of_spend_low"), let high = row.number("share_of_spend_high"),
      low <= high
    else { return nil }
    return max(0, low)...min(1, max(low, high))
  }

  /// A share of spend with its range.
  private static func share(_ row: ReportTable.Row) -> String {
    guard let share = row.number("mean_share_of_spend") else { return "–" }
    guard let range = range(row), range.lowerBound < range.upperBound else {
      return Phrase.wholePercent(share)
    }
    let ends = [range.lowerBound, range.upperBound].map(Phrase.wholePercent)
    return "\(Phrase.wholePercent(share)) (\(ends[0]) to \(ends[1]))"
  }

  private func flows(_ scenario: String, _ year: String) -> ReportGrid? {
    let rows = world.rows("spend-flows.csv", ["scenario": scenario, "year": year])
    let ends = rows.map { $0["to"] }.distinct
    let starts = rows.map { $0["from"] }.distinct
    guard !rows.isEmpty else { return nil }
    var grid = ReportGrid(
      "From the segments of \(year) (rows) to those of the next year, \(world.scenarioName(scenario)): "
        + "people", columns: ["From"] + ends.map { "to \(name($0))" })
    for start in starts {
      grid.append(
        name(start),
        ends.map { end in
          guard
            let people = rows.first(where: { $0["from"] == start && $0["to"] == end })?
              .number("mean_people")
          else { return "–" }
          return Amount(.count, Found(people)).size(people)
        })
    }
    return grid
  }
}
