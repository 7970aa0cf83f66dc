/// How far each input moves a number from where it is, one input below the other: a bar for each end.
struct TornadoChart: Sendable {
  struct Item: Sendable {
    let name: String
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
    let (left, right) = (isWide ? 300.0 : 14.0, width - 18)
    let across = Scale(
      items.flatMap { [$0.low, $0.high] }, from: left, to: right, marks: isWide ? 6 : 4)
    let rowHeight = isWide ? 30.0 : 48.0
    let bottom = top + Double(items.count) * rowHeight + 4
    for tick in across.ticks {
      canvas.line(across.place(tick), top, across.place(tick), bottom, tick == 0 ? "axis" : "grid")
      canvas.text(
        across.label(tick), across.place(tick), bottom + 18, "small", anchor: .middle)
    }
    for (index, item) in items.enumerated() {
      let y = top + Double(index) * rowHeight
      let middle = y + (isWide ? rowHeight / 2 : 32)
      let letters = Int((isWide ? left - 12 : width - 8) / 7.6)
      let words = IntervalChart.cut(isWide ? item.name : "\(item.name): \(item.text)", letters)
      if isWide {
        canvas.text(words, left - 10, middle + 5, anchor: .end)
      } else {
        canvas.text(words, 2, y + 16, "over")
      }
      let zero = across.place(0)
      for (value, style, place) in [(item.low, "bar1", -10.0), (item.high, "bar0", 1)] {
        let end = across.place(value)
        canvas.rectangle(min(zero, end), middle + place, max(1, abs(end - zero)), 9, style)
      }
    }
    canvas.text(measure, right, bottom + 38, "small", anchor: .end)
    canvas.reach(bottom + 44)
    return canvas
  }
}
