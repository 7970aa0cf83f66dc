/// Small charts side by side, each a line over years with a band, all to one scale.
struct PanelChart: Sendable {
  struct Panel: Sendable {
    let name: String
    let values: [Double]
    let ranges: [ClosedRange<Double>]
  }

  let panels: [Panel]
  /// What the values stand at.
  let marks: [String]
  /// What the line and the band are.
  let line: String
  let band: String
  let style: SeriesStyle
  /// What the vertical axes measure.
  let measure: String

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    let all = panels.flatMap { panel in
      panel.values + panel.ranges.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    guard all.contains(where: { $0 != 0 }) else { return .nothing(measure, width: width) }
    var canvas = SVGCanvas(width: width)
    let key = ChartKey(entries: [(.line(style.mainLine), line), (.band(style.outerBand), band)])
    let top = key.draw(on: &canvas) + 6
    canvas.text(measure, 2, top + 6, "small")
    let columns = width > 500 ? 3 : 2
    let across = width / Double(columns)
    let titles = panels.map { Self.title($0.name, width: across) }
    // All panels leave the room that the longest title needs.
    let room = Double((titles.map(\.count).max() ?? 1) - 1) * Self.titleLine
    let down = 150 + room
    for (index, panel) in panels.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let (left, y) = (Double(column) * across, top + 14 + Double(row) * down)
      for (line, words) in titles[index].enumerated() {
        canvas.text(words, left + 2, y + 16 + Double(line) * Self.titleLine, "bold")
      }
      draw(panel, all, left: left, width: across, top: y + room, on: &canvas)
    }
    canvas.reach(top + 14 + Double((panels.count + columns - 1) / columns) * down)
    return canvas
  }

  private static let titleLine = 17.0

  /// The lines of a panel's title, none wider than the panel.
  private static func title(_ name: String, width: Double) -> [String] {
    SVGCanvas.lines(of: name, letters: max(8, Int((width - 12) / SVGCanvas.boldLetter)))
  }

  private func draw(
    _ panel: Panel, _ all: [Double], left: Double, width: Double, top: Double,
    on canvas: inout SVGCanvas
  ) {
    let up = Scale(all, from: top + 118, to: top + 26, marks: 3)
    let longest = up.ticks.map { up.label($0).count }.max() ?? 0
    let start = left + max(42, Double(longest) * SVGCanvas.smallDigit + 4)
    let end = left + width - 14
    for tick in up.ticks {
      canvas.line(start, up.place(tick), end, up.place(tick), tick == 0 ? "axis" : "grid")
      canvas.text(up.label(tick), start - 6, up.place(tick) + 4, "small", anchor: .end)
    }
    let gaps = Double(max(1, marks.count - 1))
    let x = marks.indices.map { start + 8 + Double($0) / gaps * (end - start - 16) }
    let upper = panel.ranges.enumerated().map { (x[$0], up.place($1.upperBound)) }
    let lower = panel.ranges.enumerated().map { (x[$0], up.place($1.lowerBound)) }
    canvas.path(upper + lower.reversed(), style.outerBand, isClosed: true)
    canvas.path(panel.values.enumerated().map { (x[$0], up.place($1)) }, style.mainLine)
    if x.count == 1, let value = panel.values.first {
      canvas.circle(x[0], up.place(value), 4, style.dot)
    }
    if let first = marks.first, let last = marks.last, marks.count > 1 {
      canvas.text(first, start, top + 136, "small")
      canvas.text(last, left + width - 2, top + 136, "small", anchor: .end)
    }
  }
}
