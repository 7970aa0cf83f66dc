import SegmentReport

/// What a report is asked for.
struct ReportOptions: Equatable {
  /// The folder of a run.
  var folder: String
  /// Whether nothing is to be changed, only checked.
  var isVerifying: Bool
  /// Who stands behind the run, where that changes.
  var assurance: Assurance
  var isQuiet: Bool

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    folder = try arguments.onlyFile(of: .report, "folder")
    isVerifying = arguments.has(.verify)
    assurance = Assurance(
      runBy: arguments.text(.runBy), assuredBy: arguments.text(.assuredBy))
    isQuiet = arguments.has(.quietly)
    if isVerifying, assurance != Assurance() {
      throw UsageError(
        "'--verify' changes nothing, so it takes neither '--run-by' nor '--assured-by'")
    }
  }
}
