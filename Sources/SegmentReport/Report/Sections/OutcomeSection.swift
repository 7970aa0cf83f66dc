import SegmentAnalysis

/// The headline outcome by year and by cause.
struct OutcomeSection {
  let world: ReportWorld
  let frame: Frame

  /// What is avoided in each year: a fan for one scenario, lines for the others.
  func byYear(_ scenario: String) -> Chart? {
    guard let headline = world.headline else { return nil }
    let others = world.scenarios.filter { $0 != scenario }
    let name = world.names.within("outcome", headline)
    let found = world.years.map { world.avoided(headline, scenario, year: $0) }
    let lines = ([scenario] + others).map { id in
      LineChart.Line(
        name: world.scenarioName(id) + ", mean",
        values: world.years.map { world.avoided(headline, id, year: $0)?.mean ?? 0 },
        style: world.style(id), isMain: id == scenario)
    }
    var columns = ["Year"]
    for id in [scenario] + others {
      columns.append("\(world.scenarioName(id)): \(name) avoided")
      if id == scenario { columns.append("\(frame.levelText) range") }
    }
    var grid = ReportGrid(
      "Avoided \(name) by year, compared with \(Phrase.within(frame.baseline))", columns: columns)
    for (index, year) in world.years.enumerated() {
      var cells: [String] = []
      for id in [scenario] + others {
        let own = world.avoided(headline, id, year: year)
        let amount = own.map { Amount(.count, $0) }
        cells.append(own.flatMap { own in amount?.text(own.mean) } ?? "")
        if id == scenario {
          cells.append(found[index]?.range.flatMap { amount?.text($0) } ?? "")
        }
      }
      grid.append(year, cells)
    }
    return Chart(
      id: ReportSection.fileName("avoided-by-year", scenario),
      title: title(scenario, headline, name),
      subtitle:
        "\(world.names.of("outcome", headline)) prevented or postponed in \(frame.place) in each year, "
        + "compared with \(Phrase.within(frame.baseline)); bands: where the place falls",
      description: "A line over the years for each scenario, and bands around that of "
        + "\(world.quoted(scenario)).",
      table: grid, source: "draws.csv",
      draw: LineChart(
        marks: world.years, lines: lines, bands: bands(headline, scenario),
        measure: "Avoided a year"
      ).draw)
  }

  private func title(_ scenario: String, _ headline: String, _ name: String) -> String {
    guard let last = world.years.last,
      let found = world.avoided(headline, scenario, year: last)
    else { return "\(world.quoted(scenario)) by year" }
    let amount = Amount(.count, found)
    switch found.verdict {
    case .nothing: return "\(world.quoted(scenario)) changes no \(name) in \(last)."
    case .cannotTell, .unsure:
      return "We cannot tell whether \(world.quoted(scenario)) avoids \(name) in \(last), compared "
        + "with \(Phrase.within(frame.baseline))."
    case .above, .below:
      return "In \(last), \(world.quoted(scenario)) is estimated to bring "
        + "\(SignedWords.fewer.text(found.mean, amount)) \(name)"
        + (found.range.map { " (\(SignedWords.fewer.text($0, amount)))" } ?? "")
        + " than \(Phrase.within(frame.baseline))."
    }
  }

  /// Where one place falls in each year, at the level of the run and with even odds.
  private func bands(_ column: String, _ scenario: String) -> [LineChart.Band] {
    guard frame.samples > 1 else { return [] }
    return [frame.level, 0.5].map { level in
      let intervals = Intervals(level: level, draws: world.drawCount, replicates: world.replicates)
      return LineChart.Band(
        name: "\(world.scenarioName(scenario)): \(Phrase.percent(level)) range",
        ranges: world.years.map { year in
          let found = world.found(
            world.avoidedValues(column, scenario, year: year) ?? [0], intervals)
          return found.range ?? found.mean...found.mean
        }, style: world.style(scenario), isInner: level != frame.level)
    }
  }

