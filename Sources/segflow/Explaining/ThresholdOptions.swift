/// What a search for a threshold is asked for.
struct ThresholdOptions {
  var settings: SettingOptions
  /// What the number is called.
  var number: String
  /// Where to look; nil for the usual range.
  var range: ClosedRange<Double>?
  /// What changes its sign: `saving`, `qalys`, `net-benefit`, or the id of an outcome.
  var of = "saving"
  /// What a QALY is worth in the net benefit; nil for what the place says first.
  var poundsPerQALY: Int?
  /// What the net benefit is discounted at, as tables call it; nil for not at all.
  var discountRate: String?

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    guard (2...3).contains(arguments.files.count) else {
      throw UsageError(
        "'threshold' needs a scenario and a number", help: "usage: \(Verb.threshold.usage)")
    }
    settings = try SettingOptions(arguments, verb: .threshold)
    number = arguments.files[1]
    if arguments.files.count == 3 { range = try NumberChoice.range(arguments.files[2]) }
    of = arguments.text(.of) ?? of
    for option in [OptionSpec.poundsPerQALY, .discountRate]
    where of != "net-benefit" && arguments.has(option) {
      throw UsageError("'--\(option.name)' is for '--of net-benefit' only")
    }
    poundsPerQALY = try arguments.number(.poundsPerQALY, 0...10_000_000)
    discountRate = arguments.text(.discountRate)
  }
}
