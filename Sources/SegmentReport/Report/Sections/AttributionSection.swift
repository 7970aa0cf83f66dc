/// Which intervention is credited with what, from `attribution.csv`; or who was reached.
struct AttributionSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  private func rows(_ scenario: String, _ measure: String, payer: String) -> [ReportTable.Row] {
    world.rows("attribution.csv", ["scenario": scenario, "measure": measure, "payer": payer])
  }

  /// The draws and replicates that the figures of a scenario are of.
  private func run(_ scenario: String) -> AttributionRun {
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
  private func luck(_ row: ReportTable.Row, _ run: AttributionRun) -> Double? {
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

  /// How many interventions a chart shows by name; the others are one step of it, and in the table.
  private static let mostShown = 14

  /// What each does alone, less what they do twice, up to what they do together, the largest first.
  ///
  /// Shares stand where what each does alone was not simulated.
  private func chart(_ scenario: String, _ measure: String, payer: String, name: String) -> Chart? {
    let rows = rows(scenario, measure, payer: payer)
    let run = run(scenario)
    guard let total = rows.first(where: { $0["intervention"] == "all" }), rows.count > 1,
      let together = found(total, "share", run)
    else { return nil }
    let overlap = rows.first { $0["intervention"] == "overlap" }
    let column = overlap == nil ? "share" : "alone"
    let isMoney = !payer.isEmpty
    let kind: Amount.Kind = isMoney ? .pounds : .count
    func value(_ row: ReportTable.Row) -> Double { row.number("mean_\(column)") ?? 0 }
    let parts = rows.filter { !["overlap", "all"].contains($0["intervention"]) }
      .sorted { value($0) > value($1) }
    let shown = Set(
      parts.sorted { value($0).magnitude > value($1).magnitude }.prefix(Self.mostShown)
        .map { $0["intervention"] })
    let rest = parts.filter { !shown.contains($0["intervention"]) }
    func step(_ name: String, _ found: Found, isTotal: Bool = false) -> WaterfallChart.Step {
      WaterfallChart.Step(
        name: name, value: found.mean, isTotal: isTotal, text: Self.text(found, kind))
    }
    // Errors of the others may go together, so theirs is no more than the sum.
    let others = Found(
      rest.map(value).reduce(0, +),
      error: run.hasError
        ? rest.compactMap { $0.optionalNumber("se_\(column)") }.reduce(0, +) : nil,
      confidence: run.confidence)
    let steps =
      parts.filter { shown.contains($0["intervention"]) }.map {
        step(label($0), found($0, column, run) ?? Found(0))
      }
      + (rest.isEmpty ? [] : [step("\(rest.count) others", others)])
      + [overlap].compactMap { $0 }.map { step(label($0), found($0, column, run) ?? Found(0)) }
      + [step(label(total), together, isTotal: true)]
    return Chart(
      id: ReportSection.fileName("by-intervention", measure, payer, scenario),
      title: Self.title(
        together, overlap.flatMap { found($0, "alone", run) }, count: parts.count, kind, run),
      subtitle:
        "\(name), \(frame.place), \(frame.period), \(world.scenarioName(scenario)) compared "
        + "with \(Phrase.within(frame.baseline)); "
        + (overlap == nil
          ? "shares without double counting (Shapley)" : "each alone, then their overlap")
        + "; means of \(run.name)",
      description:
        "A waterfall: a bar for each intervention\(overlap == nil ? "" : " alone, the overlap") "
        + "and the total.",
      table: table(parts + [overlap, total].compactMap { $0 }, kind, name, scenario),
      source: "attribution.csv", note: note(scenario, measure, payer: payer),
      draw: WaterfallChart(steps: steps, measure: name, isMoney: isMoney).draw)
  }

  private func label(_ row: ReportTable.Row) -> String {
    switch row["intervention"] {
    case "all": "Together"
    case "overlap": "Overlap"
    case let id: world.names.of("intervention", id)
    }
  }

  /// What interventions come to together, and how that differs from the sum of each alone: of a net
  /// cost, a saving by the overlap is less.
  static func title(
    _ together: Found, _ overlap: Found?, count: Int, _ kind: Amount.Kind, _ run: AttributionRun
  ) -> String {
    let who = count == 1 ? "the one intervention comes" : "the \(count) interventions together come"
    guard !together.isUntold else {
      return "We cannot tell what \(who) to: not even the sign is known."
    }
    let amount = Amount(kind, together)
    let isCost = kind == .pounds && together.mean < 0
    let size =
      kind == .pounds
      ? "a net \(isCost ? "cost" : "gain") of \(amount.size(together.mean))"
      : amount.text(together.mean)
    let more = overlap.map { overlap in
      guard !overlap.isUntold else { return "; we cannot tell how much their overlap is" }
      let isLess = isCost ? overlap.mean > 0 : overlap.mean < 0
      return
        ", \(Amount(kind, overlap).size(overlap.mean)) \(isLess ? "less" : "more") than the sum "
        + "of each alone"
    }
    let of =
      switch run.draws {
      case 0: "At the central values, "
      case 1: "In a single draw, "
      default: ""
      }
    return Phrase.capitalised("\(of)\(who) to \(size)\(more ?? "").")
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
      "\(name): what each intervention of \(world.scenarioName(scenario)) does, of \(run.name)",
      columns: ["Intervention", "Share (Shapley)"]
        + (hasRanges ? ["\(frame.levelText) range of one more draw"] : []) + ["Alone"])
    for (row, range) in zip(rows, ranges) {
      let share = found(row, "share", run)
      let ends = range.map { Amount(kind, share ?? Found(0)).text($0) } ?? ""
      grid.append(
        label(row),
        [share.map { Self.text($0, kind) } ?? ""] + (hasRanges ? [ends] : [])
          + [found(row, "alone", run).map { Self.text($0, kind) } ?? ""])
    }
    return grid
  }

  private func charts(_ scenario: String) -> [Chart] {
    let headline = world.headline.flatMap { id in
      chart(scenario, id, payer: "", name: "\(world.names.of("outcome", id)) avoided")
    }
    let money = chart(
      scenario, "net-saving-pounds", payer: "all", name: "Net saving, all payers, £")
    return [headline, money].compactMap { $0 }
  }

  /// What the figures are of, and how far luck is in them, told of the total of a measure.
  private func note(_ scenario: String, _ measure: String?, payer: String = "") -> String {
    let run = run(scenario)
    let others = "so they are not the means of the headline"
    if run.hasError {
      return
        "Means of \(run.name), \(others). \"Cannot tell\": not even the sign of the mean is known "
        + "with 95% confidence (Student's t over the draws)."
    }
    let start = "These figures are of \(run.name). They have no standard error and luck is in them"
    guard let measure,
      let total = rows(scenario, measure, payer: payer).first(where: {
        $0["intervention"] == "all"
      }), let luck = luck(total, run)
    else { return "\(start), \(others)." }
    let size =
      payer.isEmpty
      ? "\(Amount(.count, Found(luck)).size(luck)) \(world.names.within("outcome", measure))"
      : Amount(.pounds, Found(luck)).size(luck)
    return
      "\(start), about \(size) either way in what all "
      + "\(payer.isEmpty ? "avoid" : "come to") together (one standard deviation), \(others)."
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
      let people = row.number("mean_started_people") ?? 0
      let pounds = costs.filter { $0["item"].hasPrefix("\(id):") }
        .compactMap { $0.number("mean_pounds") }.reduce(0, +)
      func text(_ kind: Amount.Kind, _ value: Double) -> String {
        Amount(kind, Found(value)).text(value)
      }
      let ambition = row["ambition"]
      grid.append(
        world.names.of("intervention", id),
        [
          ambition.isEmpty ? "–" : world.names.of("ambition", "\(id)/\(ambition)"),
          text(.count, people), text(.pounds, pounds),
        ])
    }
    return grid
  }
}
