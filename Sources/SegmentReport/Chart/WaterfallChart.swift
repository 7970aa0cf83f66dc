/// Bars that each begin where the one before ends, up to a total.
struct WaterfallChart: Sendable {
  struct Step: Sendable {
    let name: String
    let value: Double
    /// Whether it stands on zero, as the total does.
    var isTotal = false
    let text: String
  }

  let steps: [Step]
  let measure: String
  var isMoney = false

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    guard steps.contains(where: { $0.value != 0 }) else { return .nothing(measure, width: width) }
    var canvas = SVGCanvas(width: width)
    let isWide = width > 500
    var y =
      ChartKey(entries: [
        (.band("bar0"), isMoney ? "more saved or less spent" : "adds to what is avoided"),
        (.band("bar1"), isMoney ? "less saved or more spent" : "takes from it"),
        (.band("bar5"), "total"),
      ]).draw(on: &canvas) + 8
    let (left, right) = (isWide ? 330.0 : 14.0, width - 18)
    var ends: [ClosedRange<Double>] = []
    var sum = 0.0
    for step in steps {
      let start = step.isTotal ? 0 : sum
      sum = start + step.value
      ends.append(min(start, sum)...max(start, sum))
    }
    let across = Scale(
      ends.flatMap { [$0.lowerBound, $0.upperBound] }, from: left, to: right,
      marks: isWide ? 6 : 4)
    let labels = steps.map { step in
      RowLabel("\(step.name): \(step.text)", width: width, left: left, isWide: isWide)
    }
    let bottom = y + labels.map(\.height).reduce(4, +)
    for tick in across.ticks {
      canvas.line(across.place(tick), y, across.place(tick), bottom, tick == 0 ? "axis" : "grid")
      canvas.tick(across.label(tick, isMoney: isMoney), across.place(tick), bottom + 18)
    }
    for ((step, range), label) in zip(zip(steps, ends), labels) {
      let middle = label.draw(top: y, isBold: step.isTotal, on: &canvas)
      let style = step.isTotal ? "bar5" : step.value < 0 ? "bar1" : "bar0"
      canvas.rectangle(
        across.place(range.lowerBound), middle - 8,
        max(1, across.place(range.upperBound) - across.place(range.lowerBound)), 16, style)
      y += label.height
    }
    canvas.axisTitle(measure, below: bottom)
    return canvas
  }
}
