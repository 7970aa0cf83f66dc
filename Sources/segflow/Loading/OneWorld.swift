import SegmentModel

/// One file, read under one option of each choice.
struct OneWorld {
  private let file: String
  private let baseline: String?
  private let choose: [ChosenOptions]

  /// The file, baseline and options that arguments name.
  init(_ arguments: Arguments, verb: Verb) throws(UsageError) {
    _ = try arguments.onlyFile(of: verb)
    try self.init(firstOf: arguments, verb: verb)
  }

  /// The first file of arguments whose others are something else.
  init(firstOf arguments: Arguments, verb: Verb) throws(UsageError) {
    file = arguments.files[0]
    baseline = arguments.text(.baseline)
    choose = try ChosenOptions.list(arguments.texts(.chooseOne))
    for chosen in choose where chosen.options.count > 1 {
      throw UsageError(
        "'\(verb.rawValue)' works under one option of '\(chosen.choice)' at a time",
        help: "call it once for each option")
    }
  }

  /// Reads the file; some files may be replaced.
  func load(replaced: [String: [UInt8]] = [:]) throws -> LoadedRun {
    try Loader.load(
      [file], baseline: baseline, choose: choose.map { ($0.choice, $0.options) },
      replaced: replaced)[0]
  }

  /// Reads the file under the default of every choice.
  func loadDefault() throws -> LoadedRun { try Loader.load([file], baseline: baseline)[0] }
}
