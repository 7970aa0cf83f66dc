/// Sums that must hold between the tables of a folder, whatever the model.
struct FolderChecks {
  /// A check: what must hold, and the largest difference found as a part of the total.
  struct Check {
    let name: String
    let worst: Double
    let sums: Int
    /// Numbers are written with six decimals, so parts may differ from their total by that much each.
    var holds: Bool { worst < 1e-6 }
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
        only: { $0["item"] == "all" }),
      draws(),
    ].compactMap { $0 }
  }

  private func check(_ name: String, _ pairs: [(total: Double, parts: Double)]) -> Check? {
    guard !pairs.isEmpty else { return nil }
    let worst =
      pairs.map { ($0.total - $0.parts).magnitude / max(1, $0.total.magnitude) }.max() ?? 0
    return Check(name: name, worst: worst, sums: pairs.count)
  }

  /// Rows whose cell is `all` against the sum of those that are alike otherwise.
  private func parts(
    _ file: String, _ name: String, of column: String, by keys: [String], _ number: String,
    only: (ReportTable.Row) -> Bool = { _ in true }
  ) -> Check? {
    var totals: [[String]: Double] = [:]
    var sums: [[String]: Double] = [:]
    for row in world.rows(file) where only(row) {
      let key = keys.map { row[$0] }
      if row[column] == "all" {
        totals[key] = row.number(number)
      } else {
        sums[key, default: 0] += row.number(number) ?? 0
      }
    }
    return check(name, sums.compactMap { key, sum in totals[key].map { ($0, sum) } })
  }

  /// Groups of each kind against everybody.
  private func groups() -> Check? {
    var all: [[String]: Double] = [:]
    var sums: [[String]: Double] = [:]
    for row in world.rows("outcomes.csv") {
      let key = ["scenario", "year", "outcome", "cause"].map { row[$0] }
      if row["group_kind"] == "all" {
        all[key] = row.number("mean_events")
      } else {
        sums[key + [row["group_kind"]], default: 0] += row.number("mean_events") ?? 0
      }
    }
    return check(
      "Areas, deprivation, age bands and sexes each make up everybody",
      sums.compactMap { key, sum in all[Array(key.dropLast())].map { ($0, sum) } })
  }

  /// The living against the segments of each pathway, which may also hold those who have left.
  private func segments() -> Check? {
    var living: [[String]: Double] = [:]
    var sums: [[String]: Double] = [:]
    for row in world.rows("segments.csv") where row["group_kind"] == "all" {
      let key = [row["scenario"], row["month"]]
      if row["pathway"] == "all" {
        living[key] = row.number("mean_people")
      } else {
        sums[key + [row["pathway"]], default: 0] += row.number("mean_people") ?? 0
      }
    }
    return check(
      "Everybody alive is in a segment of each pathway",
      sums.compactMap { key, sum in
        living[Array(key.dropLast())].map { ($0, min($0, sum)) }
      })
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
        return (mean, found.mean)
      })
  }
}
