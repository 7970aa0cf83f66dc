import SegmentModel

/// How the baseline meets figures of the place: those that nothing was fitted to, and the others.
struct ValidationSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// What figures are for, those first that say most, and how a reader knows them.
  private static let uses: [(use: Target.Use, which: String)] = [
    (.validation, "that nothing was fitted to"),
    (.calibration, "that inputs were solved to meet"),
  ]

  /// The figures of each use that has any.
  private var parts: [(which: String, rows: [ReportTable.Row])] {
    Self.uses.map { use, which in
      (which, world.rows(ValidationReport.tableName, ["use": use.rawValue]))
    }.filter { !$0.rows.isEmpty }
  }

  var section: ReportSection {
    var section = ReportSection("validation", "How well the baseline meets figures of the place")
    guard !parts.isEmpty else {
      section.say(
        "That is not in this folder: '\(Manifest.toolName) validate PLACE --into FOLDER' holds the "
          + "baseline against the targets of the place and adds it.", style: "note")
      return section
    }
    let met = parts.map { which, rows in
      "\(rows.count(where: Self.isMet)) of the \(Phrase.count(rows.count, "figure")) \(which)"
    }
    section.say(
      "At the central values of its inputs (\(run)) \(Phrase.within(frame.baseline)) lies within the 95% "
        + "interval of \(Phrase.list(met)). A figure is as printed where its quality is published, worked "
        + "out from what is printed where it is derived, else assumed.")
    for (which, rows) in parts {
      let grid = Self.grid("Figures \(which)", rows)
      // What was solved for is mostly met, and long.
      if which == Self.uses[0].which {
        section.table(grid, style: "claims")
      } else {
        section.details(grid.caption, isLong: true) { $0.table(grid, style: "claims") }
      }
    }
    return section
  }

  /// That figures are missed, and which are furthest off; nil where all are met, or none is in the folder.
  var limit: String? {
    let missed = parts.flatMap(\.rows).filter { !Self.isMet($0) }
    guard !missed.isEmpty else { return nil }
    let counts = parts.compactMap { which, rows in
      let missed = rows.count { !Self.isMet($0) }
      return missed == 0
        ? nil : "\(missed) of the \(Phrase.count(rows.count, "figure")) of the place \(which)"
    }
    let furthest = missed.sorted { Self.distance($0) > Self.distance($1) }.prefix(2).map {
      "“\($0["name"])” (\(Self.simulated($0)), not \(Self.stated($0)))"
    }
    return "By more than their 95% interval the model misses \(Phrase.list(counts))"
      + (missed.count > furthest.count ? ", furthest " : ": ") + "\(Phrase.list(furthest))."
  }

  // MARK: - Its words

  private static func isMet(_ row: ReportTable.Row) -> Bool { row["within_95"] == "yes" }

  /// In standard errors of the figure's own; what comes to no number is furthest.
  private static func distance(_ row: ReportTable.Row) -> Double {
    row.number("standard_errors_apart").map(abs) ?? .infinity
  }

  private static func grid(_ caption: String, _ rows: [ReportTable.Row]) -> ReportGrid {
    var grid = ReportGrid(
      caption,
      columns: ["Figure", "Stated (95% interval)", "Simulated", "Met", "Quality", "Source"])
    for row in rows {
      let ends = ["low_95", "high_95"].map { FitTable.number(row.number($0) ?? .nan) }
      grid.append(
        row["name"],
        [
          "\(stated(row)) (\(ends.joined(separator: " to ")))", simulated(row),
          isMet(row) ? "yes" : "no", row["quality"], row["source"],
        ])
    }
    return grid
  }

  private static func stated(_ row: ReportTable.Row) -> String {
    FitTable.number(row.number("stated") ?? .nan)
  }

  /// What was simulated, in the digits that luck leaves and no more than some three.
  private static func simulated(_ row: ReportTable.Row) -> String {
    guard let value = row.number("simulated") else { return ClaimReading.noNumber }
    let error = max(row.number("standard_error") ?? 0, value.magnitude / 100)
    return Rounding(standardError: error).text(value)
  }

  /// The replicates and the seed behind the figures.
  private var run: String {
    let addition = data.manifest.additions.last { $0.path == ValidationReport.tableName }
    let replicates =
      addition?.value(of: "--replicates").flatMap { Int($0) } ?? AddedTable.usualFitReplicates
    return "means of \(Phrase.count(replicates, "replicate")), seed "
      + (addition?.value(of: "--seed") ?? "1")
  }
}
