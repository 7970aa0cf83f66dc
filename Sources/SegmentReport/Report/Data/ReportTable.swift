import SegmentModel

/// A CSV file of a results folder, as it was written.
struct ReportTable: Sendable {
  /// A row; every column asked for must be in the header.
  struct Row: Sendable {
    fileprivate let columns: [String: Int]
    fileprivate let cells: [String]

    /// A cell as text.
    subscript(_ column: String) -> String {
      guard let index = columns[column] else { preconditionFailure("no column '\(column)'") }
      return cells[index]
    }

    /// A cell as text; nil where it is empty or the table has no such column.
    func optional(_ column: String) -> String? {
      columns[column].map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A cell as a number; nil where it is empty.
    func number(_ column: String) -> Double? { Double(self[column]) }

    /// A cell as a number; nil where it is empty or the table has no such column.
    func optionalNumber(_ column: String) -> Double? {
      columns[column].flatMap { Double(cells[$0]) }
    }
  }

  /// Which rows about groups of residents are kept.
  enum Groups { case all, none, ofAllPathways }

  let columns: [String]
  private(set) var rows: [Row]

  /// Reads a file that must have some columns; throws ``ReportError``.
  ///
  /// The cells of `numbers` hold numbers or nothing, which is checked. Of tables with groups and
  /// pathways, only the rows about everybody or about all pathways are kept where that is asked for.
  init(
    _ text: String, file: String, texts: [String], numbers: [String] = [], groups: Groups = .all
  ) throws(ReportError) {
    var reader = CSVReader(text)
    guard let header = reader.next() else { throw ReportError(file, "the header is missing") }
    for column in texts + numbers where !header.contains(column) {
      throw ReportError(file, "the column '\(column)' is missing")
    }
    columns = header
    let places = Dictionary(zip(header, header.indices), uniquingKeysWith: { first, _ in first })
    let numeric = numbers.compactMap { places[$0] }
    let kind = groups == .all ? nil : places["group_kind"]
    let pathway = groups == .ofAllPathways ? places["pathway"] : nil
    rows = []
    var line = 1
    while let cells = reader.next() {
      line += 1
      guard cells.count == header.count else {
        throw ReportError(file, "row \(line) has \(cells.count) cells, not \(header.count)")
      }
      if let kind, cells[kind] != "all" {
        guard let pathway, cells[pathway] == "all" else { continue }
      }
      for index in numeric where !cells[index].isEmpty && Double(cells[index]) == nil {
        throw ReportError(
          file, "row \(line), column '\(header[index])': '\(cells[index])' is not a number")
      }
      rows.append(Row(columns: places, cells: cells))
    }
    guard !reader.isBroken else { throw ReportError(file, "a quote is not closed") }
  }

  /// Those of some rows of one table that hold just these cells.
  static func rows(_ rows: [Row], _ wanted: KeyValuePairs<String, String>) -> [Row] {
    guard let columns = rows.first?.columns else { return [] }
    let places = wanted.map { cell -> (Int, String) in
      guard let index = columns[cell.key] else { preconditionFailure("no column '\(cell.key)'") }
      return (index, cell.value)
    }
    return rows.filter { row in places.allSatisfy { row.cells[$0.0] == $0.1 } }
  }

  /// The same table with some of its rows.
  func filtered(_ isKept: (Row) -> Bool) -> ReportTable {
    var table = self
    table.rows = rows.filter(isKept)
    return table
  }

  /// The different cells of a column, in order of first appearance.
  func values(_ column: String) -> [String] {
    rows.map { $0[column] }.distinct
  }
}
