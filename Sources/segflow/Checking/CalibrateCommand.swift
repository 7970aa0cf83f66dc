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
    // Files that somebody changes meanwhile are taken as they were.
    let asRead = Dictionary(
      loaded.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let calibrator = try Calibrator(
      loaded, without: usual, options: options.calibration,
      read: { try options.world.load(replaced: asRead.merging($0) { $1 }) },
      say: { text in if !options.isQuiet { console.error(text + "\n") } })
    let found = try calibrator.run()
    console.out(FitTable(found, options: options.calibration).text(width: console.width))
    for target in found.unsolved {
      console.error("warning: nothing in force is solved for '\(target.id)'\n")
    }
    let missed = found.fits.filter { !$0.isMet(part: options.calibration.tolerance) }
    // Numbers that were solved together are written together.
    if missed.isEmpty || options.isForced { try Interruption.holding { try write(found, asRead) } }
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

  /// Writes all files or none of them.
  private func write(_ found: Calibration, _ asRead: [String: [UInt8]]) throws {
    guard options.writes else { return }
    let files = found.files.sorted { $0.key < $1.key }
    if let changed = Self.changed(of: files.map(\.key), since: asRead) {
      throw UsageError(
        "'\(changed)' has changed while its numbers were solved, so nothing was written",
        help: "calibrate again")
    }
    try OutputFile.write(files.map { (Data($0.value), $0.key) })
    if options.isQuiet { return }
    for (path, _) in files { console.error("Wrote \(path)\n") }
  }

  /// The first of some files that no longer holds what it held.
  static func changed(of paths: [String], since asRead: [String: [UInt8]]) -> String? {
    paths.first { FileManager.default.contents(atPath: $0).map { [UInt8]($0) } != asRead[$0] }
  }
}
