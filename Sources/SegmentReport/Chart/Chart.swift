/// A chart: what it says, how it is drawn, and the numbers behind it.
struct Chart: Sendable {
  /// The name of its file, without `.svg` (``ReportSection/fileName(_:)``).
  let id: String
  /// The message in one sentence.
  let title: String
  /// What is measured, where and when.
  let subtitle: String
  /// What is drawn, for those who cannot see it; the numbers are told beside it.
  let description: String
  /// The numbers.
  let table: ReportGrid
  /// Whether a narrow page scrolls it sideways instead of drawing it narrower.
  var scrolls = false
  /// The file of the folder that the numbers are from.
  let source: String
  /// What a reader of the file must know and the page says above it.
  var note = ""
  /// Draws it so many units wide.
  let draw: @Sendable (_ width: Double) -> SVGCanvas

  /// The picture for a page that has the style sheet and says the title beside it.
  func inline(width: Double, suffix: String) -> String {
    let canvas = draw(width)
    return svg(
      canvas, attributes: "class=\"chart \(suffix)\"", suffix: suffix,
      description: "\(description) The numbers are in the table.", style: "")
  }

  /// More letters than this are too many numbers to be listened to.
  private static let mostTold = 800

  /// What is drawn, and the numbers if they are few, else where they are.
  private var told: String {
    let numbers = table.sentences
    return description + " "
      + (numbers.count <= Self.mostTold
        ? numbers : "The numbers are in \(source) of the run.")
  }

  /// The whole file, with title, subtitle, note, source and its own style.
  func file(citation: String) -> String {
    let width = 720.0
    var canvas = SVGCanvas(width: width)
    var y = 26.0
    y += canvas.lines(title, 12, y, "title", letters: 66, lineHeight: 22)
    y += canvas.lines(subtitle, 12, y, "small", letters: 95, lineHeight: 17) + 4
    let picture = draw(width - 24)
    canvas.place(picture, x: 12, y: y)
    y += picture.height + 16
    if !note.isEmpty { y += canvas.lines(note, 12, y, "small", letters: 95, lineHeight: 17) + 4 }
    canvas.lines("Source: \(source); \(citation)", 12, y, "small", letters: 95, lineHeight: 17)
    canvas.reach(canvas.height + 8)
    return svg(
      canvas, attributes: "xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\"", suffix: "file",
      description: told,
      style: "<style>\(ChartStyle.standalone)</style>\n"
        + "<rect width=\"100%\" height=\"100%\" class=\"paper\"/>\n") + "\n"
  }

  private func svg(
    _ canvas: SVGCanvas, attributes: String, suffix: String, description: String, style: String
  ) -> String {
    let (width, height) = (SVGCanvas.number(canvas.width), SVGCanvas.number(canvas.height))
    let names = "\(id)-\(suffix)"
    return "<svg \(attributes) viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" "
      + "height=\"\(height)\" role=\"img\" aria-labelledby=\"\(names)-t \(names)-d\">\n"
      + "<title id=\"\(names)-t\">\(HTMLText.escaped(title))</title>\n"
      + "<desc id=\"\(names)-d\">\(HTMLText.escaped(description))</desc>\n"
      + style + canvas.body + "</svg>"
  }
}
