import SegmentAnalysis

/// What a validation is asked for.
struct ValidateOptions {
  var world: OneWorld
  var run: CalibrationOptions
  var output: String?
  var isQuiet: Bool

  /// Reads the options of `validate`.
  init(_ arguments: Arguments) throws(UsageError) {
    world = try OneWorld(arguments, verb: .validate)
    output = arguments.text(.markdown)
    isQuiet = arguments.has(.noProgress)
    run = CalibrationOptions(
      seed: try arguments.seed(),
      replicates: try arguments.number(.manyReplicates, 2...100_000) ?? 40,
      threads: try arguments.threads())
  }
}
