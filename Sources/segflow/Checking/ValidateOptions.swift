import Foundation
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
      replicates: 40, threads: ProcessInfo.processInfo.activeProcessorCount)
    run.seed = try RunOptions.number(arguments, .seed, 0...UInt64.max) ?? run.seed
    run.threads = try RunOptions.number(arguments, .threads, 1...1024) ?? run.threads
    run.replicates =
      try RunOptions.number(arguments, .manyReplicates, 2...100_000) ?? run.replicates
  }
}
