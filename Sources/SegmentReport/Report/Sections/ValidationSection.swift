/// How the baseline meets figures of the place: those that nothing was fitted to, and the others.
struct ValidationSection {
  let data: ReportData
  let world: ReportWorld
  let frame: Frame

  /// The figures that a target's use says were only compared, or were solved for.
  private func rows(_ use: String) -> [ReportTable.Row] {
    world.rows(ValidationReport.tableName, ["use": use])
  }
  private var compared: [ReportTable.Row] { rows("validation") }
  private var solvedFor: [ReportTable.Row] { rows("calibration") }

  var section: ReportSection {
    var section = ReportSection("validation", "How well the baseline meets figures of the place")
    guard !compared.isEmpty || !solvedFor.isEmpty else {
      section.say(
        "That is not in this folder: '\(Manifest.toolName) validate PLACE --into FOLDER' holds the "
          + "baseline against the targets of the place and adds it.", style: "note")
      return section
    }
    section.say(
      "At the central values of its inputs (\(run)) \(Phrase.within(frame.baseline)) lies within the 95% interval of "
        + Phrase.list(
          [
            Self.count(compared, "that nothing was fitted to"),
            Self.count(solvedFor, "that inputs were solved to meet"),
          ].compactMap { $0 })
        + ". A figure is as printed where its quality is published, worked out from what is printed "
        + "where it is derived, else assumed.")
    if !compared.isEmpty {
      section.table(Self.grid("Figures that nothing was fitted to", compared), style: "claims")
    }
    if !solvedFor.isEmpty {
      section.details("Figures that inputs were solved to meet", isLong: true) { section in
        section.table(
          Self.grid("Figures that inputs were solved to meet", solvedFor), style: "claims")
      }
    }
    return section
  }

  /// That figures are missed which nothing was fitted to, or which inputs were solved to meet, and which
  /// are furthest off; nil where all are met, or none is in the folder.
  var limit: String? {
    let counts = [
      Self.missed(compared, "that nothing was fitted to"),
      Self.missed(solvedFor, "that inputs were solved to meet"),
    ].compactMap { $0 }
    let missed = (compared + solvedFor).filter { !Self.isMet($0) }
    guard !missed.isEmpty else { return nil }
    let furthest = missed.sorted { Self.distance($0) > Self.distance($1) }.prefix(2).map {
      "“\($0["name"])” (\(Self.simulated($0)), not \(Self.stated($0)))"
    }
    return "By more than their 95% interval the model misses \(Phrase.list(counts))"
      + (missed.count > furthest.count ? ", furthest " : ": ") + "\(Phrase.list(furthest))."
  }

  // MARK: - Its words

  private static func count(_ rows: [ReportTable.Row], _ which: String) -> String? {
    rows.isEmpty
      ? nil : "\(rows.count(where: isMet)) of the \(Phrase.count(rows.count, "figure")) \(which)"
  }

  /// How many of some figures are missed; nil where none is.
  private static func missed(_ rows: [ReportTable.Row], _ which: String) -> String? {
    let missed = rows.count { !isMet($0) }
    return missed == 0
      ? nil : "\(missed) of the \(Phrase.count(rows.count, "figure")) of the place \(which)"
  }

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
