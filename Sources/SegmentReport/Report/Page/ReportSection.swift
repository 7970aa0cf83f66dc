/// A part of the report: what it says as HTML, and the charts in it.
struct ReportSection: Sendable {
  let id: String
  let title: String
  private(set) var body = ""
  private(set) var charts: [Chart] = []

  init(_ id: String, _ title: String) { (self.id, self.title) = (id, title) }

  /// Adds a sentence or more.
  mutating func say(_ text: String, style: String = "") {
    body += HTMLText.paragraph(text, style: style)
  }

  mutating func list(_ items: [String], style: String = "") {
    body += HTMLText.list(items, style: style)
  }

  mutating func table(_ grid: ReportGrid, style: String = "") {
    body += HTMLText.table(grid, style: style)
  }

  /// Adds a chart, drawn so many units wide where the page is wide.
  mutating func chart(_ chart: Chart, width: Double = 720) {
    charts.append(chart)
    body += HTMLText.figure(chart, width: width)
  }

  /// Adds what is behind a line to open; print opens it too, unless it is long.
  mutating func details(
    _ summary: String, isLong: Bool = false, _ build: (inout ReportSection) -> Void
  ) {
    body +=
      "<details\(isLong ? " class=\"long\"" : "")><summary>\(HTMLText.escaped(summary))</summary>\n"
    build(&self)
    body += "</details>\n"
  }

  /// Begins a block of a style.
  mutating func open(_ style: String) {
    body += style.isEmpty ? "<div>\n" : "<div class=\"\(style)\">\n"
  }

  /// Ends a block.
  mutating func close() { body += "</div>\n" }

  mutating func heading(_ text: String) { body += "<h2>\(HTMLText.escaped(text))</h2>\n" }

  /// Adds what is about one scenario, and perhaps one pathway, and shown when they are chosen.
  mutating func when(
    scenario: String? = nil, pathway: String? = nil, _ build: (inout ReportSection) -> Void
  ) {
    let ends = [scenario.map { ("scenario", $0) }, pathway.map { ("pathway", $0) }]
    body +=
      "<div"
      + ends.compactMap { $0 }
      .map { " data-\($0.0)=\"\(HTMLText.escaped($0.1))\"" }.joined() + ">\n"
    build(&self)
    body += "</div>\n"
  }

  /// The whole section.
  var html: String {
    "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h2 id=\"\(id)-title\">"
      + "\(HTMLText.escaped(title))</h2>\n\(body)</section>\n"
  }

  /// A file name of parts in letters, digits and hyphens, with "_" between them so that no two names
  /// clash; empty parts are left out.
  static func fileName(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.map { part in
      String(
        part.unicodeScalars.map { scalar in
          scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
            ? Character(scalar) : "-"
        })
    }.joined(separator: "_")
  }
}
