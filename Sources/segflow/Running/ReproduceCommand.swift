import SegmentReport

/// Makes a run again from what its folder records, and says whether the same came out.
struct ReproduceCommand {
  let options: ReproduceOptions
  let console: Console

  /// Does it; throws what differs, leaving nothing behind.
  func run() throws {
    let run = try RecordedRun(path: options.folder)
    try run.requireInputs(from: options.from)
    let differences = try Interruption.scratch { folder in
      try again(run, into: folder).run()
      return run.differences(from: try RecordedRun(path: folder))
    }
    let names = run.left.joined(separator: ", ")
    let left =
      names.isEmpty ? "" : "\nNot compared, as other verbs added to the folder: \(names)"
    guard differences.isEmpty else {
      throw CheckFailure(
        message: "the run was made again, and not the same came out as in \(options.folder):"
          + differences.map { "\n  \($0)" }.joined() + left)
    }
    console.out("The same: the digest of the run and all of \(run.count) files.\(left)\n")
  }

  /// The run as it was asked for, but for where its files are, and where what it makes goes.
  private func again(_ run: RecordedRun, into folder: String) throws -> RunCommand {
    let words = Array(run.commandLine.dropFirst(2))
    var asked = try RunOptions(Arguments(words, options: Verb.run.options), verb: .run)
    func place(_ file: String) -> String { RecordedRun.place(of: file, from: options.from) }
    asked.files = asked.files.map(place)
    asked.baseline = asked.baseline.map(place)
    asked.assurance = run.assurance
    asked.threads = options.threads
    asked.output = folder
    var console = console
    console.out = { _ in }
    asked.isKept = false
    asked.isQuiet = options.isQuiet
    return RunCommand(options: asked, commandLine: run.commandLine, console: console)
  }
}