  /// What is avoided of each cause in the whole period.
  func byCause(_ scenario: String) -> Chart? {
    guard let headline = world.headline else { return nil }
    let rows = world.rows(
      "outcomes.csv",
      [
        "scenario": scenario, "year": "all", "outcome": headline, "group_kind": "all",
      ]
    ).filter { $0["cause"] != "all" }
    guard rows.count > 1 else { return nil }
    let name = world.names.of("outcome", headline)
    var grid = ReportGrid(
      "\(name) by cause, \(frame.period), compared with \(Phrase.within(frame.baseline))",
      columns: [
        "Cause", "\(frame.baseline), mean", "\(world.scenarioName(scenario)), mean", "Difference",
      ])
    let found = rows.map { (row: $0, avoided: world.avoided($0, "events")) }
      .sorted { $0.avoided.mean > $1.avoided.mean }
    let items = found.map { row, avoided in
      let cell = HeadlineTable.cell(avoided, .count, .fewer)
      let own = row.number("mean_events") ?? 0
      let levels = [own + avoided.mean, own].map {
        let level = Found($0)
        return Amount(.count, level).size($0)
      }
      grid.append(row["cause"], levels + [cell])
      return IntervalChart.Item(
        name: row["cause"], mean: avoided.mean, range: avoided.range, text: cell)
    }
    let told = found.filter { $0.avoided.verdict == .above }.prefix(3).map { $0.row["cause"] }
    let first = found.prefix(told.count).map { $0.row["cause"] }
    let among = Array(told) == first ? "" : "of the causes that can be told from nothing, "
    let most = told.count == 1 ? "the cause" : "the causes"
    return Chart(
      id: ReportSection.fileName("avoided-by-cause", scenario),
      title: told.isEmpty
        ? "We cannot tell for any single cause whether \(world.quoted(scenario)) avoids "
          + "\(world.names.within(name))."
        : "With \(world.quoted(scenario)), \(among)\(most) with most avoided on average "
          + "\(told.count == 1 ? "is" : "are") \(Phrase.list(Array(told))).",
      subtitle: "\(name) prevented or postponed, by cause \(frame.period), compared with "
        + "\(Phrase.within(frame.baseline)), \(frame.place)",
      description: "A dot with its range for each cause.",
      table: grid, source: "outcomes.csv",
      draw: IntervalChart(
        groups: [IntervalChart.Group(name: "", items: items)], measure: "Avoided in the period",
        key: "mean and \(frame.levelText) range", style: world.style(scenario)
      ).draw)
  }

  /// What is avoided of each cause in each year, with what one place would see.
  func byCauseAndYear(_ scenario: String) -> Chart? {
    guard let headline = world.headline, frame.samples > 1 else { return nil }
    let rows = causeRows(headline, scenario)
    let causes = rows.causes.filter { $0 != "all" }
    guard causes.count > 1, world.years.count > 1 else { return nil }
    let panels = causes.map { cause in
      let own = world.years.map { rows.row(cause, $0) }
      return PanelChart.Panel(
        name: cause, values: own.map { $0?.number("avoided_mean_events") ?? 0 },
        ranges: own.map { row in
          let mean = row?.number("avoided_mean_events") ?? 0
          let low = row?.number("avoided_one_place_low_events") ?? mean
          return low...max(low, row?.number("avoided_one_place_high_events") ?? mean)
        })
    }
    let name = world.names.of("outcome", headline)
    return Chart(
      id: ReportSection.fileName("avoided-by-cause-and-year", scenario),
      title: "What \(world.quoted(scenario)) avoids of each cause, year by year.",
      subtitle: "\(name) prevented or postponed, by cause and year, compared with "
        + "\(Phrase.within(frame.baseline)), \(frame.place); one scale for all",
      description: "A small chart for each cause, a line with a band over the years.",
      table: yearsByCause(headline, scenario), source: "outcomes.csv",
      draw: PanelChart(
        panels: panels, marks: world.years, line: "Mean",
        band: "\(frame.levelText) range",
        style: world.style(scenario), measure: "Avoided a year"
      ).draw)
  }

  /// The section.
  var section: ReportSection? {
    guard let headline = world.headline else { return nil }
    var section = ReportSection("causes", "By cause and year")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        if let chart = byCause(scenario) { section.chart(chart) }
        section.say("By year: see the chart on the first page.", style: "note")
        if let chart = byCauseAndYear(scenario) {
          section.chart(chart)
        } else {
          section.details("Every year and cause as a table") { section in
            section.table(yearsByCause(headline, scenario))
          }
        }
      }
    }
    return section
  }

  /// The rows of a scenario by cause and year, and the causes in the order of the file.
  private struct CauseRows {
    var causes: [String] = []
    var rows: [String: [String: ReportTable.Row]] = [:]

    func row(_ cause: String, _ year: String) -> ReportTable.Row? { rows[cause]?[year] }
  }

  private func causeRows(_ headline: String, _ scenario: String) -> CauseRows {
    var result = CauseRows()
    for row in world.rows(
      "outcomes.csv", ["scenario": scenario, "outcome": headline, "group_kind": "all"])
    {
      if result.rows[row["cause"]] == nil { result.causes.append(row["cause"]) }
      result.rows[row["cause"], default: [:]][row["year"]] = row
    }
    return result
  }

  private func yearsByCause(_ headline: String, _ scenario: String) -> ReportGrid {
    let rows = causeRows(headline, scenario)
    var grid = ReportGrid(
      "\(world.names.of("outcome", headline)) with \(world.scenarioName(scenario)), compared with "
        + "\(Phrase.within(frame.baseline)), by cause and year: mean (\(frame.levelText) range)",
      columns: ["Cause"] + world.years)
    for cause in rows.causes {
      let own = world.years.map { rows.row(cause, $0).map { world.avoided($0, "events") } }
      grid.append(
        cause == "all" ? "All causes" : cause,
        own.map { HeadlineTable.cell($0, .count, .fewer) })
    }
    return grid
  }
}
