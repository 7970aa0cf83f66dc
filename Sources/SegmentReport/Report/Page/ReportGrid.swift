/// A table as a reader sees it: words and numbers that are rounded already.
struct ReportGrid: Sendable {
  let caption: String
  let columns: [String]
  /// The scenario that each column is about, where narrow pages show one at a time.
  let keys: [String?]
  /// Those of the scenarios that a script shows only when they are chosen.
  let asides: Set<String>
  /// Whether its cells are words, not numbers.
  let isOfWords: Bool
  private(set) var rows: [Row] = []

  /// A row: what it is about, then its cells; or a heading above rows, which has no cells.
  struct Row: Sendable {
    let name: String
    let cells: [String]
    var isHeading: Bool { cells.isEmpty }
  }

  /// A table whose first column names the rows.
  init(
    _ caption: String, columns: [String], keys: [String?]? = nil, asides: Set<String> = [],
    isOfWords: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.keys = keys ?? columns.map { _ in nil }
    self.asides = asides
    self.isOfWords = isOfWords
  }

  mutating func append(_ name: String, _ cells: [String]) {
    precondition(cells.count == columns.count - 1, "a row needs a cell for each column")
    rows.append(Row(name: name, cells: cells))
  }

  mutating func appendHeading(_ name: String) { rows.append(Row(name: name, cells: [])) }

  /// The header and the rows, with the heading of a row before its name.
  private var lines: [[String]] {
    var lines = [columns.map { $0.isEmpty ? "row" : $0 }]
    var heading = ""
    for row in rows {
      if row.isHeading {
        heading = row.name + ": "
      } else {
        lines.append([heading + row.name] + row.cells)
      }
    }
    return lines
  }

  /// As CSV.
  var csv: String {
    lines.map { $0.map(CSVTable.escaped).joined(separator: ",") + "\n" }.joined()
  }

  /// To be listened to: a sentence for the header and for each row.
  var sentences: String {
    lines.map { line in
      "\(line[0]): " + line.dropFirst().map { $0.isEmpty ? "–" : $0 }.joined(separator: "; ") + "."
    }.joined(separator: " ")
  }

  /// As a Markdown table; headings are rows of their own.
  var markdown: String {
    let columns = columns.enumerated().map {
      (name: MarkdownText.escaped($1), isNumber: $0 > 0 && !isOfWords)
    }
    let empty = Array(repeating: "", count: columns.count - 1)
    return MarkdownText.header(columns)
      + rows.map { row in
        row.isHeading
          ? MarkdownText.row(["**\(MarkdownText.escaped(row.name))**"] + empty)
          : MarkdownText.row(([row.name] + row.cells).map(MarkdownText.escaped))
      }.joined()
  }
}
