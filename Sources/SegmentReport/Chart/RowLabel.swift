/// The label of a row of dots or bars, in as many lines as it needs: left of them where the chart is
/// wide, else above them.
struct RowLabel {
  private static let (wideHeight, narrowHeight) = (28.0, 46.0)

  private let lines: [String]
  private let isWide: Bool
  /// Where the label ends where the chart is wide.
  private let right: Double

  /// A label for a chart so wide, whose dots or bars begin at `left`.
  init(_ text: String, width: Double, left: Double, isWide: Bool) {
    (self.isWide, right) = (isWide, left - 10)
    let room = isWide ? left - 12 : width - 8
    lines = SVGCanvas.lines(of: text, letters: Int(room / SVGCanvas.letter))
  }

  /// What its second and further lines take.
  private var more: Double { Double(lines.count - 1) * SVGCanvas.labelLine }

  /// The height of the row.
  var height: Double { (isWide ? Self.wideHeight : Self.narrowHeight) + more }

  /// Draws it in a row that begins at `top`; returns the height at which the dot or bar stands.
  func draw(top: Double, isBold: Bool = false, on canvas: inout SVGCanvas) -> Double {
    for (index, line) in lines.enumerated() {
      let down = top + Double(index) * SVGCanvas.labelLine
      if isWide {
        canvas.text(line, right, down + 19, isBold ? "bold" : "", anchor: .end)
      } else {
        canvas.text(line, 2, down + 16, isBold ? "bold over" : "over")
      }
    }
    return isWide ? top + height / 2 : top + 31 + more
  }
}
