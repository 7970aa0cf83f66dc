import SegmentModel

/// What the numbers rest on: claims, inputs with source and quality, and assumptions that matter.
struct EvidenceSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// The published claims beside what the simulation gives.
  var reconciliation: ReportSection {
    var section = ReportSection("claims", "Published claims, and what the simulation gives")
    guard let table = data.others["reconciliation.csv"] else {
      section.say(
        "Published claims are not in this folder: '\(Manifest.toolName) reconcile PLACE --into FOLDER' "
          + "holds them against the simulation and adds them.", style: "note")
      return section
    }
    let simulated = table.columns.filter { $0 == "simulated" || $0.hasPrefix("simulated_") }
      .filter { !$0.hasPrefix("simulated_over_printed") }
    var grid = ReportGrid(
      "Claims as printed, and simulated (95% range by luck): \(reconciliationRun)",
      columns: ["Claim", "Printed", "Source"]
        + simulated.map { column in
          column == "simulated"
            ? "Simulated"
            : "Simulated, \(Self.options(column).joined(separator: ", "))"
        } + ["Why"])
    for row in table.rows {
      let cells = simulated.map { column in
        ClaimReading(row, world: String(column.dropFirst("simulated".count))).text
          .replacing("-", with: "−")
      }
      grid.append(
        row["as_printed"],
        [
          row.number("printed").map { "\(ClaimReading.printed($0)) \(row["unit"])" } ?? "",
          row["source"],
        ] + cells + [row["why"]])
    }
    if let arithmetic = ReconciliationTexts.arithmetic(replicates: replicates) {
      section.say(arithmetic)
    }
    if !frame.priceYear.isEmpty { section.say(ReconciliationTexts.prices(frame.priceYear)) }
    if let key = ClaimKey(simulated.map(Self.options), names: world.names).text { section.say(key) }
    section.table(grid, style: "claims")
    return section
  }

  /// The replicates and the seed behind the claims, and what these are compared with.
  private var reconciliationRun: String {
    "\(Phrase.count(replicates, "replicate")), seed \(addition?.value(of: "--seed") ?? "1"), "
      + "compared with the baseline that the claims name"
  }

  private var replicates: Int {
    addition?.value(of: "--replicates").flatMap { Int($0) } ?? AddedTable.usualClaimReplicates
  }

  /// How the claims were added to the run.
  private var addition: RunManifest.Addition? {
    data.manifest.additions.first { $0.path == ReconciliationTexts.tableName }
  }

  /// The ids of the options that a column is about.
  private static func options(_ column: String) -> [String] {
    column.dropFirst("simulated_".count).split(separator: "_").map(String.init)
  }

  /// Every number about the world, by file, with its source and quality.
  var inputs: ReportSection {
    var section = ReportSection("inputs", "Inputs, their sources, and assumptions that matter")
    let counts = InputCounts(world)
    section.say(
      counts.qualities.isEmpty
        ? "The run read no number that says where it came from."
        : "The run read "
          + Phrase.list(
            counts.qualities.map { "\(NumberText.grouped(Double($0.count))) \($0.name) numbers" })
          + ". Those that calibration solved are in inputs.csv, which also says where in its file each "
          + "number stands; the others are below.")
    appendAssumptions(to: &section)
    let rows = world.rows("inputs.csv").filter { $0["quality"] != InputCounts.solved }
    section.details("Every input that was not solved", isLong: true) { section in
      for file in rows.map({ $0["file"] }).distinct {
        section.table(Self.table(file, rows.filter { $0["file"] == file }))
      }
    }
    let used = Set(world.rows("inputs.csv").map { $0["source"] })
    let sources = world.names.all("source").filter(used.contains)
    section.details("Sources") { section in
      section.list(sources.map { "\($0): \(world.names.of("source", $0))" })
    }
    return section
  }

  /// The assumed inputs among those that the answer goes with.
  private func appendAssumptions(to section: inout ReportSection) {
    guard let headline = world.headline else { return }
    let name = world.names.within("outcome", headline)
    let assumed = world.rows("inputs.csv", ["quality": InputCounts.withoutSource])
    for scenario in world.scenarios {
      section.when(scenario: scenario) { section in
        let movers = Influences(world, outcome: headline, scenario: scenario).influences.filter {
          influence in
          assumed.contains { influence.isDrawn(of: $0["quantity"]) }
        }
        guard !movers.isEmpty else {
          section.say(
            world.drawCount < Influences.leastDraws
              ? "Which assumptions matter can be told from \(Influences.leastDraws) draws on."
              : "The answer does not go with any assumption more than chance would have it.")
          return
        }
        var grid = ReportGrid(
          "Assumptions that matter: what \(world.scenarioName(scenario)) avoids if they are wrong",
          columns: ["Assumption", "Change in \(name) avoided across its range"])
        for mover in movers.prefix(10) {
          let found = Found(mover.effect)
          grid.append(
            Influences.names(mover, world), [Amount(.count, found).text(mover.effect)])
        }
        section.table(grid)
      }
    }
  }

  private static func table(_ file: String, _ rows: [ReportTable.Row]) -> ReportGrid {
    var grid = ReportGrid(
      file, columns: ["Number", "Value", "95% range", "Quality", "Source", "Note"])
    for row in rows {
      let ends = [row["low_95"], row["high_95"]]
      grid.append(
        row.optional("name") ?? row["path"],
        [
          row["value"],
          ends.contains("") ? "–" : ends.map(NumberText.withoutNoise).joined(separator: " to "),
          row["quality"],
          row["source"], row["note"],
        ])
    }
    return grid
  }
}
