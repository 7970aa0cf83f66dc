/// Words and tables as Markdown.
enum MarkdownText {
  /// Words that are shown as they are: nothing in them is read as markup, or ends a cell.
  static func escaped(_ text: String) -> String {
    String(text.flatMap { special.contains($0) ? ["\\", $0] : [$0] })
  }
  private static let special = Set("\\`*_[]<>|~#")

  /// A row of a table; each cell is Markdown already.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// A header and the line below it; columns of numbers are aligned to the right.
  static func header(_ columns: [(name: String, isNumber: Bool)]) -> String {
    row(columns.map(\.name)) + row(columns.map { $0.isNumber ? "---:" : "---" })
  }
}
