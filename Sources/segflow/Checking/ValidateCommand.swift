import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Compares the baseline of a place with its targets.
struct ValidateCommand {
  let options: ValidateOptions
  let console: Console

  /// Simulates and reports; throws what is wrong, having written nothing.
  func run() throws {
    let loaded = try options.world.load()
    let output = options.output.map {
      OutputFile(path: $0, what: "a validation", isEarlier: ValidationReport.isReport)
    }
    try output?.check()
    guard !loaded.model.targets.isEmpty else {
      throw UsageError("the place '\(loaded.model.id)' has no targets")
    }
    let progress = options.isQuiet ? nil : ProgressLine("Running the baseline", console: console)
    progress?.show(0)
    let fits: [TargetFit]
    do {
      defer { progress?.clear() }
      fits = try Baseline.fits(loaded.model.targets, loaded, options.run) { progress?.show($0) }
    }
    let report = ValidationReport(
      loaded, fits: fits, replicates: options.run.replicates, seed: options.run.seed)
    try output?.write(report.markdown)
    console.out(report.text(width: console.width))
  }
}
