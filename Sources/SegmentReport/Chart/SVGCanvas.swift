/// A picture in the making: shapes with classes, which a style sheet colours.
struct SVGCanvas: Sendable {
  let width: Double
  private(set) var height: Double = 0
  private(set) var body = ""

  init(width: Double) { self.width = width }

  /// Words in the place of a picture whose numbers are all zero.
  static func nothing(_ measure: String, width: Double) -> SVGCanvas {
    var canvas = SVGCanvas(width: width)
    canvas.lines(
      "\(measure): zero throughout, so there is nothing to draw.", 2, 26, "",
      letters: Int((width - 4) / letter), lineHeight: 18)
    canvas.reach(canvas.height + 12)
    return canvas
  }

  /// Makes the picture reach down to a place.
  mutating func reach(_ bottom: Double) { height = max(height, bottom) }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    add("line", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)], style)
    reach(max(y1, y2))
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String,
    corner: Double = 0
  ) {
    let round = corner > 0 ? [("rx", corner)] : []
    add(
      "rect", [("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))] + round,
      style)
    reach(y + height)
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) {
    add("circle", [("cx", x), ("cy", y), ("r", radius)], style)
    reach(y + radius)
  }

  /// A path through points, closed where it is an area.
  mutating func path(_ points: [(x: Double, y: Double)], _ style: String, isClosed: Bool = false) {
    guard let first = points.first else { return }
    let rest = points.dropFirst().map { "L\(Self.number($0.x)) \(Self.number($0.y))" }
    path(
      "M\(Self.number(first.x)) \(Self.number(first.y))" + rest.joined() + (isClosed ? "Z" : ""),
      style)
    reach(points.map(\.y).max() ?? 0)
  }

  /// A path in SVG's own words.
  mutating func path(_ data: String, _ style: String, attributes: String = "") {
    body += "<path d=\"\(data)\" class=\"\(style)\"\(attributes)/>\n"
  }

  /// Words that start, end or stand around a place.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ style: String = "", anchor: Anchor = .start
  ) {
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let look = style.isEmpty ? "" : " class=\"\(style)\""
    body +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(place)\(look)>"
      + HTMLText.escaped(text) + "</text>\n"
    reach(y + 4)
  }
  enum Anchor: String, Sendable { case start, middle, end }

  /// A name as lines of at most so many letters; only a word that is longer than that is cut.
  static func lines(of name: String, letters: Int) -> [String] {
    TextWrap.lines(name, width: letters).map { line in
      line.count <= letters ? line : line.prefix(max(1, letters - 1)) + "…"
    }
  }

  /// Words as lines of at most so many letters; returns the height they take.
  @discardableResult
  mutating func lines(
    _ text: String, _ x: Double, _ y: Double, _ style: String, letters: Int, lineHeight: Double,
    anchor: Anchor = .start
  ) -> Double {
    let lines = TextWrap.lines(text, width: max(10, letters))
    for (index, line) in lines.enumerated() {
      self.text(line, x, y + Double(index) * lineHeight, style, anchor: anchor)
    }
    return Double(lines.count) * lineHeight
  }

  /// The width of a letter of small words, on average, in units; of a number, whose signs are wide.
  static let (smallLetter, smallDigit) = (7.4, 9.5)
  /// The same of other words, plain and bold.
  static let (letter, boldLetter) = (7.7, 8.6)
  /// From one line of a label to the next.
  static let labelLine = 16.0

  /// The number at a tick of an axis, below it, moved inward as far as it would be cut at an edge.
  mutating func tick(_ text: String, _ x: Double, _ y: Double) {
    let half = Double(text.count) * Self.smallDigit / 2
    self.text(text, max(half, min(width - half, x)), y, "small", anchor: .middle)
  }

  /// What the axis below a chart measures, in as many lines as it needs, up to the right end.
  mutating func axisTitle(_ text: String, below bottom: Double) {
    let right = width - 16
    lines(
      text, right, bottom + 38, "small", letters: Int(right / Self.smallLetter), lineHeight: 16,
      anchor: .end)
    reach(height + 2)
  }

  /// Puts another picture into this one.
  mutating func place(_ other: SVGCanvas, x: Double, y: Double) {
    body += "<g transform=\"translate(\(Self.number(x)) \(Self.number(y)))\">\n\(other.body)</g>\n"
    reach(y + other.height)
  }

  /// A length with one decimal at most, the same on every machine.
  static func number(_ value: Double) -> String { NumberText.trimmed(value, decimals: 1) }

  private mutating func add(_ name: String, _ numbers: [(String, Double)], _ style: String) {
    let all = numbers.map { "\($0.0)=\"\(Self.number($0.1))\"" }.joined(separator: " ")
    body += "<\(name) \(all) class=\"\(style)\"/>\n"
  }
}
