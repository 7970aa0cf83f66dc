import SegmentModel

/// What a reader calls the ids in the tables, in the order of `names.csv`.
struct ReportNames: Sendable {
  private var ids: [String: [String]] = [:]
  private var names: [String: [String: String]] = [:]

  init(_ table: ReportTable) {
    for row in table.rows { add(row["kind"], row["id"], row["name"]) }
  }

  /// The names of choices and their options alone.
  init(_ choices: [Choice]) {
    for row in choices.flatMap(NameTable.rows) { add(row.kind, row.id, row.name) }
  }

  private mutating func add(_ kind: String, _ id: String, _ name: String) {
    if names[kind, default: [:]].updateValue(name, forKey: id) == nil {
      ids[kind, default: []].append(id)
    }
  }

  /// The ids of a kind in file order.
  func all(_ kind: String) -> [String] { ids[kind] ?? [] }

  /// The name of a thing, or its id where it has none.
  func of(_ kind: String, _ id: String) -> String { names[kind]?[id] ?? id }
}
