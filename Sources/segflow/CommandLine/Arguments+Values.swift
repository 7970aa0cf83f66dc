import Foundation
import SegmentModel
import SegmentReport

/// What several verbs are asked for, read and checked.
extension Arguments {
  /// The seed of all luck.
  func seed() throws(UsageError) -> UInt64 { try number(.seed, 0...UInt64.max) ?? 1 }

  /// How many threads work at a time.
  func threads() throws(UsageError) -> Int {
    try number(.threads, 1...1024) ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// The length of a step, if it was given.
  func step() throws(UsageError) -> StepLength? {
    guard let text = self.text(.step) else { return nil }
    guard let step = StepLength(rawValue: text) else {
      throw UsageError("'--step' must be month, quarter or year, not '\(text)'")
    }
    return step
  }

  /// The probability of intervals, if it was given.
  func level() throws(UsageError) -> Double? { try percentage(.level, 1...99.9) }

  /// A percentage in a range as a part of one, if it was given; with a percent sign or without.
  func percentage(
    _ option: OptionSpec, _ range: ClosedRange<Double>
  ) throws(UsageError) -> Double? {
    guard let text = self.text(option) else { return nil }
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let percent = Double(digits), range.contains(percent) else {
      throw UsageError(
        "'--\(option.name)' must be a percentage from \(NumberText.shortest(range.lowerBound)) to "
          + "\(NumberText.shortest(range.upperBound)), not '\(text)'")
    }
    // A share would otherwise be taken for a hundredth of itself.
    if percent < 1, !text.hasSuffix("%") {
      throw UsageError(
        "'--\(option.name)' is a percentage, and '\(text)' may be meant as a share",
        help: "write '\(text)%' if it is meant so")
    }
    return percent / 100
  }

  /// A whole number in a range, if it was given.
  func number<Value: FixedWidthInteger>(
    _ option: OptionSpec, _ range: ClosedRange<Value>
  ) throws(UsageError) -> Value? {
    guard let text = self.text(option) else { return nil }
    guard let value = Value(text), range.contains(value) else {
      throw UsageError(
        "'--\(option.name)' must be a whole number from \(range.lowerBound) to "
          + "\(range.upperBound), not '\(text)'")
    }
    return value
  }
}
