/// Lines over years or numbers, with bands around the first.
struct LineChart: Sendable {
  struct Line: Sendable {
    let name: String
    let values: [Double]
  }
  struct Band: Sendable {
    let name: String
    let ranges: [ClosedRange<Double>]
  }

  /// What stands below the marks of the horizontal axis.
  let marks: [String]
  let lines: [Line]
  /// Bands, the widest first.
  var bands: [Band] = []
  /// What the vertical axis measures.
  let measure: String
  var isMoney = false
  /// Whether the horizontal axis is in words, with a place for each, so that points are shown.
  var hasPoints = true
  /// What the horizontal axis measures, if it is not plain.
  var across = ""

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    var canvas = SVGCanvas(width: width)
    let key = ChartKey(
      entries: lines.enumerated().map { (ChartKey.Mark.line($0), $1.name) }
        + bands.enumerated().map { (ChartKey.Mark.band($0), $1.name) })
    let top = key.draw(on: &canvas) + 26
    let bottom = top + (width > 500 ? 260 : 210)
    let all = lines.flatMap(\.values) + bands.flatMap(\.ranges).flatMap { [$0.lowerBound, $0.upperBound] }
    let up = Scale(all, from: bottom, to: top, marks: 5)
    let (left, right) = (62.0, width - 16)
    canvas.text(measure, 2, top - 14, "small")
    for tick in up.ticks {
      let y = up.place(tick)
      canvas.line(left, y, right, y, tick == 0 ? "axis" : "grid")
      canvas.text(up.label(tick, isMoney: isMoney), left - 8, y + 5, "small", anchor: .end)
    }
    let count = marks.count
    func x(_ index: Int) -> Double {
      let inset = hasPoints ? 26.0 : 0
      guard count > 1 else { return (left + right) / 2 }
      return left + inset + Double(index) / Double(count - 1) * (right - left - 2 * inset)
    }
    let most = max(2, Int((right - left) / (hasPoints ? 62 : 58)))
    let step = max(1, (count + most - 1) / most)
    for index in stride(from: 0, to: count, by: step) {
      canvas.text(marks[index], x(index), bottom + 20, "small", anchor: .middle)
    }
    if !across.isEmpty { canvas.text(across, right, bottom + 40, "small", anchor: .end) }
    for (style, band) in bands.enumerated() {
      let upper = band.ranges.enumerated().map { (x($0), up.place($1.upperBound)) }
      let lower = band.ranges.enumerated().map { (x($0), up.place($1.lowerBound)) }
      if count == 1, let range = band.ranges.first {
        canvas.rectangle(
          x(0) - 12, up.place(range.upperBound), 24,
          up.place(range.lowerBound) - up.place(range.upperBound), "band\(style)")
      }
      canvas.path(upper + lower.reversed(), "band\(style)", isClosed: true)
    }
    for (style, line) in lines.enumerated().reversed() {
      let points = line.values.enumerated().map { (x($0), up.place($1)) }
      canvas.path(points, "s\(style)")
      if hasPoints, style == 0 { for point in points { canvas.circle(point.0, point.1, 4, "dot") } }
    }
    canvas.reach(bottom + (across.isEmpty ? 26 : 46))
    return canvas
  }
}
