/// The segments of a pathway, and how many people move between them in a year, in the baseline and
/// in a scenario.
struct FlowPicture: Sendable {
  struct Box: Sendable {
    let name: String
    /// People at the start and at the end, in the baseline and in the scenario, as text.
    let baseline: (start: String, end: String)
    let scenario: (start: String, end: String)
  }
  struct Arrow: Sendable {
    let from: Int
    let to: Int
    /// People a year in the scenario, for the width of the arrow.
    let perYear: Double
    let baseline: String
    let scenario: String
  }

  let boxes: [Box]
  let arrows: [Arrow]
  let baselineName: String
  let scenarioName: String

  private static let boxHeight = 74.0
  private static let gap = 30.0
  private static let laneWidth = 62.0

  /// Draws it: boxes in file order from above, arrows downwards on the right, upwards on the left.
  func draw(_ width: Double) -> SVGCanvas {
    var canvas = SVGCanvas(width: width)
    canvas.text("People at the start → at the end; arrows: moves a year", 2, 16, "small")
    canvas.text("b: \(IntervalChart.cut(baselineName, Int(width / 8)))", 2, 36, "small")
    canvas.text("s: \(IntervalChart.cut(scenarioName, Int(width / 8)))", 2, 56, "small")
    let top = 74.0
    let down = lanes(arrows.filter { $0.to > $0.from })
    let up = lanes(arrows.filter { $0.to < $0.from })
    // As far left as the arrows upwards allow, so that a phone shows the boxes first.
    let side = width / 3.3
    let left = min(side, up.first.map { 46 + Self.laneWidth * Double($0.2) } ?? 2)
    let right = left + width - 2 * side
    for (index, box) in boxes.enumerated() {
      let y = top + Double(index) * (Self.boxHeight + Self.gap)
      canvas.rectangle(left, y, right - left, Self.boxHeight, "box", corner: 6)
      let letters = Int((right - left - 12) / 7.4)
      canvas.text(IntervalChart.cut(box.name, letters), left + 10, y + 22, "bold")
      canvas.text("b  \(box.baseline.start) → \(box.baseline.end)", left + 10, y + 43, "small")
      canvas.text("s  \(box.scenario.start) → \(box.scenario.end)", left + 10, y + 62)
    }
    // Words last, so that no arrow crosses them.
    for isWords in [false, true] {
      for (arrow, lane, lanes) in down {
        draw(
          arrow, lane, lanes, from: right, room: width - right, top: top, isWords: isWords,
          on: &canvas)
      }
      for (arrow, lane, lanes) in up {
        draw(arrow, lane, lanes, from: left, room: -left, top: top, isWords: isWords, on: &canvas)
      }
    }
    canvas.reach(top + Double(boxes.count) * (Self.boxHeight + Self.gap) - Self.gap + 6)
    return canvas
  }

  /// A lane for each arrow so that no two that overlap share one; short arrows are next to the boxes.
  private func lanes(_ arrows: [Arrow]) -> [(Arrow, Int, Int)] {
    var taken: [[ClosedRange<Int>]] = []
    let sorted = arrows.sorted {
      (abs($0.to - $0.from), $0.from, $0.to) < (abs($1.to - $1.from), $1.from, $1.to)
    }
    let placed = sorted.map { arrow -> (Arrow, Int) in
      // Twice the place: an arrow that ends where another begins does not meet it.
      let (start, end) = (min(arrow.from, arrow.to) * 2 + 1, max(arrow.from, arrow.to) * 2)
      let range = start...max(start, end)
      let lane = taken.firstIndex { $0.allSatisfy { !$0.overlaps(range) } } ?? taken.count
      if lane == taken.count { taken.append([]) }
      taken[lane].append(range)
      return (arrow, lane)
    }
    return placed.map { ($0.0, $0.1, taken.count) }
  }

  private func draw(
    _ arrow: Arrow, _ lane: Int, _ lanes: Int, from edge: Double, room: Double, top: Double,
    isWords: Bool, on canvas: inout SVGCanvas
  ) {
    let isDown = arrow.to > arrow.from
    let step = min(Self.laneWidth, (room.magnitude - 46) / Double(max(1, lanes)))
    let reach = (18 + (Double(lane) + 0.25) * step) * (room < 0 ? -1 : 1)
    func y(_ box: Int, _ part: Double) -> Double {
      top + Double(box) * (Self.boxHeight + Self.gap) + Self.boxHeight * part
    }
    // Outer lanes leave lower and arrive higher, so that their ends do not fall together.
    let shift = Double(lane) / Double(max(1, lanes)) * 0.3
    let (start, end) =
      isDown
      ? (y(arrow.from, 0.62 + shift), y(arrow.to, 0.08 + shift))
      : (y(arrow.from, 0.38 - shift), y(arrow.to, 0.92 - shift))
    let far = edge + reach
    let n = SVGCanvas.number
    let most = arrows.map(\.perYear).max() ?? 1
    let thickness = 1.2 + 6 * (most > 0 ? (arrow.perYear / most).squareRoot() : 0)
    let tip = edge + (room < 0 ? -9 : 9)
    let middle = (start + end) / 2
    guard !isWords else {
      let side = (6 + thickness / 2) * (room < 0 ? -1 : 1)
      let anchor: SVGCanvas.Anchor = room < 0 ? .end : .start
      canvas.text("b \(arrow.baseline)", far + side, middle - 3, "tiny", anchor: anchor)
      canvas.text("s \(arrow.scenario)", far + side, middle + 12, "tiny", anchor: anchor)
      return
    }
    canvas.path(
      "M\(n(edge)) \(n(start)) C\(n(far)) \(n(start)) \(n(far)) \(n(start)) \(n(far)) \(n(middle)) "
        + "S\(n(far)) \(n(end)) \(n(tip)) \(n(end))",
      isDown ? "flow" : "back", attributes: " stroke-width=\"\(n(thickness))\"")
    canvas.path(
      [(edge, end), (tip, end - 5.5), (tip, end + 5.5)], isDown ? "head0" : "head1", isClosed: true)
  }
}
