/// Which intervention is credited with what, from `attribution.csv`; or who was reached.
struct AttributionSection {
  let world: ReportWorld
  let frame: Frame

  private func rows(_ scenario: String, _ measure: String, payer: String) -> [ReportTable.Row] {
    world.rows("attribution.csv", ["scenario": scenario, "measure": measure, "payer": payer])
  }

  /// How many interventions a chart shows by name; the others are one step of it, and in the table.
  private static let mostShown = 14

  /// What each does alone, less what they do twice, up to what they do together, the largest first.
  ///
  /// Shares stand where what each does alone was not simulated.
  private func chart(_ scenario: String, _ measure: String, payer: String, name: String) -> Chart? {
    let rows = rows(scenario, measure, payer: payer)
    guard let total = rows.first(where: { $0["intervention"] == "all" }), rows.count > 1 else {
      return nil
    }
    let overlap = rows.first { $0["intervention"] == "overlap" }
    let column = overlap == nil ? "mean_share" : "mean_alone"
    let isMoney = !payer.isEmpty
    let kind: Amount.Kind = isMoney ? .pounds : .count
    func value(_ row: ReportTable.Row) -> Double { row.number(column) ?? 0 }
    let parts = rows.filter { !["overlap", "all"].contains($0["intervention"]) }
      .sorted { value($0) > value($1) }
    let shown = Set(
      parts.sorted { value($0).magnitude > value($1).magnitude }.prefix(Self.mostShown)
        .map { $0["intervention"] })
    let rest = parts.filter { !shown.contains($0["intervention"]) }
    func step(_ name: String, _ value: Double, isTotal: Bool = false) -> WaterfallChart.Step {
      WaterfallChart.Step(
        name: name, value: value, isTotal: isTotal, text: Amount(kind, Found(value)).text(value))
    }
    let steps =
      parts.filter { shown.contains($0["intervention"]) }.map { step(label($0), value($0)) }
      + (rest.isEmpty
        ? [] : [step("\(rest.count) others", rest.map(value).reduce(0, +))])
      + [overlap, total].compactMap { $0 }.map {
        step(label($0), value($0), isTotal: $0["intervention"] == "all")
      }
    return Chart(
      id: ReportSection.fileName("by-intervention", measure, payer, scenario),
      title: title(total, overlap, count: parts.count, kind),
      subtitle:
        "\(name), \(frame.place), \(frame.period), \(world.scenarioName(scenario)) compared "
        + "with \(Phrase.within(frame.baseline)); "
        + (overlap == nil
          ? "shares without double counting (Shapley)" : "each alone, then their overlap"),
      description:
        "A waterfall: a bar for each intervention\(overlap == nil ? "" : " alone, the overlap") "
        + "and the total; the numbers are in the table.",
      table: table(parts + [overlap, total].compactMap { $0 }, kind, name, scenario),
      source: "attribution.csv",
      draw: WaterfallChart(steps: steps, measure: name, isMoney: isMoney).draw)
  }

  private func label(_ row: ReportTable.Row) -> String {
    switch row["intervention"] {
    case "all": "Together"
    case "overlap": "Overlap"
    case let id: world.names.of("intervention", id)
    }
  }

  private func title(
    _ total: ReportTable.Row, _ overlap: ReportTable.Row?, count: Int, _ kind: Amount.Kind
  ) -> String {
    let together = Found(
      total.number("mean_share") ?? 0, error: total.number("se_share"), range: nil, confidence: 2)
    let amount = Amount(kind, together)
    let size =
      kind == .pounds
      ? "a net \(together.mean < 0 ? "cost" : "gain") of \(amount.size(together.mean))"
      : amount.text(together.mean)
    let more = overlap?.number("mean_alone").map {
      ", \(amount.size($0)) \($0 < 0 ? "less" : "more") than the sum of each alone"
    }
    return "Together the \(count) interventions come to \(size)\(more ?? "")."
  }

  private func table(
    _ rows: [ReportTable.Row], _ kind: Amount.Kind, _ name: String, _ scenario: String
  ) -> ReportGrid {
    var grid = ReportGrid(
      "\(name): what each intervention of \(world.scenarioName(scenario)) does",
      columns: ["Intervention", "Share (Shapley)", "\(frame.levelText) range", "Alone"])
    for row in rows {
      let share = Found(
        row.number("mean_share") ?? 0, error: row.number("se_share"), range: nil, confidence: 2)
      let amount = Amount(kind, share)
      let ends = [row.number("share_low"), row.number("share_high")].compactMap { $0 }
      grid.append(
        label(row),
        [
          row.number("mean_share") == nil ? "" : amount.text(share.mean),
          ends.count == 2 && ends[0] <= ends[1] ? amount.text(ends[0]...ends[1]) : "",
          row.number("mean_alone").map { Amount(kind, Found($0)).text($0) } ?? "",
        ])
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

  /// The section.
  var section: ReportSection {
    var section = ReportSection("interventions", "By intervention")
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        let charts = charts(scenario)
        for chart in charts { section.chart(chart) }
        if charts.isEmpty {
          section.say(
            "Which intervention avoids how much is not in this folder: "
              + "'\(Manifest.toolName) attribute SCENARIO --into FOLDER' adds it.", style: "note")
        }
        section.details("People within reach and programme cost of each intervention") { section in
          section.table(reach(scenario))
        }
      }
    }
    return section
  }

  /// People reached and pounds spent by each intervention.
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
