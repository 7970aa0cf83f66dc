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
    guard items.contains(where: { $0.low != 0 || $0.high != 0 }) else {
      return .nothing(measure, width: width)
    }
    var canvas = SVGCanvas(width: width)
    let isWide = width > 500
    let key = ChartKey(entries: [(.band("bar1"), keys.low), (.band("bar0"), keys.high)])
    var y = key.draw(on: &canvas) + 8
    let (left, right) = (isWide ? 330.0 : 14.0, width - 18)
    let across = Scale(
      items.flatMap { [$0.low, $0.high] }, from: left, to: right, marks: isWide ? 6 : 4)
    let labels = items.map { item in
      RowLabel(
        isWide ? item.name : "\(item.name): \(item.text)", width: width, left: left,
        isWide: isWide)
    }
    let bottom = y + labels.map(\.height).reduce(4, +)
    for tick in across.ticks {
      canvas.line(across.place(tick), y, across.place(tick), bottom, tick == 0 ? "axis" : "grid")
      canvas.tick(across.label(tick), across.place(tick), bottom + 18)
    }
    for (item, label) in zip(items, labels) {
      let middle = label.draw(top: y, on: &canvas)
      let zero = across.place(0)
      for (value, style, place) in [(item.low, "bar1", -10.0), (item.high, "bar0", 1)] {
        let end = across.place(value)
        canvas.rectangle(min(zero, end), middle + place, max(1, abs(end - zero)), 9, style)
      }
      y += label.height
    }
    canvas.axisTitle(measure, below: bottom)
    return canvas
  }
}
