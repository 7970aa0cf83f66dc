/// What a sweep is asked for.
struct SweepOptions {
  var settings: SettingOptions
  /// What the number is called.
  var number: String
  var range: ClosedRange<Double>
  var points = 5
  var output: String?

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    guard arguments.files.count == 3 else {
      throw UsageError(
        "'sweep' needs a scenario, a number and its values", help: "usage: \(Verb.sweep.usage)")
    }
    settings = try SettingOptions(arguments, verb: .sweep)
    number = arguments.files[1]
    range = try NumberChoice.range(arguments.files[2])
    points = try arguments.number(.points, 2...10_000) ?? points
    output = arguments.text(.sweepOutput)
  }

  /// The values, evenly spaced.
  var values: [Double] {
    (0..<points).map { point in
      point == points - 1
        ? range.upperBound
        : range.lowerBound
          + (range.upperBound - range.lowerBound) * Double(point) / Double(points - 1)
    }
  }
}
