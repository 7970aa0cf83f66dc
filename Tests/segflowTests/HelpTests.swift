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
        merge                   Put the shards of a run together, as if one machine
                                had done it.
        report                  Make the report of a run again from its folder, or
                                verify it.
        reproduce               Make a run again from what its folder records, and
                                compare.
        check                   Read files and say every mistake, without simulating.
        score                   Hold what was seen against what a run had said would
                                be.
        attribute               Share out what a scenario does among its
                                interventions.
        trace                   Show one resident's path in the baseline and in a
                                scenario.
        tornado                 Move every uncertain number alone, and see which
                                matters.
        sweep                   Run a scenario at several values of one number.
        threshold               Find the value of a number at which an answer flips.
        exact                   Solve a small model without chance.
        reconcile               Hold published claims against what the simulation
                                gives.
        calibrate               Solve numbers of a place so that its calibration
                                targets are met.
        validate                Compare the baseline with every target of a place,
                                without solving.
        benchmark               Measure how fast scenarios are simulated, and how the
                                cost grows.
        help                    Show help about the tool or a command.

      EXIT STATUS:
        0                       Done.
        1                       A check failed.
        2                       Bad input: a mistake in a file or on the command line;
                                nothing was written.
        128 + n                 Ended by signal n (130: Ctrl-C), without results.

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
        --choose <choice=option,...>
                                Option of one of the place's choices, instead of what
                                the scenarios say; several give a world for each. May
                                be repeated. (default: the first option)
        -q, --quiet             Say nothing unless something is wrong.
        --version               Show the version.
        -h, --help              Show help information.

      EXIT STATUS:
        0                       Done.
        1                       A check failed.
        2                       Bad input: a mistake in a file or on the command line;
                                nothing was written.
        128 + n                 Ended by signal n (130: Ctrl-C), without results.


      """
    #expect(out("help", "check") == expected)
    #expect(out("check", "--nonsense", "-h") == expected)
  }

  @Test("The help of benchmark names what is measured unless files are")
  func benchmark() {
    let expected = """
      OVERVIEW: Measure how fast scenarios are simulated, and how the cost grows.

      EXAMPLES:
        segflow benchmark
            # measure the problems that the repository lists
        segflow benchmark scenario.json --quick
            # measure a scenario in little time
        segflow benchmark scenario.json --residents 10000,100000
            # choose the sizes

      USAGE:
        segflow benchmark [<file> ...] [options]

      ARGUMENTS:
        <file>                  Scenario files of one place, or one place file.
                                (default: the problems that scenarios/benchmark.json
                                lists)

      OPTIONS:
        --residents <n,...>     Numbers of residents to measure. (default: 10000 to
                                10000000 by tens; quick, and of all listed problems
                                but the first: 1/16, 1/4 and 1 times its own)
        --repeats <n>           How often to measure each. (default: 5; quick: 1)
        --quick                 Measure smaller sizes, and each only once unless told
                                otherwise.
        --threads <n>           Threads; they change the speed, never a result.
                                (default: processors)
        --seed <n>              Seed of all luck, a whole number. (default: 1)
        --step <length>         Length of a step instead of the model's. (values:
                                month, quarter, year)
        --baseline <file>       Scenario to compare with instead of the place's own
                                baseline.
        -o, --output <file>     JSON file to write every figure to. (default: none)
        -q, --quiet             No progress.

      """
    let help = out("help", "benchmark")
    #expect(help.hasPrefix(expected.dropLast()))
    #expect(out("benchmark", "-h") == help)
  }

  @Test("Help names every option, and no line is too wide", arguments: Verb.allCases)
  func options(verb: Verb) {
    let help = out(verb.rawValue, "--help")
    for option in verb.options { #expect(help.contains(option.label)) }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("The version stands after the last space of the first line")
  func version() {
    #expect(out("--version") == "segflow \(Version.current)\n")
    #expect(out("run", "--version") == "segflow \(Version.current)\n")
  }
}
