import SegmentModel

/// What a reader calls the ids in the tables, in the order of `names.csv`.
struct ReportNames: Sendable {
  private var ids: [String: [String]] = [:]
  private var names: [String: [String: String]] = [:]

  private let small: SmallWords

  init(_ table: ReportTable) {
    self.init(table.rows.map { ($0["kind"], $0["id"], $0["name"]) })
  }

  /// The names of choices and their options alone.
  init(_ choices: [Choice]) { self.init(choices.flatMap(NameTable.rows)) }

  private init(_ rows: [NameTable.Row]) {
    small = SmallWords(rows)
    for row in rows { add(row.kind, row.id, row.name) }
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

  /// The same as it stands within a sentence.
  func within(_ kind: String, _ id: String) -> String { small.within(of(kind, id)) }

  /// A name as it stands within a sentence.
  func within(_ name: String) -> String { small.within(name) }
}
