/// Sums that must hold between the tables of a folder, whatever the model.
struct FolderChecks {
  /// A check: what must hold, and the largest difference found as a part of the total.
  struct Check {
    let name: String
    let worst: Double
    let sums: Int
    /// Whether no difference is larger than rounding explains.
    let holds: Bool
  }

  /// A total and what should add up to it.
  private struct Sum {
    var total: Double
    var parts = 0.0
    /// How many rounded numbers the parts are.
    var count = 0

    mutating func add(_ part: Double) {
      parts += part
      count += 1
    }
  }

  let world: ReportWorld

  /// Every check.
  var checks: [Check] {
    [
      parts(
        "outcomes.csv", "Causes make up each outcome", of: "cause",
        by: ["scenario", "year", "outcome", "group_kind", "group"], "mean_events"),
      parts(
        "outcomes.csv", "Years make up the period", of: "year",
        by: ["scenario", "cause", "outcome", "group_kind", "group"], "mean_events"),
      groups(),
      segments(),
      parts(
        "costs.csv", "Payers make up what everybody pays", of: "payer",
        by: ["scenario", "year", "category", "item", "discount_rate_per_year"], "mean_pounds",
        decimals: Self.decimalsOfPounds, only: { $0["item"] == "all" }),
      moneyOfGroups(),
      draws(),
    ].compactMap { $0 }
  }

  private static let decimalsOfPounds = 2

  /// A check of numbers that are written with so many decimals.
  private func check(_ name: String, _ sums: [Sum], decimals: Int = 6) -> Check? {
    guard !sums.isEmpty else { return nil }
    // Half a unit of the last decimal for each number, and what adding doubles leaves.
    let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
    var (worst, holds) = (0.0, true)
    for sum in sums {
      let difference = (sum.total - sum.parts).magnitude
      let size = max(1, sum.total.magnitude)
      worst = max(worst, difference / size)
      if !(difference <= Double(sum.count + 1) * half + 1e-12 * size) { holds = false }
    }
    return Check(name: name, worst: worst, sums: sums.count, holds: holds)
  }

  /// Rows whose cell is `all` against the sum of those that are alike otherwise.
  private func parts(
    _ file: String, _ name: String, of column: String, by keys: [String], _ number: String,
    decimals: Int = 6, only: (ReportTable.Row) -> Bool = { _ in true }
  ) -> Check? {
    let rows = world.rows(file).filter(only)
    return check(
      name,
      sums(
        of: rows.filter { $0[column] != "all" }, number, by: { row in keys.map { row[$0] } },
        to: rows.filter { $0[column] == "all" }, by: { row in keys.map { row[$0] } }),
      decimals: decimals)
  }

  /// What rows with the same key add up to, and the number of the row that has it as its total; keys of
  /// rows may go on where those of totals end.
  private func sums(
    of parts: [ReportTable.Row], _ number: String, by key: (ReportTable.Row) -> [String],
    to totals: [ReportTable.Row], by totalKey: (ReportTable.Row) -> [String]
  ) -> [Sum] {
    let known = Dictionary(
      totals.map { (totalKey($0), $0.number(number) ?? 0) }, uniquingKeysWith: { first, _ in first }
    )
    let length = known.first?.key.count ?? 0
    var sums: [[String]: Sum] = [:]
    for row in parts {
      let key = key(row)
      guard let total = known[Array(key.prefix(length))] else { continue }
      sums[key, default: Sum(total: total)].add(row.number(number) ?? 0)
    }
    return Array(sums.values)
  }

  /// Groups of each kind against everybody.
  private func groups() -> Check? {
    let rows = world.rows("outcomes.csv")
    func key(_ row: ReportTable.Row) -> [String] {
      ["scenario", "year", "outcome", "cause"].map { row[$0] }
    }
    return check(
      "Areas, deprivation, age bands and sexes each make up everybody",
      sums(
        of: rows.filter { $0["group_kind"] != "all" }, "mean_events",
        by: { key($0) + [$0["group_kind"]] },
        to: rows.filter { $0["group_kind"] == "all" }, by: key))
  }

  /// The money of groups of each kind against that of everybody.
  private func moneyOfGroups() -> Check? {
    func key(_ row: ReportTable.Row) -> [String] {
      ["scenario", "year", "payer", "category"].map { row[$0] }
    }
    return check(
      "Areas, deprivation, age bands and sexes each make up the money of everybody",
      sums(
        of: world.rows("costs-by-group.csv"), "mean_pounds", by: { key($0) + [$0["group_kind"]] },
        to: world.rows("costs.csv", ["item": "all"])
          .filter { $0.number("discount_rate_per_year") == 0 }, by: key),
      decimals: Self.decimalsOfPounds)
  }

  /// The living against the segments of each pathway, but for those of people who have left; nothing where
  /// the folder does not say which these are.
  private func segments() -> Check? {
    guard world.left.since != nil else { return nil }
    let rows = world.rows("segments.csv", ["group_kind": "all"])
    return check(
      "Everybody alive is in a segment of each pathway",
      sums(
        of: rows.filter {
          $0["pathway"] != "all"
            && !world.left.segments.contains("\($0["pathway"])/\($0["segment"])")
        }, "mean_people", by: { [$0["scenario"], $0["month"], $0["pathway"]] },
        to: rows.filter { $0["pathway"] == "all" }, by: { [$0["scenario"], $0["month"]] }))
  }

  /// Means of the samples against the tables.
  private func draws() -> Check? {
    let rows = world.rows("outcomes.csv").filter {
      $0["group_kind"] == "all" && $0["cause"] == "all"
    }
    return check(
      "Means of all samples are those of the tables",
      rows.compactMap { row in
        guard let found = world.level(row["outcome"], row["scenario"], year: row["year"]),
          let mean = row.number("mean_events")
        else { return nil }
        return Sum(total: mean, parts: found.mean, count: 1)
      })
  }
}
