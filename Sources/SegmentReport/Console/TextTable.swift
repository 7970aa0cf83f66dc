/// A table of text with a column of labels and right-aligned columns of numbers.
///
/// Long headers and cells wrap at spaces, and no column is narrower than a word in it. When the
/// columns do not fit the width, the table is continued below itself, with the first column repeated.
struct TextTable {
  /// A line of the table.
  struct Row {
    var label: String
    var cells: [String]
  }

  /// What stands above each column.
  let headers: [String]
  /// The rows, in order; one without cells is a heading.
  private(set) var rows: [Row] = []

  /// A table without rows.
  init(headers: [String]) { self.headers = headers }

  /// Appends a row with a cell for each column.
  mutating func append(_ label: String, _ cells: [String]) {
    precondition(cells.count == headers.count, "a row needs a cell for each column")
    rows.append(Row(label: label, cells: cells))
  }

  /// Appends a heading, after an empty line unless it is the first row.
  mutating func appendHeading(_ label: String) {
    if !rows.isEmpty { rows.append(Row(label: "", cells: [])) }
    rows.append(Row(label: label, cells: []))
  }

  /// The lines of the table, none longer than `width` if that can be.
  func lines(width: Int) -> [String] {
    let narrowest = max(Self.narrowest, min(Self.broadest, longestWord))
    var most = min(40, width * 9 / 20)
    if narrowest > Self.narrowest {
      // Rather wrapped labels than a number by itself in a block.
      most = min(most, width - min(3, headers.count) * (narrowest + Self.gap))
    }
    let labelWidth = min(rows.map(\.label.count).max() ?? 0, max(20, most))
    let perBlock = max(2, (width - labelWidth) / (narrowest + Self.gap))
    let blocks = blocks(perBlock)
    let widest = blocks.map(\.count).max() ?? 1
    let room = (width - labelWidth) / max(1, widest) - Self.gap
    let columnWidth = min(Self.broadest, max(narrowest, room))
    return Array(
      blocks.map {
        block(columns: $0, labelWidth: labelWidth, columnWidth: columnWidth, width: width)
      }
      .joined(separator: [""]))
  }

  /// The length of the longest word above or in a column.
  private var longestWord: Int {
    (headers + rows.flatMap(\.cells)).flatMap { $0.split(separator: " ") }.map(\.count).max() ?? 0
  }

  private static let gap = 2
  private static let narrowest = 11
  private static let broadest = 20

  /// Which columns stand side by side: the first with some of the others.
  private func blocks(_ perBlock: Int) -> [[Int]] {
    let others = Array(headers.indices.dropFirst())
    guard !others.isEmpty else { return [[0]] }
    return stride(from: 0, to: others.count, by: perBlock - 1).map { start in
      [0] + others[start..<min(start + perBlock - 1, others.count)]
    }
  }

  private func block(
    columns: [Int], labelWidth: Int, columnWidth: Int, width: Int
  ) -> [String] {
    let header = columns.map { TextWrap.lines(headers[$0], width: columnWidth) }
    let height = header.map(\.count).max() ?? 0
    // Headers stand on the rule below them.
    let padded = header.map { Array(repeating: "", count: height - $0.count) + $0 }
    let total = labelWidth + columns.count * (columnWidth + Self.gap)
    return line("", padded, labelWidth, columnWidth) + [String(repeating: "-", count: total)]
      + rows.flatMap { row in
        guard !row.cells.isEmpty else { return TextWrap.lines(row.label, width: width) }
        let cells = columns.map { row.cells[$0] }
        return line(
          row.label, cells.map { TextWrap.lines($0, width: columnWidth) }, labelWidth, columnWidth)
      }
  }

  /// The lines of one row: a wrapped label and wrapped cells side by side.
  private func line(
    _ label: String, _ cells: [[String]], _ labelWidth: Int, _ columnWidth: Int
  ) -> [String] {
    let indent = String(label.prefix { $0 == " " })
    let labels = TextWrap.lines(label, width: labelWidth, indent: indent)
    let height = max(labels.count, cells.map(\.count).max() ?? 0, 1)
    return (0..<height).map { index in
      let first = index < labels.count ? labels[index] : ""
      let rest = cells.map { index < $0.count ? $0[index] : "" }
      let text = rest.reduce(pad(first, to: labelWidth)) {
        $0 + String(repeating: " ", count: Self.gap + max(0, columnWidth - $1.count)) + $1
      }
      return TextWrap.trimmedEnd(text)
    }
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
