import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Compares the baseline of a place with its targets.
struct ValidateCommand {
  let options: ValidateOptions
  /// The command line, for the manifest.
  let commandLine: [String]
  let console: Console

  /// Simulates and reports; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let loaded = try options.world.load()
    let output = options.destination.output.map {
      OutputFile(path: $0, what: "a validation", isEarlier: ValidationReport.isReport)
    }
    try output?.check()
    guard !loaded.model.targets.isEmpty else {
      throw UsageError("the place '\(loaded.model.id)' has no targets")
    }
    guard let into = options.destination.into else {
      let report = try report(on: loaded)
      try output?.write(report.markdown)
      return console.out(report.text(width: console.width))
    }
    let table = AddedTable(ValidationReport.tableName, .baseline, records: [record(loaded)])
    let (folder, report) = try Destination.add(table, to: into, console: console) {
      let report = try self.report(on: loaded)
      return (made: report, csv: report.csv)
    }
    console.out(report.text(width: console.width))
    if !options.isQuiet { console.say(folder, since: started) }
  }

  private func report(on loaded: LoadedRun) throws -> ValidationReport {
    let progress = options.isQuiet ? nil : ProgressLine("Running the baseline", console: console)
    progress?.show(0)
    defer { progress?.clear() }
    let fits = try Baseline.fits(loaded.model.targets, loaded, options.run) { progress?.show($0) }
    return ValidationReport(
      loaded, fits: fits, replicates: options.run.replicates, seed: options.run.seed)
  }

  private func record(_ loaded: LoadedRun) -> RunRecord {
    RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: options.run.seed,
      replicates: Array(0..<options.run.replicates), step: loaded.model.step, level: 0.95,
      choices: loaded.choices, scenarios: [loaded.baseline.id], files: loaded.files,
      inputs: loaded.inputs)
  }
}
