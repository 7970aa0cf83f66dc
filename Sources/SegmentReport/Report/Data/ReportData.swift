import Foundation

/// The files of a results folder, read for a report; nothing else is in the report.
public struct ReportData: Sendable {
  let manifest: RunManifest
  let summary: ReportSummary
  let worlds: [ReportWorld]
  /// Tables that other verbs leave in the folder, by file name.
  let others: [String: ReportTable]

  /// Reads a folder's files by name and contents; throws ``ReportError``.
  public init(files: [String: String]) throws(ReportError) {
    manifest = try Self.json(Manifest.fileName, files)
    summary = try Self.json("summary.json", files)
    var tables: [String: ReportTable] = [:]
    for (name, columns) in Self.needed + Self.optional {
      guard let text = files[name] else {
        if Self.needed.contains(where: { $0.0 == name }) {
          throw ReportError(name, "the file is missing, so this is not the folder of a whole run")
        }
        continue
      }
      tables[name] = try ReportTable(
        text, file: name, texts: columns.texts, numbers: columns.numbers,
        groups: Self.groups[name] ?? .all)
    }
    for label in tables["value.csv"]?.values("discount_rate_per_year") ?? []
    where DiscountWords.rate(label) == nil {
      throw ReportError("value.csv", "'\(label)' is not a discount rate")
    }
    others = tables.filter { !($0.value.columns.contains("choices")) }
    let labels = tables["names.csv"]?.values("choices") ?? []
    guard labels.count == summary.worlds.count else {
      throw ReportError("summary.json", "it does not have the worlds of names.csv")
    }
    var worlds: [ReportWorld] = []
    for (index, label) in labels.enumerated() {
      let own = tables.filter { $0.value.columns.contains("choices") }
        .mapValues { table in table.filtered { $0["choices"] == label } }
      worlds.append(try ReportWorld(label, index: index, summary: summary, tables: own))
    }
    self.worlds = worlds
  }

  /// The names of files that a report reads where they are there.
  static var names: [String] {
    [Manifest.fileName, "summary.json"] + (needed + optional).map(\.0)
  }

  private static func json<Value: Decodable>(
    _ name: String, _ files: [String: String]
  ) throws(ReportError) -> Value {
    guard let text = files[name] else { throw ReportError(name, "the file is missing") }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch DecodingError.keyNotFound(let key, let context) {
      let path = (context.codingPath + [key]).map(\.stringValue).joined(separator: ".")
      throw ReportError(name, "'\(path)' is missing")
    } catch {
      throw ReportError(name, "it is not what '\(Manifest.toolName) run' writes")
    }
  }

  typealias Columns = (texts: [String], numbers: [String])

  private static func numbers(_ name: String) -> [String] {
    [
      "mean_\(name)", "avoided_mean_\(name)", "avoided_mcse_\(name)", "avoided_sd_luck_\(name)",
      "avoided_one_place_low_\(name)", "avoided_one_place_high_\(name)",
    ]
  }
  private static let group = ["group_kind", "group"]
  private static let row = ["scenario", "choices"]

  /// Files of which not the rows of every group are read.
  private static let groups: [String: ReportTable.Groups] = [
    "flows.csv": .none, "segments.csv": .ofAllPathways,
  ]

  /// Files that every run writes, with the columns that are read.
  private static let needed: [(String, Columns)] = [
    ("names.csv", (["choices", "kind", "id", "name"], [])),
    ("outcomes.csv", (row + ["year", "outcome", "cause"] + group, numbers("events"))),
    (
      "costs.csv",
      (
        row + ["year", "payer", "category", "item"],
        numbers("pounds") + ["discount_rate_per_year"]
      )
    ),
    ("resources.csv", (row + ["year", "resource", "unit", "category", "item"], numbers("amount"))),
    ("segments.csv", (row + ["month", "pathway", "segment"] + group, ["mean_people"])),
    (
      "flows.csv",
      (row + ["year", "pathway", "move", "from", "to", "kind"] + group, ["mean_moves"])
    ),
    (
      "reach.csv",
      (row + ["intervention", "ambition", "year"] + group, ["mean_started_people"])
    ),
    ("draws.csv", (ReportSamples.keys, [])),
    (
      "chances.csv",
      (row + ["question", "outcome", "payer"], ["discount_rate_per_year", "probability", "mcse"])
    ),
    (
      "exceedance.csv",
      (row + ["outcome"], ["avoided_at_least_events", "probability"])
    ),
    (
      "inputs.csv",
      (
        [
          "choices", "file", "path", "distribution", "group", "tag", "source", "quality", "note",
          "quantity",
        ],
        ["value", "low_95", "high_95"]
      )
    ),
  ]

  /// Files that some runs or other verbs write.
  private static let optional: [(String, Columns)] = [
    (
      "costs-by-group.csv", (row + ["year", "payer", "category"] + group, numbers("pounds"))
    ),
    ("parameters.csv", (["choices", "parameter"], ["draw", "value"])),
    (
      "spend.csv",
      (
        row + ["year", "segment"],
        [
          "mean_people", "mean_pounds", "mean_share_of_spend", "se_people", "se_pounds",
          "share_of_spend_low", "share_of_spend_high",
        ]
      )
    ),
    ("spend-flows.csv", (row + ["year", "from", "to"], ["mean_people"])),
    (
      "attribution.csv",
      (
        row + ["measure", "payer", "intervention"],
        ["mean_share", "se_share", "share_low", "share_high", "mean_alone"]
      )
    ),
    (
      "tornado.csv",
      (
        row + ["measure", "parameter"],
        [
          "rank", "low_quantile", "high_quantile", "central_result", "change_at_low",
          "change_at_high",
        ]
      )
    ),
    (
      "value.csv",
      (
        row + ["discount_rate_per_year", "standing", "compared_with", "step_is_told"],
        [
          "extra_pounds_over_baseline", "extra_qalys_over_baseline", "extra_pounds_over_compared",
          "extra_qalys_over_compared", "pounds_per_qaly",
        ]
      )
    ),
    (
      ValidationReport.tableName,
      (
        ["choices", "name", "use", "quality", "source", "within_95"],
        ["stated", "low_95", "high_95", "simulated", "standard_error", "standard_errors_apart"]
      )
    ),
    (
      "reconciliation.csv",
      (["claim", "as_printed", "unit", "source", "comparable", "why"], ["printed"])
    ),
  ]
}
