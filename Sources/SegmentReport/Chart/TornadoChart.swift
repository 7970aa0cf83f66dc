/// How far each input moves a number from where it is, one input below the other: a bar for each end.
struct TornadoChart: Sendable {
  struct Item: Sendable {
    let name: InputName
    /// The change with the input at its lower and at its upper end.
    let low: Double
    let high: Double
    /// What is written beside it on narrow pages.
    let text: String
  }

  let items: [Item]
  /// What the axis measures.
  let measure: String
  /// What the two bars stand for.
  let keys: (low: String, high: String)

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    var canvas = SVGCanvas(width: width)
    let isWide = width > 500
    let key = ChartKey(entries: [(.bar(1), keys.low), (.bar(0), keys.high)])
    let top = key.draw(on: &canvas) + 8
    let (left, right) = (isWide ? 330.0 : 14.0, width - 18)
    let across = Scale(
      items.flatMap { [$0.low, $0.high] }, from: left, to: right, marks: isWide ? 6 : 4)
    let rowHeight = isWide ? 38.0 : 64.0
    let bottom = top + Double(items.count) * rowHeight + 4
    for tick in across.ticks {
      canvas.line(across.place(tick), top, across.place(tick), bottom, tick == 0 ? "axis" : "grid")
      canvas.tick(across.label(tick), across.place(tick), bottom + 18)
    }
    for (index, item) in items.enumerated() {
      let y = top + Double(index) * rowHeight
      let middle = y + (isWide ? rowHeight / 2 : 48)
      let letters = Int((isWide ? left - 12 : width - 8) / 7.4)
      let detail = IntervalChart.cut(item.name.detail, letters - item.text.count - 2)
      let lines = [
        item.name.subject, isWide ? item.name.detail : "\(detail): \(item.text)",
      ]
      for (line, (words, style)) in zip(lines, ["over", "small over"]).enumerated() {
        let place = isWide ? (left - 10, middle - 2) : (2, y + 16)
        canvas.text(
          IntervalChart.cut(words, letters), place.0, place.1 + Double(line) * 16, style,
          anchor: isWide ? .end : .start)
      }
      let zero = across.place(0)
      for (value, style, place) in [(item.low, "bar1", -10.0), (item.high, "bar0", 1)] {
        let end = across.place(value)
        canvas.rectangle(min(zero, end), middle + place, max(1, abs(end - zero)), 9, style)
      }
    }
    canvas.axisTitle(measure, below: bottom)
    return canvas
  }
}
