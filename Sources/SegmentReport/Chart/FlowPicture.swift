/// The segments of a pathway, and how many people move between them in a year, in the baseline and
/// in a scenario.
struct FlowPicture: Sendable {
  struct Box: Sendable {
    let name: String
    /// People at the start and at the end, in the baseline and in the scenario, as text.
    let baseline: (start: String, end: String)
    let scenario: (start: String, end: String)?
  }
  struct Arrow: Sendable {
    let from: Int
    let to: Int
    /// People a year in the scenario, for the width of the arrow.
    let perYear: Double
    let baseline: String
    let scenario: String?
  }

  let boxes: [Box]
  let arrows: [Arrow]
  let baselineName: String
  /// The scenario beside the baseline; nil where the baseline is by itself.
  let scenarioName: String?

  /// The height of a box whose name has one line.
  private static let leastHeight = 74.0
  private static let gap = 30.0
  private static let laneWidth = 62.0

  /// Draws it: boxes in file order from above, arrows downwards on the right, upwards on the left.
  func draw(_ width: Double) -> SVGCanvas {
    var canvas = SVGCanvas(width: width)
    canvas.text("People at the start → at the end; arrows: moves a year", 2, 16, "small")
    var top = 36.0
    let names = scenarioName.map { ["b: \(baselineName)", "s: \($0)"] } ?? [baselineName]
    for name in names {
      let letters = Int(width / SVGCanvas.smallLetter)
      top += canvas.lines(name, 2, top, "small", letters: letters, lineHeight: 16) + 4
    }
    let down = lanes(arrows.filter { $0.to > $0.from })
    let up = lanes(arrows.filter { $0.to < $0.from })
    // As far left as the arrows upwards allow, so that a phone shows the boxes first.
    let side = width / 3.3
    let left = min(side, up.first.map { 46 + Self.laneWidth * Double($0.2) } ?? 2)
    let right = left + width - 2 * side
    let labels = boxes.map {
      SVGCanvas.lines(of: $0.name, letters: Int((right - left - 14) / SVGCanvas.boldLetter))
    }
    // All boxes leave the room that the longest name needs.
    let more = Double((labels.map(\.count).max() ?? 1) - 1) * SVGCanvas.labelLine
    let boxHeight = Self.leastHeight + more
    /// The place of a part of a box.
    func y(_ box: Int, _ part: Double) -> Double {
      top + Double(box) * (boxHeight + Self.gap) + boxHeight * part
    }
    for (index, box) in boxes.enumerated() {
      canvas.rectangle(left, y(index, 0), right - left, boxHeight, "box", corner: 6)
      for (row, line) in labels[index].enumerated() {
        let down = y(index, 0) + 22 + Double(row) * SVGCanvas.labelLine
        canvas.text(line, left + 10, down, "bold")
      }
      let below = y(index, 1)
      let baseline = "\(box.baseline.start) → \(box.baseline.end)"
      guard let scenario = box.scenario else {
        canvas.text(baseline, left + 10, below - 12)
        continue
      }
      canvas.text("b  \(baseline)", left + 10, below - 31, "small")
      canvas.text("s  \(scenario.start) → \(scenario.end)", left + 10, below - 12)
    }
    // Words last, so that no arrow crosses them.
    for isWords in [false, true] {
      for (arrow, lane, lanes) in down {
        draw(
          arrow, lane, lanes, from: right, room: width - right, y: y, isWords: isWords,
          on: &canvas)
      }
      for (arrow, lane, lanes) in up {
        draw(arrow, lane, lanes, from: left, room: -left, y: y, isWords: isWords, on: &canvas)
      }
    }
    canvas.reach(y(boxes.count - 1, 1) + 6)
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
    _ arrow: Arrow, _ lane: Int, _ lanes: Int, from edge: Double, room: Double,
    y: (Int, Double) -> Double, isWords: Bool, on canvas: inout SVGCanvas
  ) {
    let isDown = arrow.to > arrow.from
    let step = min(Self.laneWidth, (room.magnitude - 46) / Double(max(1, lanes)))
    let reach = (18 + (Double(lane) + 0.25) * step) * (room < 0 ? -1 : 1)
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
      guard let scenario = arrow.scenario else {
        canvas.text(arrow.baseline, far + side, middle + 4, "tiny", anchor: anchor)
        return
      }
      canvas.text("b \(arrow.baseline)", far + side, middle - 3, "tiny", anchor: anchor)
      canvas.text("s \(scenario)", far + side, middle + 12, "tiny", anchor: anchor)
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
