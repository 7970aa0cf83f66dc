/// A chart: what it says, how it is drawn, and the numbers behind it.
struct Chart: Sendable {
  /// The name of its file, without `.svg`: letters, digits and hyphens.
  let id: String
  /// The message in one sentence.
  let title: String
  /// What is measured, where and when.
  let subtitle: String
  /// What it shows, for those who cannot see it.
  let description: String
  /// The numbers.
  let table: ReportGrid
  /// Whether a narrow page scrolls it sideways instead of drawing it narrower.
  var scrolls = false
  /// The file of the folder that the numbers are from.
  let source: String
  /// Draws it so many units wide.
  let draw: @Sendable (_ width: Double) -> SVGCanvas

  /// The picture for a page that has the style sheet and says the title beside it.
  func inline(width: Double, suffix: String) -> String {
    let canvas = draw(width)
    return svg(canvas, attributes: "class=\"chart \(suffix)\"", suffix: suffix, style: "")
  }

  /// The whole file, with title, subtitle, source and its own style.
  func file(citation: String) -> String {
    let width = 720.0
    var canvas = SVGCanvas(width: width)
    var y = 26.0
    y += canvas.lines(title, 12, y, "title", letters: 66, lineHeight: 22)
    y += canvas.lines(subtitle, 12, y, "small", letters: 95, lineHeight: 17) + 4
    let picture = draw(width - 24)
    canvas.place(picture, x: 12, y: y)
    y += picture.height + 16
    canvas.lines("Source: \(source); \(citation)", 12, y, "small", letters: 95, lineHeight: 17)
    canvas.reach(canvas.height + 8)
    return svg(
      canvas, attributes: "xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\"", suffix: "file",
      style: "<style>\(ChartStyle.standalone)</style>\n"
        + "<rect width=\"100%\" height=\"100%\" class=\"paper\"/>\n") + "\n"
  }

  private func svg(
    _ canvas: SVGCanvas, attributes: String, suffix: String, style: String
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
