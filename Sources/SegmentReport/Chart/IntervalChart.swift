/// Dots with intervals, one below the other, under headings.
struct IntervalChart: Sendable {
  struct Item: Sendable {
    let name: String
    let mean: Double
    let range: ClosedRange<Double>?
    /// What is written beside it.
    let text: String
  }
  struct Group: Sendable {
    let name: String
    let items: [Item]
  }

  let groups: [Group]
  /// What the axis measures.
  let measure: String
  var isMoney = false
  /// What dot and whisker stand for.
  let key: String
  let style: SeriesStyle
  /// Whether each item is a bar from zero instead of a dot.
  var hasBars = false

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    let all = groups.flatMap(\.items).flatMap {
      [$0.mean, $0.range?.lowerBound ?? $0.mean, $0.range?.upperBound ?? $0.mean]
    }
    guard all.contains(where: { $0 != 0 }) else { return .nothing(measure, width: width) }
    var canvas = SVGCanvas(width: width)
    let isWide = width > 500
    var y =
      ChartKey(entries: [(hasBars ? .band(style.bar) : .dot(style), key)]).draw(on: &canvas) + 8
    let (left, right) = (isWide ? 280.0 : 14.0, width - 18)
    let across = Scale(all, from: left, to: right, marks: isWide ? 6 : 4)
    for group in groups {
      if !group.name.isEmpty {
        // No line of the axis runs through a heading.
        let lines = SVGCanvas.lines(of: group.name, letters: Int(width / SVGCanvas.boldLetter))
        for line in lines {
          canvas.text(line, 2, y + 20, "bold")
          y += SVGCanvas.labelLine
        }
        y += 30 - SVGCanvas.labelLine
      }
      let labels = group.items.map { item in
        RowLabel(
          isWide ? item.name : "\(item.name): \(item.text)", width: width, left: left,
          isWide: isWide)
      }
      let end = y + labels.map(\.height).reduce(4, +)
      for tick in across.ticks {
        canvas.line(across.place(tick), y, across.place(tick), end, tick == 0 ? "axis" : "grid")
      }
      for (item, label) in zip(group.items, labels) {
        draw(item, at: label.draw(top: y, on: &canvas), across, on: &canvas)
        y += label.height
      }
    }
    let bottom = y + 4
    for tick in across.ticks {
      canvas.tick(across.label(tick, isMoney: isMoney), across.place(tick), bottom + 18)
    }
    canvas.axisTitle(measure, below: bottom)
    return canvas
  }

  private func draw(_ item: Item, at y: Double, _ across: Scale, on canvas: inout SVGCanvas) {
    let place = across.place(item.mean)
    if hasBars {
      let zero = across.place(0)
      canvas.rectangle(
        min(zero, place), y - 8, abs(place - zero), 16, style.bar)
      if let range = item.range {
        canvas.line(across.place(range.lowerBound), y, across.place(range.upperBound), y, "outline")
      }
      return
    }
    if let range = item.range {
      canvas.line(
        across.place(range.lowerBound), y, across.place(range.upperBound), y, style.whisker)
    }
    canvas.circle(place, y, 5.5, style.dot)
  }
}
