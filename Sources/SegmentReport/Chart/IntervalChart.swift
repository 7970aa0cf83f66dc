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
  /// Whether each item is a bar from zero instead of a dot.
  var hasBars = false

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    var canvas = SVGCanvas(width: width)
    let isWide = width > 500
    var y = ChartKey(entries: [(hasBars ? .bar(0) : .dot, key)]).draw(on: &canvas) + 8
    let (left, right) = (isWide ? 280.0 : 14.0, width - 18)
    let items = groups.flatMap(\.items)
    let across = Scale(
      items.flatMap {
        [$0.mean, $0.range?.lowerBound ?? $0.mean, $0.range?.upperBound ?? $0.mean]
      },
      from: left, to: right, marks: isWide ? 6 : 4)
    let rowHeight = isWide ? 28.0 : 46.0
    let headings = Double(groups.count { !$0.name.isEmpty }) * 30
    let bottom = y + headings + Double(items.count) * rowHeight + 4
    for tick in across.ticks {
      canvas.line(across.place(tick), y, across.place(tick), bottom, tick == 0 ? "axis" : "grid")
      canvas.tick(across.label(tick, isMoney: isMoney), across.place(tick), bottom + 18)
    }
    for group in groups {
      if !group.name.isEmpty {
        canvas.text(group.name, 2, y + 20, "bold over")
        y += 30
      }
      for item in group.items {
        let middle = y + (isWide ? rowHeight / 2 : 31)
        let letters = Int((isWide ? left - 12 : width - 8) / 7.6)
        if isWide {
          canvas.text(Self.cut(item.name, letters), left - 10, middle + 5, anchor: .end)
        } else {
          canvas.text(Self.cut("\(item.name): \(item.text)", letters), 2, y + 16, "over")
        }
        draw(item, at: middle, across, on: &canvas)
        y += rowHeight
      }
    }
    canvas.axisTitle(measure, below: bottom)
    return canvas
  }

  private func draw(_ item: Item, at y: Double, _ across: Scale, on canvas: inout SVGCanvas) {
    let place = across.place(item.mean)
    if hasBars {
      let zero = across.place(0)
      canvas.rectangle(
        min(zero, place), y - 8, abs(place - zero), 16, item.mean < 0 ? "bar1" : "bar0")
      if let range = item.range {
        canvas.line(across.place(range.lowerBound), y, across.place(range.upperBound), y, "outline")
      }
      return
    }
    if let range = item.range {
      canvas.line(across.place(range.lowerBound), y, across.place(range.upperBound), y, "whisker")
    }
    canvas.circle(place, y, 5.5, "dot")
  }

  /// A name with no more letters than there is room for.
  static func cut(_ name: String, _ letters: Int) -> String {
    name.count <= letters ? name : name.prefix(max(1, letters - 1)) + "…"
  }
}
