/// What making a run again is asked for.
struct ReproduceOptions: Equatable {
  /// The folder of the run.
  var folder: String
  /// The folder from which the paths of its files are seen.
  var from: String
  var threads: Int
  var isQuiet: Bool

  /// Reads the options of the verb.
  init(_ arguments: Arguments) throws(UsageError) {
    folder = try arguments.onlyFile(of: .reproduce, "folder")
    from = arguments.text(.from) ?? "."
    threads = try arguments.threads()
    isQuiet = arguments.has(.noProgress)
  }
}
