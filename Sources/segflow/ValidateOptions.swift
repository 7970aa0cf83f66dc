import Foundation
import SegmentAnalysis

/// What a validation is asked for.
struct ValidateOptions {
  var file: String
  var baseline: String?
  var run: CalibrationOptions
  var output: String?
  var isQuiet: Bool

  /// Reads the options of `validate`.
  init(_ arguments: Arguments) throws(UsageError) {
    file = try Self.oneFile(arguments, verb: .validate)
    baseline = arguments.text(.baseline)
    output = arguments.text(.markdown)
    isQuiet = arguments.has(.noProgress)
    run = CalibrationOptions(
      replicates: 40, threads: ProcessInfo.processInfo.activeProcessorCount)
    run.seed = try RunOptions.number(arguments, .seed, 0...UInt64.max) ?? run.seed
    run.threads = try RunOptions.number(arguments, .threads, 1...1024) ?? run.threads
    run.replicates =
      try RunOptions.number(arguments, .manyReplicates, 2...100_000) ?? run.replicates
  }

  /// The one file that a verb takes.
  static func oneFile(_ arguments: Arguments, verb: Verb) throws(UsageError) -> String {
    guard arguments.files.count == 1 else {
      throw UsageError(
        "'\(verb.rawValue)' needs one file, found \(arguments.files.count)",
        help: "usage: \(verb.usage)")
    }
    return arguments.files[0]
  }
}
