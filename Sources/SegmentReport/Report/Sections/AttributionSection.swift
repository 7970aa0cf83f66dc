/// Which intervention is credited with what, from `attribution.csv`; or who was reached.
struct AttributionSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  func rows(_ scenario: String, _ measure: String, payer: String) -> [ReportTable.Row] {
    world.rows("attribution.csv", ["scenario": scenario, "measure": measure, "payer": payer])
  }

  /// The draws and replicates that the figures of a scenario are of.
  func run(_ scenario: String) -> AttributionRun {
    AttributionRun(
      data.manifest.addition("attribution.csv", scenario: scenario, choices: world.label))
  }

  /// What a row says of the share of an intervention or of what it does `alone`; nil where it does not.
  private func found(_ row: ReportTable.Row, _ column: String, _ run: AttributionRun) -> Found? {
    row.number("mean_\(column)").map {
      Found(
        $0, error: row.optionalNumber("se_\(column)") ?? luck(row, run),
        confidence: run.confidence)
    }
  }

  /// How far luck moves a total that has no standard error: a standard deviation.
  ///
  /// An overlap is taken to be no surer. Nil for a row of an intervention, of which it is not known.
  func luck(_ row: ReportTable.Row, _ run: AttributionRun) -> Double? {
    guard ["overlap", "all"].contains(row["intervention"]), !run.hasError else { return nil }
    let luck =
      row["measure"] == world.headline
      ? world.luck(row["measure"], row["scenario"])
      : row["payer"] == "all" ? world.luckOfNet(row["scenario"]) : nil
    return luck.map { $0 / Double(run.replicates).squareRoot() }
  }

  /// A number with its sign, or that not even the sign is known.
  private static func text(_ found: Found, _ kind: Amount.Kind) -> String {
    found.isUntold ? Phrase.cannotTell : Amount(kind, found).text(found.mean)
  }

  /// What several interventions do that a chart shows as one step.
  private struct Others {
    let ids: Set<String>
    /// The row of their sums, taken draw by draw; nil in tables of older versions.
    let row: ReportTable.Row?
  }

  private func others(_ parts: [ReportTable.Row], _ row: ReportTable.Row?, _ column: String)
    -> Others
  {
    if let row, let members = row.optional("members") {
      return Others(ids: Set(AttributionTable.members(members)), row: row)
    }
    let places = AttributionTable.others(parts.map { $0.number("mean_\(column)") ?? 0 })
    return Others(ids: Set(places.map { parts[$0]["intervention"] }), row: nil)
  }

  /// What each does alone, less what they do twice, up to what they do together, the largest first.
  ///
  /// Shares stand where what each does alone was not simulated.
  private func chart(_ scenario: String, _ measure: String, payer: String, name: String) -> Chart? {
    let rows = rows(scenario, measure, payer: payer)
    let run = run(scenario)
    func row(_ id: String) -> ReportTable.Row? { rows.first { $0["intervention"] == id } }
    guard let total = row("all"), rows.count > 1, let together = found(total, "share", run)
    else { return nil }
    let overlap = row("overlap")
    let column = overlap == nil ? "share" : "alone"
    let kind: Amount.Kind = payer.isEmpty ? .count : .pounds
    func value(_ row: ReportTable.Row) -> Double { row.number("mean_\(column)") ?? 0 }
    let parts = rows.filter { !Self.sums.contains($0["intervention"]) }
    let others = others(parts, row("other"), column)
    func step(_ row: ReportTable.Row) -> WaterfallChart.Step {
      let found = found(row, column, run) ?? Found(0)
      return WaterfallChart.Step(
        name: label(row), value: found.mean, text: Self.text(found, kind))
    }
    let rest = parts.filter { others.ids.contains($0["intervention"]) }
    let restStep = others.row.map(step) ?? unsureStep(rest.map(value), kind, run)
    let sorted = parts.sorted { value($0) > value($1) }
    let steps =
      sorted.filter { !others.ids.contains($0["intervention"]) }.map(step)
      + (rest.isEmpty ? [] : [restStep]) + [overlap].compactMap { $0 }.map(step)
      + [
        WaterfallChart.Step(
          name: label(total), value: together.mean, isTotal: true, text: Self.text(together, kind))
      ]
    let alone = overlap.flatMap { found($0, "alone", run) }
    return Chart(
      id: ReportSection.fileName("by-intervention", measure, payer, scenario),
      title: Self.title(
        together, alone, count: parts.count, kind, run,
        outcome: world.names.within("outcome", measure), baseline: frame.baseline),
      subtitle:
        "\(name), \(frame.place), \(frame.period), \(world.scenarioName(scenario)) compared "
        + "with \(Phrase.within(frame.baseline)); "
        + (overlap == nil
          ? "shares without double counting (Shapley)" : "each alone, then their overlap")
        + "; means of \(run.name)",
      description:
        "A waterfall: a bar for each intervention\(overlap == nil ? "" : " alone, the overlap") "
        + "and the total.",
      table: table(sorted + [others.row, overlap, total].compactMap { $0 }, kind, name, scenario),
      source: "attribution.csv", note: note(scenario, measure, payer: payer),
      draw: WaterfallChart(steps: steps, measure: name, isMoney: kind == .pounds).draw)
  }

  /// Rows that are no single intervention.
  private static let sums = ["other", "overlap", "all"]

  /// The sum of others of which the table has not the draws: their errors may go together in any way.
  private func unsureStep(
    _ values: [Double], _ kind: Amount.Kind, _ run: AttributionRun
  ) -> WaterfallChart.Step {
    let found = Found(values.reduce(0, +))
    let unsure = run.hasError ? ", its error not known" : ""
    return WaterfallChart.Step(
      name: "\(values.count) others", value: found.mean, text: Self.text(found, kind) + unsure)
  }

  private func label(_ row: ReportTable.Row) -> String {
    switch row["intervention"] {
    case "all": return "Together"
    case "overlap": return "Overlap"
    case "other":
      return "\(AttributionTable.members(row.optional("members") ?? "").count) others"
    case let id: return world.names.of("intervention", id)
    }
  }

  private func table(
    _ rows: [ReportTable.Row], _ kind: Amount.Kind, _ name: String, _ scenario: String
  ) -> ReportGrid {
    let run = run(scenario)
    let ranges = rows.map { row -> ClosedRange<Double>? in
      guard let low = row.number("share_low"), let high = row.number("share_high"), low <= high
      else { return nil }
      return low...high
    }
    let hasRanges = ranges.contains { $0 != nil }
    var grid = ReportGrid(
      "\(name): what each intervention of \(world.scenarioName(scenario)) does compared with "
        + "\(Phrase.within(frame.baseline)), of \(run.name)",
      columns: ["Intervention", "Share (Shapley)"]
        + (hasRanges ? ["\(frame.levelText) range of one more draw"] : []) + ["Alone"])
    for (row, range) in zip(rows, ranges) {
      let share = found(row, "share", run)
      let ends = range.map { Amount(kind, share ?? Found(0)).text($0) } ?? ""
      grid.append(
        row["intervention"] == "other"
          ? "Of these, the \(label(row)) of the chart together" : label(row),
        [share.map { Self.text($0, kind) } ?? ""] + (hasRanges ? [ends] : [])
          + [found(row, "alone", run).map { Self.text($0, kind) } ?? ""])
    }
    return grid
  }

  private func charts(_ scenario: String) -> [Chart] {
    let headline = world.headline.flatMap { id in
      chart(
        scenario, id, payer: "",
        name: "\(world.names.of("outcome", id)) prevented or postponed")
    }
    let money = chart(
      scenario, "net-saving-pounds", payer: "all", name: "\(MoneyNames.net), all payers, £")
    return [headline, money].compactMap { $0 }
  }

  /// The section.
  var section: ReportSection {
    var section = ReportSection("interventions", "By intervention")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        let charts = charts(scenario)
        if !charts.isEmpty { section.say(note(scenario, world.headline), style: "note") }
        for chart in charts { section.chart(chart) }
        if charts.isEmpty {
          section.say(
            "Which intervention avoids how much is not in this folder: "
              + "'\(Manifest.toolName) attribute SCENARIO --into FOLDER' adds it.", style: "note")
        }
        section.details("People within reach and programme cost of each intervention") { section in
          section.say(MonitoringSection.reachNote, style: "note")
          section.table(reach(scenario))
        }
      }
    }
    return section
  }

  /// People within reach of each intervention, and pounds spent on it.
  private func reach(_ scenario: String) -> ReportGrid {
    var grid = ReportGrid(
      "\(world.scenarioName(scenario)): people brought within reach and programme cost, whole period, mean",
      columns: ["Intervention", "Ambition", "People brought within reach", "Programme cost"])
    let costs = world.rows(
      "costs.csv", ["scenario": scenario, "year": "all", "category": "programme"]
    ).filter {
      $0["item"] != "all" && $0["payer"] != "all" && $0.number("discount_rate_per_year") == 0
    }
    for row in world.rows("reach.csv", ["scenario": scenario, "year": "all", "group_kind": "all"]) {
      let id = row["intervention"]
      let pounds = costs.filter { $0["item"].hasPrefix("\(id):") }
        .compactMap { $0.number("mean_pounds") }.reduce(0, +)
      let ambition = row["ambition"]
      grid.append(
        world.names.of("intervention", id),
        [
          ambition.isEmpty ? "–" : world.names.of("ambition", "\(id)/\(ambition)"),
          world.people(id, scenario) ?? "–", Amount(.pounds, Found(pounds)).text(pounds),
        ])
    }
    return grid
  }
}
