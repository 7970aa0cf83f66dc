/// Places on an axis for numbers, with round numbers marked.
struct Scale: Sendable {
  let low: Double
  let high: Double
  /// The numbers that are marked.
  let ticks: [Double]
  private let start: Double
  private let length: Double
  private let decimals: Int

  /// An axis from one place to another that holds some numbers, and zero if asked.
  init(_ values: [Double], from start: Double, to end: Double, marks: Int, holdsZero: Bool = true) {
    let all = values.filter(\.isFinite) + (holdsZero ? [0] : [])
    let (least, most) = (all.min() ?? 0, all.max() ?? 1)
    let spread = most > least ? most - least : max(1, most.magnitude)
    var power = 1.0
    var decimals = 0
    while power * 10 <= spread / Double(marks) { power *= 10 }
    while power > spread / Double(marks), decimals < 6 {
      power /= 10
      decimals += 1
    }
    let step =
      [1, 2, 5, 10].map { $0 * power }.first { $0 * Double(marks) >= spread } ?? 10 * power
    if step == 10 * power { decimals = max(0, decimals - 1) }
    let (first, last) = ((least / step).rounded(.down), (most / step).rounded(.up))
    ticks = stride(from: first, through: max(last, first + 1), by: 1).map { $0 * step }
    (low, high) = (ticks[0], ticks[ticks.count - 1])
    (self.start, length, self.decimals) = (start, end - start, decimals)
  }

  /// The place of a number.
  func place(_ value: Double) -> Double { start + (value - low) / (high - low) * length }

  /// A marked number as text; thousands and more are shortened where all of them allow it.
  func label(_ value: Double, isMoney: Bool = false) -> String {
    let size = value.magnitude
    let largest = max(low.magnitude, high.magnitude)
    var text: String
    if largest >= 1_000_000_000 {
      text = NumberText.trimmed(size / 1_000_000_000, decimals: 2) + "bn"
    } else if largest >= 1_000_000 {
      text = NumberText.trimmed(size / 1_000_000, decimals: 2) + "m"
    } else if largest >= 10_000 {
      text = NumberText.trimmed(size / 1_000, decimals: 1) + "k"
    } else {
      text = NumberText.grouped(size, decimals: decimals)
    }
    if size == 0 { text = "0" }
    return (value < 0 && size > 0 ? "−" : "") + (isMoney ? "£" : "") + text
  }
}
