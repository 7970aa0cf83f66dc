import Testing

@testable import segflow

@Suite("Usage errors")
struct UsageTests {
  @Test(
    "Every mistake on the command line has its own message, status 2, and no output",
    arguments: [
      (["runn", "a.json"], "unknown verb 'runn'\n  help: did you mean 'run'?\n"),
      (["simulate"], "unknown verb 'simulate'\n  help: see 'segflow help'\n"),
      (
        ["--seed", "1"], "unknown option '--seed'\n  help: a verb comes first; see 'segflow help'\n"
      ),
      (["run"], "'run' needs at least one file\n  help: usage: segflow run <file> ... [options]\n"),
      (
        ["check"],
        "'check' needs at least one file\n  help: usage: segflow check <file> ... [options]\n"
      ),
      (
        ["reconcile"],
        "'reconcile' needs one file, of claims or of a place that names them, found 0\n"
          + "  help: usage: segflow reconcile <file> [options]\n"
      ),
      (
        ["calibrate"],
        "'calibrate' needs one file, found 0\n  help: usage: segflow calibrate <file> [options]\n"
      ),
      (
        ["validate", "a", "b"],
        "'validate' needs one file, found 2\n  help: usage: segflow validate <file> [options]\n"
      ),
      (
        ["trace"],
        "'trace' needs one file, found 0\n  help: usage: segflow trace <scenario> [options]\n"
      ),
      (
        ["trace", "a", "--resident=-1"],
        "'--resident' must be a whole number from 0 to 2147483646, not '-1'\n"
      ),
      (
        ["attribute", "a", "--attribution=some"],
        "'--attribution' must be orders or exact, not 'some'\n"
      ),
      (["calibrate", "a", "--force"], "'--force' has no meaning without '--write'\n"),
      (
        ["calibrate", "a", "--tolerance", "0"],
        "'--tolerance' must be a number above 0 and up to 10, not '0'\n"
      ),
      (
        ["validate", "a", "--choose=b=c,d"],
        "'validate' works under one option of 'b' at a time\n  help: call it once for each option\n"
      ),
      (["run", "a", "--sead", "1"], "unknown option '--sead'\n  help: did you mean '--seed'?\n"),
      (["run", "a", "--colour"], "unknown option '--colour'\n"),
      (["run", "a", "--seed"], "option '--seed' needs a value\n  help: write '--seed <n>'\n"),
      (["run", "a", "--seed="], "option '--seed' needs a value\n  help: write '--seed <n>'\n"),
      (
        ["run", "a", "--output", "--quiet"],
        "option '--output' needs a value\n  help: write '--output <dir>'\n"
      ),
      (["run", "a", "--quiet=yes"], "option '--quiet' takes no value\n"),
      (["run", "a", "--seed=1", "--seed=2"], "option '--seed' is given twice\n"),
      (
        ["run", "a", "--seed", "-1"],
        "'--seed' must be a whole number from 0 to 18446744073709551615, not '-1'\n"
      ),
      (
        ["run", "a", "--replicates", "0"],
        "'--replicates' must be a whole number from 1 to 1000000, not '0'\n"
      ),
      (
        ["run", "a", "--replicate", "x"],
        "'--replicate' must be a whole number from 0 to 2147483646, not 'x'\n"
      ),
      (
        ["run", "a", "--replicate", "1", "--replicates", "2"],
        "give either '--replicates' or '--replicate', not both\n"
      ),
      (
        ["run", "a", "--threads", "0"],
        "'--threads' must be a whole number from 1 to 1024, not '0'\n"
      ),
      (
        ["run", "a", "--step", "week"], "'--step' must be month, quarter or year, not 'week'\n"
      ),
      (
        ["run", "a", "--until-mcse", "0"],
        "'--until-mcse' must be a percentage from 0.01 to 50, not '0'\n"
      ),
      (
        ["run", "a", "--until-mcse=1%", "--draws=0"],
        "'--until-mcse' needs draws\n  help: leave out '--draws 0'\n"
      ),
      (
        ["run", "a", "--assured-by", " "],
        "option '--assured-by' needs a value\n  help: write '--assured-by <name>'\n"
      ),
      (
        ["run", "a", "--run-by=Ann", "--assured-by", "ann"],
        "who ran it cannot assure it: '--assured-by' takes somebody else\n"
      ),
      (
        ["run", "a", "--run-by= "],
        "option '--run-by' needs a value\n  help: write '--run-by <name>'\n"
      ),
      (
        ["tornado", "a", "--quantiles", "90,10"],
        "'--quantiles' must be two percentages above 0 and below 100, the lower first, not '90,10'\n"
          + "  help: write '--quantiles 10,90'\n"
      ),
      (
        ["run", "a", "--level", "0.8"],
        "'--level' must be a percentage from 1 to 99.9, not '0.8'\n"
      ),
      (
        ["run", "a", "--until-mcse=0.01"],
        "'--until-mcse' is a percentage, and '0.01' may be meant as a share\n"
          + "  help: write '0.01%' if it is meant so\n"
      ),
      (
        ["run", "a", "--level", "90%%"],
        "'--level' must be a percentage from 1 to 99.9, not '90%%'\n"
      ),
      (["check", "a", "--thread", "1"], "unknown option '--thread'\n"),
      (
        ["sweep", "a", "b", "-0.2..0.1"],
        "unknown option '-0.2..0.1'\n  help: before what begins with a minus sign write '--'\n"
      ),
      (
        ["benchmark", "a", "--residents", "10,,20"],
        "'--residents' must be whole numbers from 1 to 100000000 with commas between them, "
          + "not '10,,20'\n"
      ),
      (
        ["benchmark", "a", "--repeats", "0"],
        "'--repeats' must be a whole number from 1 to 1000, not '0'\n"
      ),
      (
        ["benchmark", "a", "--replicates", "2"],
        "unknown option '--replicates'\n  help: did you mean '--repeats'?\n"
      ),
      (
        ["benchmark", "--baseline", "a"],
        "'--baseline' needs files\n  help: name scenarios of the baseline's place\n"
      ),
      (
        ["benchmark", "a", "--output", "/"],
        "cannot write '/': it is a folder\n  help: name a file\n"
      ),
      (
        ["benchmark", "a", "--output", "/dev/null/b.json"],
        "cannot write '/dev/null/b.json': '/dev/null' is not a folder\n"
      ),
      (
        ["run", "a", "--residents", "20000"],
        "'--residents' takes the central values, because the ranges of births, joiners, places and "
          + "yearly costs, and targets that draws are to meet, are of the place's own size\n"
          + "  help: add '--draws 0'\n"
      ),
      (["help", "run", "check"], "'help' explains one verb at a time\n"),
      (["help", "chek"], "unknown verb 'chek'\n  help: did you mean 'check'?\n"),
    ])
  func mistakes(words: [String], message: String) {
    let console = RecordedConsole()
    #expect(console.run(words) == 2)
    #expect(console.error == "segflow: error: " + message)
    #expect(console.out.isEmpty)
  }

  @Test("Without arguments the usage is shown")
  func nothing() {
    let console = RecordedConsole()
    #expect(console.run([]) == 2)
    #expect(console.error.contains("USAGE: segflow <verb> ..."))
    #expect(console.out.isEmpty)
  }
}
