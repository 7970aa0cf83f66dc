/// The key above a chart: a line or a band for each series, one below the other.
struct ChartKey {
  /// What stands before a name.
  enum Mark { case line(Int), band(Int), bar(Int), dot }

  let entries: [(mark: Mark, name: String)]

  /// Draws the key from the top; returns where the chart can begin.
  func draw(on canvas: inout SVGCanvas) -> Double {
    var y = 12.0
    for entry in entries {
      switch entry.mark {
      case .line(let style): canvas.line(2, y, 34, y, "s\(style)")
      case .band(let style): canvas.rectangle(2, y - 7, 32, 14, "band\(style)")
      case .bar(let style): canvas.rectangle(2, y - 7, 32, 14, "bar\(style)")
      case .dot:
        canvas.line(2, y, 34, y, "whisker")
        canvas.circle(18, y, 5, "dot")
      }
      y +=
        canvas.lines(
          entry.name, 42, y + 5, "small",
          letters: Int((canvas.width - 42) / SVGCanvas.smallLetter), lineHeight: 15) + 5
    }
    return y + 2
  }
}
