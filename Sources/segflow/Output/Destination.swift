import SegmentReport

/// Where the table of a verb goes: a folder of its own, or that of a run.
struct Destination: Equatable {
  /// The folder of its own that was asked for.
  var output: String?
  /// The folder of a run that it is added to.
  var into: String?

  /// A folder of its own; nil for the default one.
  init(output: String?) { self.output = output }

  /// Reads the options of a verb; `output` is how it names its own folder.
  init(_ arguments: Arguments, output spec: OptionSpec) throws(UsageError) {
    output = arguments.text(spec)
    into = arguments.text(.into)
    if output != nil, into != nil {
      throw UsageError("give either '--output' or '--into', not both")
    }
  }

  /// Adds a table to a run's folder, whose report is made again; refuses a run of anything else,
  /// and a folder that cannot be written, before the table is made, and says where all of an old table
  /// is replaced.
  static func add<Made>(
    _ table: AddedTable, to path: String, console: Console,
    _ make: () throws -> (made: Made, csv: CSVTable)
  ) throws -> (folder: ResultsFolder, made: Made) {
    try ReportFolder(path: path).checkBelongs(table)
    let folder = try ResultsFolder(revising: path)
    try folder.check()
    let (made, csv) = try make()
    // Read again, since making the table takes time.
    let run = try ReportFolder(path: path)
    try run.checkBelongs(table)
    let added = table.with(csv)
    try Interruption.publishing(folder) { try run.render(adding: added, into: folder) }
    if let words = run.replacement(by: added) { console.error("warning: \(words)\n") }
    if run.outdatesAssurance(added) {
      console.error(
        "warning: the report is no longer the one that was assured, so it says NOT ASSURED\n")
    }
    return (folder, made)
  }
}
