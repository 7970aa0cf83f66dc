/// What the tool can be asked to do.
enum Verb: String, CaseIterable, Sendable {
  case run, merge, report, reproduce, check, score, attribute, trace, tornado, sweep, threshold,
    exact, reconcile, calibrate, validate, benchmark, help

  /// What it does, in one sentence.
  var overview: String {
    switch self {
    case .run: "Simulate scenarios and compare them with the baseline."
    case .merge: "Put the shards of a run together, as if one machine had done it."
    case .report: "Make the report of a run again from its folder, or verify it."
    case .reproduce: "Make a run again from what its folder records, and compare."
    case .check: "Read files and say every mistake, without simulating."
    case .score: "Hold what was seen against what a run had said would be."
    case .attribute: "Share out what a scenario does among its interventions."
    case .trace: "Show one resident's path in the baseline and in a scenario."
    case .tornado: "Move every uncertain number alone, and see which matters."
    case .sweep: "Run a scenario at several values of one number."
    case .threshold: "Find the value of a number at which an answer flips."
    case .exact: "Solve a small model without chance."
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
    case .merge: "segflow merge <folder> ... [options]"
    case .report, .reproduce: "segflow \(rawValue) <folder> [options]"
    case .score: "segflow score <forecast> <observed> [options]"
    case .reconcile: "segflow reconcile <file> [options]"
    case .attribute, .trace, .tornado: "segflow \(rawValue) <scenario> [options]"
    case .sweep: "segflow sweep <scenario> <number> <from>..<to> [options]"
    case .threshold: "segflow threshold <scenario> <number> [<from>..<to>] [options]"
    case .calibrate, .validate, .exact: "segflow \(rawValue) <file> [options]"
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
        .level, .perPerson, .scaledResidents, .shard, .resume, .runBy, .assuredBy, .output, .quiet,
      ]
    case .merge: [.output, .quiet]
    case .report: [.verify, .runBy, .assuredBy, .quietly]
    case .reproduce: [.from, .threads, .noProgress]
    case .check: [.step, .baseline, .choose, .silent]
    case .score: [.scored]
    case .attribute:
      [
        .drawsToAttribute, .replicatesOfDraw, .attribution, .alone, .seed, .threads, .step,
        .baseline, .chooseOne, .level, .attributionOutput, .into, .quiet,
      ]
    case .trace: [.resident, .draw, .tracedReplicate, .seed, .step, .baseline, .chooseOne]
    case .tornado:
      [
        .quantiles, .only, .drawsFrom, .settingReplicates, .seed, .threads, .step, .baseline,
        .chooseOne, .tornadoOutput, .into, .quiet,
      ]
    case .sweep:
      [
        .points, .settingReplicates, .seed, .threads, .step, .baseline, .chooseOne, .sweepOutput,
        .quiet,
      ]
    case .threshold:
      [
        .of, .poundsPerQALY, .discountRate, .settingReplicates, .seed, .threads, .step, .baseline,
        .chooseOne, .noProgress,
      ]
    case .exact: [.step, .baseline, .chooseOne]
    case .reconcile:
      [.seed, .twoReplicates, .threads, .chooseForClaims, .claimsOutput, .into, .quiet]
    case .calibrate:
      [
        .write, .force, .fewReplicates, .seed, .threads, .tolerance, .rounds, .cohort, .baseline,
        .chooseOne, .quiet,
      ]
    case .validate:
      [.manyReplicates, .seed, .threads, .baseline, .chooseOne, .markdown, .into, .noProgress]
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
    case .merge:
      [
        ("segflow run scenario.json --shard 2/8 --output parts/2", "do the second of eight parts"),
        ("segflow merge parts/* --output results/whole", "put all of them together"),
      ]
    case .report:
      [
        ("segflow report results/folder", "make report.html, paper.md and the charts again"),
        ("segflow report --verify results/folder", "check that every number is from its files"),
      ]
    case .reproduce:
      [
        ("segflow reproduce results/folder", "where the run was started"),
        ("segflow reproduce folder --from ~/segmentflow", "from anywhere else"),
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
    case .attribute:
      [
        ("segflow attribute scenario.json", "see who earns what"),
        ("segflow attribute scenario.json --alone", "also each alone and last in"),
        ("segflow attribute scenario.json --attribution exact", "run every subset"),
        ("segflow attribute scenario.json --into results/run", "add the table to a run's report"),
      ]
    case .trace:
      [
        ("segflow trace scenario.json", "list some residents whose paths differ"),
        ("segflow trace scenario.json --resident 1234", "follow one of them"),
      ]
    case .tornado:
      [
        ("segflow tornado scenario.json", "see which numbers matter"),
        ("segflow tornado scenario.json --only costs", "only numbers whose ids have 'costs'"),
        ("segflow tornado scenario.json --draws-from results/run", "with shares of variance"),
      ]
    case .sweep:
      [
        (
          "segflow sweep scenario.json 'pathway.json:moves[1].ratePerYear' 0.05..0.2",
          "a number by its file and its path in the JSON"
        )
      ]
    case .threshold:
      [
        (
          "segflow threshold scenario.json 'visits.json:costs[0].pounds'",
          "see at which price the saving turns into a cost"
        )
      ]
    case .exact:
      [
        (
          "segflow exact scenarios/examples/sick-sicker/ab.json",
          "expected values, to hold a port against what was published"
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
        ("segflow validate place.json --into results/run", "add it to a run's report"),
      ]
    case .benchmark:
      [
        ("segflow benchmark", "measure the problems that the repository lists"),
        ("segflow benchmark scenario.json --quick", "measure a scenario in little time"),
        ("segflow benchmark scenario.json --residents 10000,100000", "choose the sizes"),
      ]
    case .help: [("segflow help run", "show the options of run")]
    }
  }
}
