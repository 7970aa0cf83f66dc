/// What the tool can be asked to do.
enum Verb: String, CaseIterable, Sendable {
  case run, report, check, score, reconcile, calibrate, validate, benchmark, help

  /// What it does, in one sentence.
  var overview: String {
    switch self {
    case .run: "Simulate scenarios and compare them with the baseline."
    case .report: "Make the report of a run again from its folder, or verify it."
    case .check: "Read files and say every mistake, without simulating."
    case .score: "Hold what was seen against what a run had said would be."
    case .reconcile: "Hold published claims against what the simulation gives."
    case .calibrate: "Solve numbers of a place so that its calibration targets are met."
    case .validate: "Compare the baseline with every target of a place, without solving."
    case .benchmark: "Measure how fast scenarios are simulated, and how the cost grows."
    case .help: "Show help about the tool or a command."
    }
  }

  /// What follows the verb on the command line.
  var usage: String {
    switch self {
    case .run, .check: "segflow \(rawValue) <file> ... [options]"
    case .report: "segflow report <folder> [options]"
    case .score: "segflow score <forecast> <observed> [options]"
    case .reconcile: "segflow reconcile <file> [options]"
    case .calibrate, .validate: "segflow \(rawValue) <file> [options]"
    case .benchmark: "segflow benchmark [<file> ...] [options]"
    case .help: "segflow help [<verb>]"
    }
  }

  /// Options that it takes, besides help and version.
  var options: [OptionSpec] {
    switch self {
    case .run:
      [
        .seed, .draws, .replicates, .replicate, .untilError, .threads, .step, .baseline, .choose,
        .level, .perPerson, .runBy, .assuredBy, .output, .quiet,
      ]
    case .report: [.verify, .runBy, .assuredBy, .quietly]
    case .check: [.step, .baseline, .choose, .silent]
    case .score: [.scored]
    case .reconcile: [.seed, .twoReplicates, .threads, .chooseForClaims, .claimsOutput, .quiet]
    case .calibrate:
      [
        .write, .force, .fewReplicates, .seed, .threads, .tolerance, .rounds, .cohort, .baseline,
        .chooseOne, .quiet,
      ]
    case .validate:
      [.manyReplicates, .seed, .threads, .baseline, .chooseOne, .markdown, .noProgress]
    case .benchmark:
      [
        .residents, .repeats, .quick, .threads, .seed, .step, .baseline, .outputFile, .noProgress,
      ]
    case .help: []
    }
  }

  /// Command lines that show how it is used, each with what it does.
  var examples: [(command: String, meaning: String)] {
    switch self {
    case .run:
      [
        ("segflow run scenario.json", "compare one scenario with the baseline"),
        ("segflow run low.json high.json --draws 500", "compare two, with more draws"),
        ("segflow run scenario.json --until-mcse 1%", "go on until the difference is known"),
        ("segflow run scenario.json --draws 0", "with the central values alone"),
        ("segflow run scenario.json --choose level=local,trials", "compare it under two readings"),
        ("segflow run scenario.json --step month", "see whether the step length matters"),
      ]
    case .report:
      [
        ("segflow report results/folder", "make report.html, paper.md and the charts again"),
        ("segflow report --verify results/folder", "check that every number is from its files"),
      ]
    case .check:
      [
        ("segflow check scenario.json", "check a scenario and all that it names"),
        ("segflow check place.json", "check a place"),
      ]
    case .score:
      [
        (
          "segflow score results/run/forecast.json observed.csv",
          "where the numbers of a table (item,observed) fell"
        )
      ]
    case .reconcile:
      [
        ("segflow reconcile place.json", "check the claims that a place names"),
        ("segflow reconcile claims.json --replicates 40", "with narrower intervals"),
      ]
    case .calibrate:
      [
        ("segflow calibrate place.json", "solve, and show what comes of it"),
        ("segflow calibrate place.json --write", "also write the solved numbers into the files"),
      ]
    case .validate:
      [
        ("segflow validate place.json", "see how the baseline fits"),
        ("segflow validate place.json --output docs/validation.md", "write it down as well"),
      ]
    case .benchmark:
      [
        ("segflow benchmark", "measure the benchmark problem, where scenarios/ is"),
        ("segflow benchmark scenario.json --quick", "measure a scenario in little time"),
        ("segflow benchmark --residents 10000,100000,1000000,10000000", "choose the sizes"),
      ]
    case .help: [("segflow help run", "show the options of run")]
    }
  }
}
