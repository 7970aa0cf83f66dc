import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Solves numbers of a place, prints what comes of it, and writes them if asked to.
struct CalibrateCommand {
  let options: CalibrateOptions
  let console: Console

  /// Solves; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let loaded = try options.world.load()
    let usual = loaded.choices.isDefault ? nil : try options.world.loadDefault()
    let calibrator = try Calibrator(
      loaded, without: usual, options: options.calibration,
      read: { try options.world.load(replaced: $0) },
      say: { text in if !options.isQuiet { console.error(text + "\n") } })
    let found = try calibrator.run()
    console.out(FitTable(found, options: options.calibration).text(width: console.width))
    for target in found.unsolved {
      console.error("warning: nothing in force is solved for '\(target.id)'\n")
    }
    let missed = found.fits.filter { !$0.isMet(part: options.calibration.tolerance) }
    // Numbers that were solved together are written together.
    if missed.isEmpty || options.isForced { try Interruption.holding { try write(found) } }
    if !options.isQuiet {
      let seconds = NumberText.fixed(Date().timeIntervalSince(started), decimals: 0)
      console.error("\(found.simulations) simulations (\(seconds) seconds)\n")
    }
    guard missed.isEmpty else { throw failure(missed, found) }
  }

  private func failure(_ missed: [TargetFit], _ found: Calibration) -> CheckFailure {
    let names = missed.map { fit in
      let isLimited = found.limited.contains(fit.target.id)
      return "'\(fit.target.id)'" + (isLimited ? " (its numbers are as large as they can be)" : "")
    }
    let isWritten = options.writes && options.isForced
    return CheckFailure(
      message: "not met: \(names.joined(separator: ", "))"
        + (isWritten ? "" : "; nothing was written"),
      help: "targets may contradict each other, or no number that is solved moves them")
  }

  private func write(_ found: Calibration) throws {
    guard options.writes else { return }
    for (path, bytes) in found.files.sorted(by: { $0.key < $1.key }) {
      try OutputFile.write(Data(bytes), to: path)
      if !options.isQuiet { console.error("Wrote \(path)\n") }
    }
  }
}
