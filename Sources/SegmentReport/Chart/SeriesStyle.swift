/// How a series of a chart looks: its colour, which of the styles' dashes it has, and how heavy it is.
///
/// One scenario has one number in all charts of a page.
struct SeriesStyle: Hashable, Sendable {
  /// How many looks there are; more series than these share them.
  static let count = 6

  /// Which of the looks it has.
  let number: Int

  init(_ number: Int) { self.number = number % Self.count }

  /// The first, a whole line in the first colour.
  static let first = SeriesStyle(0)
  /// The last, in grey, for what a scenario is compared with.
  static let baseline = SeriesStyle(count - 1)

  var line: String { "s\(number)" }
  var mainLine: String { "s\(number) main" }
  var bar: String { "bar\(number)" }
  var outerBand: String { "bar\(number) outer" }
  var innerBand: String { "bar\(number) inner" }
  var dot: String { "dot edge\(number)" }
  var whisker: String { "whisker edge\(number)" }
  var cloud: String { "cloud bar\(number) edge\(number)" }
}
