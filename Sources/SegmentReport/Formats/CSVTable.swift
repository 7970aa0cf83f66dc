/// A table written as CSV: UTF-8, commas, line feeds, one header row.
public struct CSVTable: Sendable {
  /// What stands in a cell.
  public enum Cell: Sendable {
    /// Words; quoted where RFC 4180 wants it.
    case text(String)
    /// A number with up to six decimals; nothing when there is none.
    case number(Double?)
    /// An amount of money with two decimals; nothing when there is none.
    case pounds(Double?)
    /// A number exactly as read; nothing when there is none.
    case exact(Double?)
    /// Nothing, which stands for "missing".
    case empty
  }

  /// The file's contents so far.
  public private(set) var contents: String
  private let header: String
  private let columns: Int
  /// What stands in the column `choices` of every row; nil without that column.
  private let choices: String?
  private let choicesColumn: Int

  /// A table with a header and no rows.
  ///
  /// `choices` says which options of the place's choices its rows hold for. It is a column of its
  /// own, after that of the scenario if there is one; nil leaves it out.
  public init(header: [String], choices: String?) {
    self.choices = choices
    columns = header.count
    choicesColumn = (header.firstIndex(of: "scenario") ?? -1) + 1
    var names = header
    if choices != nil { names.insert("choices", at: choicesColumn) }
    self.header = names.joined(separator: ",") + "\n"
    contents = self.header
  }

  /// Appends the rows of a table with the same columns.
  public mutating func append(contentsOf other: CSVTable) {
    precondition(other.header == header, "only a table of the same columns can follow")
    contents += other.contents.dropFirst(header.count)
  }

  /// Appends a row, which must have a cell for each column.
  public mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns, "a row needs a cell for each column")
    var cells = cells
    if let choices { cells.insert(.text(choices), at: choicesColumn) }
    for (index, cell) in cells.enumerated() {
      if index > 0 { contents += "," }
      switch cell {
      case .text(let text): contents += Self.escaped(text)
      case .number(let value?): contents += NumberText.trimmed(value, decimals: 6)
      case .pounds(let value?): contents += NumberText.fixed(value, decimals: 2)
      case .exact(let value?): contents += NumberText.shortest(value)
      case .number(nil), .pounds(nil), .exact(nil), .empty: break
      }
    }
    contents += "\n"
  }

  /// A text that a spreadsheet shows as it is: quoted where needed, and with an apostrophe before
  /// what would be taken for a formula.
  static func escaped(_ text: String) -> String {
    let startsFormula = text.utf8.first.map { formulaStarts.contains($0) } ?? false
    let safe = startsFormula ? "'" + text : text
    guard safe.utf8.contains(where: { quoted.contains($0) }) else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
  private static let formulaStarts = Set("=+-@".utf8)
  private static let quoted = Set(",\"\n\r".utf8)
}
