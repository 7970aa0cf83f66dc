import SegmentReport

/// Writes help from the same tables that the command line is read with.
struct HelpText {
  /// Columns that text is wrapped to.
  let width: Int

  /// The help of the whole tool.
  var tool: String {
    overview("Follow residents between health segments and compare scenarios.")
      + examples(Verb.run.examples.prefix(1) + Verb.check.examples.prefix(1))
      + section("USAGE", ["segflow <verb> ..."])
      + list("OPTIONS", [OptionSpec.version, .help].map { ($0.label, $0.help) })
      + list("SUBCOMMANDS", Verb.allCases.map { ($0.rawValue, $0.overview) })
      + exitCodes
      + "  See 'segflow help <verb>' for detailed help.\n"
  }

  /// The help of a verb.
  func verb(_ verb: Verb) -> String {
    let arguments =
      switch verb {
      case .run, .check: [("<file>", "Scenario files of one place, or one place file.")]
      case .merge: [("<folder>", "The folders that 'segflow run --shard' wrote, in any order.")]
      case .report, .reproduce: [("<folder>", "The folder that a run wrote.")]
      case .score:
        [
          ("<forecast>", "The forecast.json of a run."),
          ("<observed>", "A CSV file with the columns item and observed."),
        ]
      case .attribute, .trace, .tornado: [("<scenario>", "A scenario file.")]
      case .sweep, .threshold:
        [
          ("<scenario>", "A scenario file."),
          (
            "<number>",
            "A number by its file and path, as inputs.csv and parameters.csv of a run name it; the "
              + "end of a name will do if only one number has it. A group of numbers that draws move as one "
              + "is 'group:' and its name; its values are quantiles."
          ),
          (
            "<from>..<to>",
            verb == .sweep
              ? "The first and the last value, such as 0.1..0.5."
              : "Where to look. (default: the number's 95% range, else half to double, as far as that makes "
                + "sense)"
          ),
        ]
      case .reconcile: [("<file>", "A file of claims, or a place file that names one.")]
      case .exact: [("<file>", "A scenario file, or a place file.")]
      case .calibrate, .validate: [("<file>", "A place file, or a scenario of the place.")]
      case .benchmark:
        [
          (
            "<file>",
            "Scenario files of one place, or one place file. (default: the problems that "
              + "\(BenchmarkProblem.list) lists)"
          )
        ]
      case .help: [("<verb>", "The verb to explain.")]
      }
    let options = verb.options + [.version, .help]
    return overview(verb.overview) + examples(verb.examples[...])
      + section("USAGE", [verb.usage]) + list("ARGUMENTS", arguments)
      + list("OPTIONS", options.map { ($0.label, $0.help) })
      + (verb == .help ? "" : exitCodes)
  }

  /// What is printed when nothing was asked for.
  var short: String {
    "USAGE: segflow <verb> ...\n\n  Try 'segflow run scenario.json', or 'segflow help'.\n"
  }

  private func overview(_ text: String) -> String { "OVERVIEW: \(text)\n\n" }

  private func examples(_ examples: ArraySlice<(command: String, meaning: String)>) -> String {
    section("EXAMPLES", examples.flatMap { [$0.command, "    # \($0.meaning)"] })
  }

  private var exitCodes: String {
    list(
      "EXIT STATUS",
      [
        ("0", "Done."), ("1", "A check failed."),
        ("2", "Bad input: a mistake in a file or on the command line; nothing was written."),
        ("128 + n", "Ended by signal n (130: Ctrl-C), without results."),
      ])
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    "\(title):\n" + lines.map { "  \($0)\n" }.joined() + "\n"
  }

  private func list(_ title: String, _ entries: [(label: String, text: String)]) -> String {
    "\(title):\n" + entries.map { entry($0.label, $0.text) }.joined() + "\n"
  }

  /// A label indented by two and its text from column 26; a long label has a line of its own.
  private func entry(_ label: String, _ text: String) -> String {
    let column = 26
    let margin = String(repeating: " ", count: column)
    let lines = TextWrap.lines(text, width: max(20, width - column))
    let start = "  \(label)"
    let fits = start.count + 1 < column
    let first = fits ? start + margin.dropFirst(start.count) : "\(start)\n\(margin)"
    return first + lines.joined(separator: "\n\(margin)") + "\n"
  }
}
