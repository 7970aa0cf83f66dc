import SegmentAnalysis

/// What a calibration is asked for.
struct CalibrateOptions {
  var world: OneWorld
  var calibration: CalibrationOptions
  var writes: Bool
  var isForced: Bool
  var isQuiet: Bool

  /// Reads the options of `calibrate`.
  init(_ arguments: Arguments) throws(UsageError) {
    world = try OneWorld(arguments, verb: .calibrate)
    writes = arguments.has(.write)
    isForced = arguments.has(.force)
    isQuiet = arguments.has(.quiet)
    if isForced, !writes { throw UsageError("'--force' has no meaning without '--write'") }
    calibration = CalibrationOptions(seed: try arguments.seed(), threads: try arguments.threads())
    calibration.replicates =
      try arguments.number(.fewReplicates, 2...100_000) ?? calibration.replicates
    calibration.rounds =
      try arguments.number(.rounds, 0...1000) ?? calibration.rounds
    calibration.cohort =
      try arguments.number(.cohort, 100...10_000_000) ?? calibration.cohort
    if let text = arguments.text(.tolerance) {
      guard let part = Double(text), part > 0, part <= 10 else {
        throw UsageError("'--tolerance' must be a number above 0 and up to 10, not '\(text)'")
      }
      calibration.tolerance = part
    }
  }
}
