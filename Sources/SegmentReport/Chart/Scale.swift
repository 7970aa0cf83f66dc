/// Places on an axis for numbers, with round numbers marked.
struct Scale: Sendable {
  let low: Double
  let high: Double
  /// The numbers that are marked.
  let ticks: [Double]
  private let start: Double
  private let length: Double
  /// The power of ten of the distance between marks.
  private let exponent: Int

  /// An axis from one place to another that holds some numbers, and zero if asked.
  init(_ values: [Double], from start: Double, to end: Double, marks: Int, holdsZero: Bool = true) {
    let all = values.filter(\.isFinite) + (holdsZero ? [0] : [])
    let (least, most) = (all.min() ?? 0, all.max() ?? 1)
    let spread = most > least ? most - least : max(1, most.magnitude)
    var power = 1.0
    var exponent = 0
    while power * 10 <= spread / Double(marks) { (power, exponent) = (power * 10, exponent + 1) }
    while power > spread / Double(marks), exponent > -6 {
      (power, exponent) = (power / 10, exponent - 1)
    }
    let step =
      [1, 2, 5, 10].map { $0 * power }.first { $0 * Double(marks) >= spread } ?? 10 * power
    if step == 10 * power { exponent += 1 }
    let (first, last) = ((least / step).rounded(.down), (most / step).rounded(.up))
    ticks = stride(from: first, through: max(last, first + 1), by: 1).map { $0 * step }
    (low, high) = (ticks[0], ticks[ticks.count - 1])
    (self.start, length, self.exponent) = (start, end - start, exponent)
  }

  /// The place of a number.
  func place(_ value: Double) -> Double { start + (value - low) / (high - low) * length }

  /// A marked number as text, in thousands or more where the largest is, with as many decimals as tell
  /// the marks apart.
  func label(_ value: Double, isMoney: Bool = false) -> String {
    let size = value.magnitude
    let largest = max(low.magnitude, high.magnitude)
    let units = [(9, 1e9, "bn"), (6, 1e6, "m"), (3, 10_000, "k")]
    var text = NumberText.grouped(size, decimals: max(0, -exponent))
    if let (power, _, name) = units.first(where: { largest >= $0.1 }) {
      text =
        NumberText.trimmed(
          size / NumberText.powerOfTen(power), decimals: max(0, power - exponent)) + name
    }
    if size == 0 { text = "0" }
    return (value < 0 && size > 0 ? "−" : "") + (isMoney ? "£" : "") + text
  }
}
