import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// The whole tool as a function of its arguments, for tests to call.
struct CommandLineTool {
  let console: Console

  /// Does what the arguments (without the program's name) ask for; returns the exit status.
  func run(_ words: [String]) -> Int32 {
    do {
      try dispatch(words)
      return 0
    } catch let error as InputErrors {
      console.error(ErrorText.input(error))
    } catch let failure as CheckFailure {
      console.error(ErrorText.message(failure.message, help: failure.help))
      return 1
    } catch let error as UsageError {
      console.error(ErrorText.message(error.message, help: error.help))
    } catch let error as ShardError {
      console.error(ErrorText.message(error.message, help: error.help))
    } catch {
      // Those of other modules describe themselves.
      console.error(ErrorText.message("\(error)"))
    }
    return 2
  }

  private var help: HelpText { HelpText(width: console.width) }

  private func dispatch(_ words: [String]) throws {
    guard let first = words.first else {
      console.error(help.short)
      throw UsageError("nothing to do")
    }
    let options = words.prefix { $0 != "--" }
    if options.contains("--help") || options.contains("-h") {
      return console.out(Verb(rawValue: first).map(help.verb) ?? help.tool)
    }
    if options.contains("--version") { return console.out("segflow \(Version.current)\n") }
    let verb = try Self.verb(first)
    let arguments = try Arguments(Array(words.dropFirst()), options: verb.options)
    switch verb {
    case .help: try explain(arguments.files)
    case .check:
      try CheckCommand(options: RunOptions(arguments, verb: verb), console: console).run()
    case .merge: try MergeCommand(options: MergeOptions(arguments), console: console).run()
    case .report:
      try ReportCommand(options: ReportOptions(arguments), console: console).run()
    case .reproduce:
      try ReproduceCommand(options: ReproduceOptions(arguments), console: console).run()
    case .benchmark:
      try BenchmarkCommand(
        options: BenchmarkOptions(arguments), commandLine: ["segflow"] + words, console: console
      ).run()
    case .reconcile:
      try ReconcileCommand(
        options: ReconcileOptions(arguments), commandLine: ["segflow"] + words, console: console
      ).run()
    case .attribute:
      try AttributeCommand(
        options: AttributeOptions(arguments), commandLine: ["segflow"] + words, console: console
      ).run()
    case .trace: try TraceCommand(options: TraceOptions(arguments), console: console).run()
    case .tornado:
      try TornadoCommand(
        options: TornadoOptions(arguments), commandLine: ["segflow"] + words, console: console
      ).run()
    case .sweep:
      try SweepCommand(
        options: SweepOptions(arguments), commandLine: ["segflow"] + words, console: console
      ).run()
    case .threshold:
      try ThresholdCommand(
        options: ThresholdOptions(arguments), commandLine: ["segflow"] + words, console: console
      ).run()
    case .exact: try ExactCommand(arguments, console: console).run()
    case .calibrate:
      try CalibrateCommand(options: CalibrateOptions(arguments), console: console).run()
    case .validate:
      try ValidateCommand(
        options: ValidateOptions(arguments), commandLine: ["segflow"] + words, console: console
      ).run()
    case .score: try ScoreCommand(arguments, console: console).run()
    case .run:
      // How often it was interrupted is no part of a run.
      try RunCommand(
        options: RunOptions(arguments, verb: verb),
        commandLine: Arguments.words(["segflow"] + words, without: [.resume]), console: console
      ).run()
    }
  }

  private func explain(_ names: [String]) throws {
    guard names.count <= 1 else { throw UsageError("'help' explains one verb at a time") }
    console.out(try names.first.map { help.verb(try Self.verb($0)) } ?? help.tool)
  }

  private static func verb(_ name: String) throws(UsageError) -> Verb {
    if let verb = Verb(rawValue: name) { return verb }
    if name.hasPrefix("-") {
      throw UsageError(
        "unknown option '\(name)'", help: "a verb comes first; see 'segflow help'")
    }
    let nearest = Spelling.nearest(to: name, in: Verb.allCases.map(\.rawValue))
    throw UsageError(
      "unknown verb '\(name)'",
      help: nearest.map { "did you mean '\($0)'?" } ?? "see 'segflow help'")
  }
}
