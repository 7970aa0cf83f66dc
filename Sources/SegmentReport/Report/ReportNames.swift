/// What a reader calls the ids in the tables, in the order of `names.csv`.
struct ReportNames: Sendable {
  private var ids: [String: [String]] = [:]
  private var names: [String: [String: String]] = [:]

  init(_ table: ReportTable) {
    for row in table.rows {
      let (kind, id) = (row["kind"], row["id"])
      if names[kind, default: [:]].updateValue(row["name"], forKey: id) == nil {
        ids[kind, default: []].append(id)
      }
    }
  }

  /// The ids of a kind in file order.
  func all(_ kind: String) -> [String] { ids[kind] ?? [] }

  /// The name of a thing, or its id where it has none.
  func of(_ kind: String, _ id: String) -> String { names[kind]?[id] ?? id }
}
