/// The cost-effectiveness plane: what each draw gains and what it costs.
struct PlaneChart: Sendable {
  /// Health gained and extra cost of each draw.
  let points: [(gain: Double, cost: Double)]
  let gainName: String
  let style: SeriesStyle

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    var canvas = SVGCanvas(width: width)
    let (top, bottom, left, right) = (40.0, width > 500 ? 380.0 : 320.0, 66.0, width - 16)
    let across = Scale(points.map(\.gain), from: left, to: right, marks: width > 500 ? 6 : 4)
    let up = Scale(points.map(\.cost), from: bottom, to: top, marks: 6)
    canvas.text("Extra cost", 2, 20, "small")
    for tick in up.ticks {
      canvas.line(left, up.place(tick), right, up.place(tick), tick == 0 ? "axis" : "grid")
      canvas.text(
        up.label(tick, isMoney: true), left - 8, up.place(tick) + 5, "small", anchor: .end)
    }
    for tick in across.ticks {
      canvas.line(across.place(tick), top, across.place(tick), bottom, tick == 0 ? "axis" : "grid")
      canvas.tick(across.label(tick), across.place(tick), bottom + 20)
    }
    for point in points {
      canvas.circle(across.place(point.gain), up.place(point.cost), 4, style.cloud)
    }
    canvas.axisTitle("\(gainName) gained", below: bottom + 4)
    return canvas
  }
}
