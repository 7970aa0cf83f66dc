import Testing

@testable import segflow

@Suite("Help")
struct HelpTests {
  private func out(_ words: String...) -> String {
    let console = RecordedConsole()
    #expect(console.run(words) == 0)
    #expect(console.error.isEmpty)
    return console.out
  }

  @Test("The tool's help")
  func tool() {
    let expected = """
      OVERVIEW: Follow residents between health segments and compare scenarios.

      EXAMPLES:
        segflow run scenario.json
            # compare one scenario with the baseline
        segflow check scenario.json
            # check a scenario and all that it names

      USAGE:
        segflow <verb> ...

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        run                     Simulate scenarios and compare them with the baseline.
        check                   Read files and say every mistake, without simulating.
        help                    Show help about the tool or a command.

      EXIT STATUS:
        0                       Done.
        1                       A check failed.
        2                       Bad input: a mistake in a file or on the command line;
                                nothing was written.
        130                     Interrupted; nothing was written.

        See 'segflow help <verb>' for detailed help.

      """
    #expect(out("help") == expected)
    #expect(out("--help") == expected)
    #expect(out("-h") == expected)
  }

  @Test("A verb's help")
  func verb() {
    let expected = """
      OVERVIEW: Read files and say every mistake, without simulating.

      EXAMPLES:
        segflow check scenario.json
            # check a scenario and all that it names
        segflow check place.json
            # check a place

      USAGE:
        segflow check <file> ... [options]

      ARGUMENTS:
        <file>                  Scenario files of one place, or one place file.

      OPTIONS:
        --step <length>         Length of a step instead of the model's. (values:
                                month, quarter, year)
        --baseline <file>       Scenario to compare with instead of the place's own
                                baseline.
        -q, --quiet             Say nothing unless something is wrong.
        --version               Show the version.
        -h, --help              Show help information.

      EXIT STATUS:
        0                       Done.
        1                       A check failed.
        2                       Bad input: a mistake in a file or on the command line;
                                nothing was written.
        130                     Interrupted; nothing was written.


      """
    #expect(out("help", "check") == expected)
    #expect(out("check", "--nonsense", "-h") == expected)
  }

  @Test("Help names every option of run, and no line is too wide")
  func options() {
    let help = out("run", "--help")
    for option in Verb.run.options { #expect(help.contains(option.label)) }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("The version stands after the last space of the first line")
  func version() {
    #expect(out("--version") == "segflow \(Version.current)\n")
    #expect(out("run", "--version") == "segflow \(Version.current)\n")
  }
}
