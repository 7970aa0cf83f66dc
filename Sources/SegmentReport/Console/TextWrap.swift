/// Breaks text into lines at spaces.
public enum TextWrap {
  /// The lines of a text, none longer than `width` unless a word is; all but the first start with
  /// `indent` and two more spaces when there is an indent.
  public static func lines(_ text: String, width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        (line, isEmpty) = (indent.isEmpty ? "" : indent + "  ", true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// The text without spaces at its end.
  static func trimmedEnd(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
