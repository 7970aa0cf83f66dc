/// An option of a command: how it is written and what the help says about it.
struct OptionSpec: Sendable {
  /// The long name, without dashes.
  var name: String
  /// The one-letter form, if any.
  var short: Character?
  /// What its value is called; nil for a flag.
  var value: String?
  /// Whether it may be given more than once.
  var repeats = false
  /// What it does.
  var help: String

  /// The option as the help writes it, such as `-o, --output <dir>`.
  var label: String {
    (short.map { "-\($0), " } ?? "") + "--\(name)" + (value.map { " <\($0)>" } ?? "")
  }
}

extension OptionSpec {
  static let seed = OptionSpec(
    name: "seed", value: "n", help: "Seed of all luck, a whole number. (default: 1)")
  static let replicates = OptionSpec(
    name: "replicates", value: "n",
    help: "How many times to run every scenario in each draw, each with luck of its own. "
      + "(default: 2; without draws 10)")
  static let draws = OptionSpec(
    name: "draws", value: "n",
    help: "How many times to draw the uncertain numbers; 0 takes their central values, so that "
      + "intervals hold luck alone, as where no number is uncertain. With --until-mcse, the most "
      + "draws. (default: 30; with --until-mcse 1000)")
  static let untilError = OptionSpec(
    name: "until-mcse", value: "percent",
    help: "Go on until the standard error of the headline difference of every scenario is at most "
      + "this part of it.")
  static let chooseOne = OptionSpec(
    name: "choose", value: "choice=option", repeats: true,
    help: "Option of one of the place's choices, instead of what the scenarios say. May be "
      + "repeated, for other choices. (default: the first option)")
  static let chooseForClaims = OptionSpec(
    name: "choose", value: "choice=option,...", repeats: true,
    help: "Option of one of the place's choices, instead of those that the claims list; several "
      + "give a world for each. May be repeated. (default: what the claims list)")
  static let twoReplicates = OptionSpec(
    name: "replicates", value: "n",
    help: "How many times to run every scenario, at least 2. (default: 10)")
  static let claimsOutput = OptionSpec(
    name: "output", short: "o", value: "dir",
    help: "Folder for the results. (default: results/<place>-reconciliation-<digest>)")
  static let replicate = OptionSpec(
    name: "replicate", value: "k",
    help: "Run replicate k of each draw alone, counted from 0, exactly as in a batch.")
  static let threads = OptionSpec(
    name: "threads", value: "n",
    help: "Threads; they change the speed, never a result. (default: processors)")
  static let step = OptionSpec(
    name: "step", value: "length",
    help: "Length of a step instead of the model's. (values: month, quarter, year)")
  static let baseline = OptionSpec(
    name: "baseline", value: "file",
    help: "Scenario to compare with instead of the place's own baseline.")
  static let choose = OptionSpec(
    name: "choose", value: "choice=option,...", repeats: true,
    help: "Option of one of the place's choices, instead of what the scenarios say; several give a "
      + "world for each. May be repeated. (default: the first option)")
  static let level = OptionSpec(
    name: "level", value: "percent", help: "Level of the printed intervals. (default: 80)")
  static let perPerson = OptionSpec(
    name: "per-person",
    help: "Also follow what each person costs and meets in a year: spend segments, flows between "
      + "them, outcomes per person, and the place's counts.")
  static let scaledResidents = OptionSpec(
    name: "residents", value: "n",
    help: "Scale the place to so many residents, with births, joiners, counts, capacities and what "
      + "interventions cost and take by the year in proportion; needs --draws 0. (default: the "
      + "place's own)")
  static let shard = OptionSpec(
    name: "shard", value: "i/n",
    help: "Do only part i of n of the draws (of the replicates with --draws 0), and write what "
      + "'segflow merge' makes the whole run of.")
  static let resume = OptionSpec(
    name: "resume",
    help: "Keep draws in '<results>.unfinished' until the run has ended, and take those that the "
      + "same command left there when it was interrupted.")
  static let runBy = OptionSpec(
    name: "run-by", value: "name",
    help: "Who runs it, for the line of assurance. (default: nobody; in 'report' as it was)")
  static let assuredBy = OptionSpec(
    name: "assured-by", value: "name",
    help:
      "Who has checked it; without, the report says NOT ASSURED. (default: nobody; in 'report' as "
      + "it was, which 'nobody' takes back)")
  static let verify = OptionSpec(
    name: "verify",
    help: "Change nothing: make the report again and compare it byte for byte, and the digest of "
      + "every file.")
  static let from = OptionSpec(
    name: "from", value: "dir",
    help: "The folder in which the run was started, from which it names its files. (default: the "
      + "working directory)")
  static let quietly = OptionSpec(name: "quiet", short: "q", help: "No closing line.")
  static let output = OptionSpec(
    name: "output", short: "o", value: "dir",
    help: "Folder for the results. (default: results/<place>-<scenarios>-<digest of the run>)")
  static let quiet = OptionSpec(
    name: "quiet", short: "q", help: "No progress and no closing line.")
  static let silent = OptionSpec(
    name: "quiet", short: "q", help: "Say nothing unless something is wrong.")
  static let residents = OptionSpec(
    name: "residents", value: "n,...",
    help: "Numbers of residents to measure. (default: 10000 to 10000000 by tens; quick, and of all "
      + "listed problems but the first: 1/16, 1/4 and 1 times its own)")
  static let repeats = OptionSpec(
    name: "repeats", value: "n", help: "How often to measure each. (default: 5; quick: 1)")
  static let quick = OptionSpec(
    name: "quick", help: "Measure smaller sizes, and each only once unless told otherwise.")
  static let outputFile = OptionSpec(
    name: "output", short: "o", value: "file",
    help: "JSON file to write every figure to. (default: none)")
  static let noProgress = OptionSpec(name: "quiet", short: "q", help: "No progress.")
  static let drawsToAttribute = OptionSpec(
    name: "draws", value: "n",
    help: "How many draws to make; 0 takes the central values once. (default: 20)")
  static let replicatesOfDraw = OptionSpec(
    name: "replicates", value: "n", help: "Replicates of each draw. (default: 2)")
  static let attribution = OptionSpec(
    name: "attribution", value: "method",
    help: "How to share out: 'orders' walks one random order of the interventions and its reverse "
      + "in each draw, 'exact' runs every subset. (default: orders)")
  static let alone = OptionSpec(
    name: "alone", help: "Also run each intervention alone and all without it.")
  /// The folder of a table that a verb makes of one scenario.
  private static func output(of table: String) -> OptionSpec {
    OptionSpec(
      name: "output", short: "o", value: "dir",
      help: "Folder for the results. (default: results/<place>-<scenario>-\(table)-<digest>)")
  }
  static let attributionOutput = output(of: "attribution")
  static let into = OptionSpec(
    name: "into", value: "dir",
    help: "The folder of a run of the same files: the table is added to it, and its report is made "
      + "again.")
  static let quantiles = OptionSpec(
    name: "quantiles", value: "low,high",
    help: "Quantiles at which each number stands, in percent. (default: 10,90)")
  static let only = OptionSpec(
    name: "only", value: "text",
    help: "Only numbers whose ids contain this, and what moves as one with them. (default: all)")
  static let drawsFrom = OptionSpec(
    name: "draws-from", value: "dir",
    help: "Results of a run of this scenario with draws: adds the share of the variance that each "
      + "number causes.")
  static let points = OptionSpec(
    name: "points", value: "n", help: "How many values, ends included. (default: 5)")
  static let of = OptionSpec(
    name: "of", value: "what",
    help: "What changes its sign: 'saving', 'qalys' gained, 'net-benefit' (QALYs at their price, "
      + "and the saving), or what is avoided of an outcome, by its id. (default: saving)")
  static let poundsPerQALY = OptionSpec(
    name: "pounds-per-qaly", value: "n",
    help: "What a QALY is worth in the net benefit. (default: the first of the place)")
  static let discountRate = OptionSpec(
    name: "discount-rate", value: "rate",
    help: "What the net benefit is discounted at: a rate of the place, as in value.csv, such as "
      + "0.035 or 0.035/0.015. (default: 0)")
  static let settingReplicates = OptionSpec(
    name: "replicates", value: "n",
    help: "Replicates at each value, all with the same luck. (default: 10)")
  static let tornadoOutput = output(of: "tornado")
  static let sweepOutput = output(of: "sweep")
  static let resident = OptionSpec(
    name: "resident", value: "n",
    help: "The resident, by number from 0. (default: list some whose paths differ)")
  static let draw = OptionSpec(
    name: "draw", value: "d", help: "The draw; 0 is that of the central values. (default: 0)")
  static let tracedReplicate = OptionSpec(
    name: "replicate", value: "r", help: "The replicate, counted from 0. (default: 0)")
  static let write = OptionSpec(
    name: "write", help: "Write the solved numbers into the files, if every target is met.")
  static let force = OptionSpec(
    name: "force", help: "With --write: write even if a target is missed.")
  static let fewReplicates = OptionSpec(
    name: "replicates", value: "n",
    help: "How many times to run the baseline in each trial. (default: 10)")
  static let manyReplicates = OptionSpec(
    name: "replicates", value: "n", help: "How many times to run the baseline. (default: 40)")
  static let tolerance = OptionSpec(
    name: "tolerance", value: "part",
    help: "How far a target may be missed, as a part of its own standard error; never less than "
      + "luck leaves unsure. (default: 0.5)")
  static let rounds = OptionSpec(
    name: "rounds", value: "n", help: "How many rounds to make at most. (default: 25)")
  static let cohort = OptionSpec(
    name: "cohort", value: "n",
    help: "People of each class in the birth cohorts that starts settle from. (default: 20000)")
  static let markdown = OptionSpec(
    name: "output", short: "o", value: "file", help: "Markdown file to write. (default: none)")
  static let scored = OptionSpec(
    name: "scenario", value: "id",
    help: "Which scenario was done. (default: the only one besides the baseline)")
  static let version = OptionSpec(name: "version", help: "Show the version.")
  static let help = OptionSpec(name: "help", short: "h", help: "Show help information.")
}
