import SegmentReport

/// Makes the report of a run again from its folder, or checks that it is what its files give.
struct ReportCommand {
  let options: ReportOptions
  let console: Console

  /// Does it; throws what differs, having changed nothing.
  func run() throws {
    let folder = try ReportFolder(path: options.folder)
    let differences = try options.isVerifying ? folder.differences() : folder.changedTables()
    guard differences.isEmpty else {
      throw CheckFailure(
        message: "\(options.folder) is not what the run left there:"
          + differences.map { "\n  \($0)" }.joined(),
        help: options.isVerifying
          ? nil : "a report is made only of files that are as the run wrote them; run it again")
    }
    guard !options.isVerifying else {
      console.out("Every file is as the run left it, and its files give this report.\n")
      return
    }
    let revised = try ResultsFolder(revising: options.folder)
    try Interruption.publishing(revised) { try folder.render(options.assurance, into: revised) }
    guard !options.isQuiet else { return }
    console.error("The report is in \(options.folder)/\(ReportFiles.pageName)\n")
  }
}
