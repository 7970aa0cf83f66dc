import SegmentAnalysis
import SegmentReport

/// What a validation is asked for.
struct ValidateOptions {
  var world: OneWorld
  var run: CalibrationOptions
  /// The Markdown file to write, or the folder of a run that a table is added to.
  var destination: Destination
  var isQuiet: Bool

  /// Reads the options of `validate`.
  init(_ arguments: Arguments) throws(UsageError) {
    world = try OneWorld(arguments, verb: .validate)
    destination = try Destination(arguments, output: .markdown)
    isQuiet = arguments.has(.noProgress)
    run = CalibrationOptions(
      seed: try arguments.seed(),
      replicates: try arguments.number(.manyReplicates, 2...100_000)
        ?? AddedTable.usualFitReplicates,
      threads: try arguments.threads())
  }
}
