import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// A number of a run, found by what the command line calls it.
enum NumberChoice {
  /// The number of that name; throws when there is none, or several.
  static func number(_ text: String, in index: NumberIndex) throws(UsageError) -> SettableNumber {
    let found = index.named(text)
    if let first = found.first, found.count == 1 { return first }
    guard found.isEmpty else {
      let names = found.prefix(3).map { "'\($0.names[0])'" }.joined(separator: ", ")
      throw UsageError(
        "'\(text)' may be any of \(found.count) numbers, such as \(names)",
        help: "write more of the name")
    }
    // Of a name without its folders, so is the nearest.
    let names = index.numbers.flatMap(\.names)
    let tails = names.map { String($0.split(separator: "/").last ?? "") }
    let nearest = Spelling.nearest(to: text, in: names + tails, byWords: false)
    throw UsageError(
      "no number is called '\(text)'",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "inputs.csv of a run lists those in force: write '<file>:<path>'")
  }

  /// A range written as `<from>..<to>`.
  static func range(_ text: String) throws(UsageError) -> ClosedRange<Double> {
    guard let dots = text.range(of: ".."), let from = Double(text[..<dots.lowerBound]),
      let to = Double(text[dots.upperBound...]), from.isFinite, to.isFinite, from < to
    else {
      throw UsageError(
        "the values must be two numbers, the lower first, not '\(text)'",
        help: "write '<from>..<to>', such as 0.1..0.5; before a number below 0 write '--'")
    }
    return from...to
  }

  /// The range to look at when none is given: the 95% range, else half to double, as far as that makes
  /// sense.
  static func usualRange(_ number: SettableNumber) throws(UsageError) -> ClosedRange<Double> {
    if let range = number.range95, range.lowerBound < range.upperBound {
      return range.clamped(to: number.range)
    }
    guard let value = number.value, value != 0 else {
      throw UsageError(
        "'\(number.names[0])' is 0, so there is no usual range to look at",
        help: "give one as '<from>..<to>'")
    }
    let ends = [value / 2, value * 2].sorted()
    return (ends[0]...ends[1]).clamped(to: number.range)
  }
}
