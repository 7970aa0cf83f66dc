/// Reads CSV: commas, quotes as in RFC 4180, one header row.
public enum CSVReader {
  /// The rows of a text, the header among them; empty lines are left out.
  public static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    func isEmpty() -> Bool { row.isEmpty && cell.isEmpty }
    func endRow() {
      if !isEmpty() { rows.append(row + [cell]) }
      (row, cell) = ([], "")
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        // A quote right after a closing one stands for itself.
        if !isQuoted, previous == "\"" { cell.unicodeScalars.append(scalar) }
        isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted, "\r" where !isQuoted: endRow()
      case "\u{FEFF}": break
      default: cell.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    endRow()
    return rows
  }
}
