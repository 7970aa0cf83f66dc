/// Lines over years or numbers, with bands around the first.
struct LineChart: Sendable {
  struct Line: Sendable {
    let name: String
    let values: [Double]
    let style: SeriesStyle
    /// Whether it is what the chart is about: heavier, with a dot at each value.
    var isMain = false
  }
  struct Band: Sendable {
    let name: String
    let ranges: [ClosedRange<Double>]
    let style: SeriesStyle
    /// Whether it lies within another of the same style.
    var isInner = false
    var look: String { isInner ? style.innerBand : style.outerBand }
  }

  /// What stands below the values; nothing where they stand at numbers.
  var marks: [String] = []
  let lines: [Line]
  /// Bands, the widest first.
  var bands: [Band] = []
  /// What the vertical axis measures.
  let measure: String
  var isMoney = false
  /// Where the values stand on the horizontal axis; without, side by side with a point for each.
  var numbers: [Double]?
  /// What the horizontal axis measures, if it is not plain.
  var across = ""

  /// Draws it.
  func draw(_ width: Double) -> SVGCanvas {
    let all =
      lines.flatMap(\.values) + bands.flatMap(\.ranges).flatMap { [$0.lowerBound, $0.upperBound] }
    guard all.contains(where: { $0 != 0 }) else { return .nothing(measure, width: width) }
    var canvas = SVGCanvas(width: width)
    let key = ChartKey(
      entries: lines.map { (.line(Self.look($0)), $0.name) }
        + bands.map { (.band($0.look), $0.name) })
    let top = key.draw(on: &canvas) + 26
    let bottom = top + (width > 500 ? 260 : 210)
    let up = Scale(all, from: bottom, to: top, marks: 5)
    let (left, right) = (62.0, width - 16)
    canvas.text(measure, 2, top - 14, "small")
    for tick in up.ticks {
      let y = up.place(tick)
      canvas.line(left, y, right, y, tick == 0 ? "axis" : "grid")
      canvas.text(up.label(tick, isMoney: isMoney), left - 8, y + 5, "small", anchor: .end)
    }
    let points = points(from: left, to: right)
    for mark in points.marks {
      canvas.tick(mark.text, mark.x, bottom + 20)
    }
    if !across.isEmpty { canvas.axisTitle(across, below: bottom + 2) }
    for band in bands {
      let upper = band.ranges.enumerated().map { (points.x[$0], up.place($1.upperBound)) }
      let lower = band.ranges.enumerated().map { (points.x[$0], up.place($1.lowerBound)) }
      if points.x.count == 1, let range = band.ranges.first {
        canvas.rectangle(
          points.x[0] - 12, up.place(range.upperBound), 24,
          up.place(range.lowerBound) - up.place(range.upperBound), band.look)
      }
      canvas.path(upper + lower.reversed(), band.look, isClosed: true)
    }
    for line in lines.reversed() {
      let places = line.values.enumerated().map { (points.x[$0], up.place($1)) }
      canvas.path(places, Self.look(line))
      if numbers == nil, line.isMain || places.count == 1 {
        for place in places { canvas.circle(place.0, place.1, 4, line.style.dot) }
      }
    }
    canvas.reach(bottom + (across.isEmpty ? 26 : 46))
    return canvas
  }

  private static func look(_ line: Line) -> String {
    line.isMain ? line.style.mainLine : line.style.line
  }

  /// The places of the values on the horizontal axis, and what is marked on it.
  private func points(
    from left: Double, to right: Double
  ) -> (x: [Double], marks: [(text: String, x: Double)]) {
    if let numbers {
      let scale = Scale(
        numbers, from: left, to: right, marks: Int((right - left) / 70), holdsZero: false)
      return (numbers.map(scale.place), scale.ticks.map { (scale.label($0), scale.place($0)) })
    }
    let (count, inset) = (marks.count, 26.0)
    let x = marks.indices.map { index in
      count > 1
        ? left + inset + Double(index) / Double(count - 1) * (right - left - 2 * inset)
        : (left + right) / 2
    }
    let most = max(2, Int((right - left) / 62))
    let step = max(1, (count + most - 1) / most)
    return (x, stride(from: 0, to: count, by: step).map { (marks[$0], x[$0]) })
  }
}
