import Foundation

/// Words and elements as HTML, of which SVG's rules for text are a part.
enum HTMLText {
  /// Words that are shown as they are, in text and in attributes between double quotes.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || special.contains($0) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      // Neither HTML nor XML may hold these.
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let special = Array("&<>\"'".utf8)

  /// A paragraph of words.
  static func paragraph(_ text: String, style: String = "") -> String {
    (style.isEmpty ? "<p>" : "<p class=\"\(style)\">") + escaped(text) + "</p>\n"
  }

  /// A list of sentences.
  static func list(_ items: [String], style: String = "") -> String {
    guard !items.isEmpty else { return "" }
    return (style.isEmpty ? "<ul>" : "<ul class=\"\(style)\">")
      + items.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>\n"
  }

  /// A table with a caption and headed rows and columns, in a region that scrolls by itself.
  static func table(_ grid: ReportGrid, style: String = "") -> String {
    let keys = grid.keys
    let head = zip(grid.columns, keys).map { name, key in
      let column = key.map { " data-column=\"\(escaped($0))\"" } ?? ""
      return "<th scope=\"col\"\(column)>\(escaped(name))</th>"
    }.joined()
    let rows = grid.rows.map { row in
      row.isHeading
        ? "<tr class=\"heading\"><th scope=\"colgroup\" colspan=\"\(grid.columns.count)\">"
          + "\(escaped(row.name))</th></tr>\n"
        : "<tr><th scope=\"row\">\(escaped(row.name))</th>"
          + zip(row.cells, keys.dropFirst()).map { cell($0, column: $1) }.joined() + "</tr>\n"
    }
    return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
      + "\(escaped(grid.caption))\"><table class=\"\(style)\"><caption><span>"
      + "\(escaped(grid.caption))</span></caption>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody></table></div>\n"
  }

  private static func picture(_ chart: Chart, width: Double) -> String {
    guard chart.scrolls else {
      return chart.inline(width: width, suffix: "wide") + "\n"
        + chart.inline(width: 350, suffix: "narrow")
    }
    return
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(escaped(chart.title))\">"
      + chart.inline(width: width, suffix: "whole") + "</div>"
  }

  /// More letters than this are words to read, and no number.
  private static let longestNumber = 60

  /// A cell; the range behind a mean has a line of its own.
  private static func cell(_ text: String, column: String?) -> String {
    guard text.count <= longestNumber else { return "<td class=\"prose\">\(escaped(text))</td>" }
    let start = column.map { "<td data-column=\"\(escaped($0))\">" } ?? "<td>"
    guard text.hasSuffix(")"), let place = text.range(of: " (") else {
      return start + escaped(text) + "</td>"
    }
    let range = text[place.lowerBound...].dropFirst()
    return start + escaped(String(text[..<place.lowerBound]))
      + " <span class=\"range\">\(escaped(String(range)))</span></td>"
  }

  /// A chart with its message, its picture for wide and narrow pages, its table and a download.
  static func figure(_ chart: Chart, width: Double) -> String {
    let data = Data(chart.table.csv.utf8).base64EncodedString()
    return
      "<figure id=\"\(escaped(chart.id))\">\n<figcaption><h3>\(escaped(chart.title))</h3>"
      + "\n<p class=\"note\">\(escaped(chart.subtitle))</p></figcaption>\n"
      + picture(chart, width: width) + "\n<details><summary>The numbers as a table</summary>\n"
      + table(chart.table)
      + "<p><a download=\"\(escaped(chart.id)).csv\" href=\"data:text/csv;charset=utf-8;base64,\(data)\">"
      + "Download \(escaped(chart.id)).csv</a></p></details>\n"
      + "<p class=\"note\">Source: \(escaped(chart.source)) of this run.</p>\n</figure>\n"
  }
}
