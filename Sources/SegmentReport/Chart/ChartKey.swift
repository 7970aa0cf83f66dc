/// The key above a chart: a line or a band for each series, one below the other.
struct ChartKey {
  /// What stands before a name.
  enum Mark {
    /// Of the style of a line, a band or a bar.
    case line(String), band(String)
    case dot(SeriesStyle)
  }

  let entries: [(mark: Mark, name: String)]

  /// Draws the key from the top; returns where the chart can begin.
  func draw(on canvas: inout SVGCanvas) -> Double {
    var y = 12.0
    for entry in entries {
      switch entry.mark {
      case .line(let style): canvas.line(2, y, 34, y, style)
      case .band(let style): canvas.rectangle(2, y - 7, 32, 14, style)
      case .dot(let style):
        canvas.line(2, y, 34, y, style.whisker)
        canvas.circle(18, y, 5, style.dot)
      }
      y +=
        canvas.lines(
          entry.name, 42, y + 5, "small",
          letters: Int((canvas.width - 42) / SVGCanvas.smallLetter), lineHeight: 15) + 5
    }
    return y + 2
  }
}
