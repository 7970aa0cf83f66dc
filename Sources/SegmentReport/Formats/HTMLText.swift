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

  /// Words to be read, in which no line ends between the sign and the pounds of a number.
  static func prose(_ text: String) -> String {
    let words = escaped(text)
    guard words.contains("−£") else { return words }
    return words.replacing(/−£[0-9](?:[0-9.,]*[0-9])?[a-z]*/) { match in
      "<span class=\"whole\">\(match.output)</span>"
    }
  }

  /// A paragraph of words.
  static func paragraph(_ text: String, style: String = "") -> String {
    (style.isEmpty ? "<p>" : "<p class=\"\(style)\">") + prose(text) + "</p>\n"
  }

  /// A list of sentences.
  static func list(_ items: [String], style: String = "") -> String {
    guard !items.isEmpty else { return "" }
    return (style.isEmpty ? "<ul>" : "<ul class=\"\(style)\">")
      + items.map { "<li>\(prose($0))</li>" }.joined() + "</ul>\n"
  }

  /// A table with a caption and headed rows and columns, in a region that scrolls by itself.
  static func table(_ grid: ReportGrid, style: String = "") -> String {
    let keys = grid.keys
    let marks = keys.map { key in
      key.map { key in
        (grid.asides.contains(key) ? " class=\"aside\"" : "")
          + " data-column=\"\(escaped(key))\""
      } ?? ""
    }
    let head = zip(grid.columns, marks).map { name, mark in
      "<th scope=\"col\"\(mark)>\(escaped(name))</th>"
    }.joined()
    let rows = grid.rows.map { row in
      row.isHeading
        ? "<tr class=\"heading\"><th scope=\"colgroup\" colspan=\"\(grid.columns.count)\">"
          + "\(escaped(row.name))</th></tr>\n"
        : "<tr><th scope=\"row\"\(isPath(row.name) ? " class=\"path\"" : "")>"
          + "\(escaped(row.name))</th>"
          + zip(row.cells, marks.dropFirst()).map { cell($0, mark: $1) }.joined() + "</tr>\n"
    }
    let style = grid.isOfWords ? "words" : style
    return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
      + "\(escaped(grid.caption))\"><table class=\"\(style)\"><caption><span>"
      + "\(prose(grid.caption))</span></caption>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody></table></div>\n"
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
  private static func cell(_ text: String, mark: String) -> String {
    guard text.count <= longestNumber else { return "<td class=\"prose\">\(prose(text))</td>" }
    guard text.hasSuffix(")"), let place = text.range(of: " (") else {
      return "<td\(mark)>\(prose(text))</td>"
    }
    let range = text[place.lowerBound...].dropFirst()
    return "<td\(mark)>" + prose(String(text[..<place.lowerBound]))
      + " <span class=\"range\">\(prose(String(range)))</span></td>"
  }

  /// More letters than this without a space are a path, which may be broken anywhere.
  private static let longestWord = 24

  private static func isPath(_ name: String) -> Bool {
    name.split(separator: " ").contains { $0.count > longestWord }
  }

  /// A chart with its message, its picture for wide and narrow pages, its table and a download.
  static func figure(_ chart: Chart, width: Double) -> String {
    let data = Data(chart.table.csv.utf8).base64EncodedString()
    return
      "<figure id=\"\(escaped(chart.id))\">\n<figcaption><h3>\(prose(chart.title))</h3>"
      + "\n<p class=\"note\">\(prose(chart.subtitle))</p></figcaption>\n"
      + picture(chart, width: width) + "\n<details><summary>The numbers as a table</summary>\n"
      + table(chart.table)
      + "<p><a download=\"\(escaped(chart.id)).csv\" href=\"data:text/csv;charset=utf-8;base64,\(data)\">"
      + "Download \(escaped(chart.id)).csv</a></p></details>\n"
      + "<p class=\"note source\">Source: \(escaped(chart.source)) of this run.</p>\n</figure>\n"
  }
}
