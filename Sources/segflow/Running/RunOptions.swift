import SegmentAnalysis
import SegmentModel
import SegmentReport

/// What a run is asked for.
struct RunOptions: Equatable {
  var files: [String]
  var seed: UInt64
  /// How many draws of the uncertain numbers; 0 for their central values alone.
  var draws = 30
  /// The replicates of each draw, from 0.
  var replicates: [Int] = [0, 1]
  /// Whether one replicate was picked by its number.
  private(set) var picksReplicate = false
  /// The error of the headline difference to go on until, as a part of it.
  var untilError: Double?
  var threads: Int
  var step: StepLength?
  var baseline: String?
  /// How many residents the place is scaled to; nil for its own.
  var residents: Int?
  /// Options of the place's choices that take the place of what scenarios state.
  var choose: [ChosenOptions] = []
  /// The probability of intervals, between 0 and 1.
  var level = 0.8
  /// Whether single residents are followed.
  var isPerPerson = false
  /// Who stands behind the run.
  var assurance = Assurance()
  /// The part of the run to do; nil for all of it.
  var shard: Shard?
  /// Whether draws are kept until the run has ended, and those that were kept are taken.
  var resumes = false
  var output: String?
  var isQuiet = false
  /// Whether the results stay where they are put, and so where that is is told.
  var isKept = true

  /// Reads the options of a verb that takes files.
  init(_ arguments: Arguments, verb: Verb) throws(UsageError) {
    files = arguments.files
    guard !files.isEmpty else {
      throw UsageError("'\(verb.rawValue)' needs at least one file", help: "usage: \(verb.usage)")
    }
    baseline = arguments.text(.baseline)
    choose = try ChosenOptions.list(arguments.texts(.choose))
    output = arguments.text(.output)
    isPerPerson = arguments.has(.perPerson)
    assurance = Assurance(
      runBy: arguments.text(.runBy), assuredBy: arguments.text(.assuredBy)
    ).over(Assurance())
    guard !assurance.isOwn else { throw UsageError(Assurance.ownText) }
    isQuiet = arguments.has(.quiet)
    step = try arguments.step()
    seed = try arguments.seed()
    threads = try arguments.threads()
    untilError = try arguments.percentage(.untilError, 0.01...50)
    draws =
      try arguments.number(.draws, 0...1_000_000)
      ?? (untilError == nil ? draws : Self.mostDraws)
    if draws == 0, untilError != nil {
      throw UsageError(
        "'--until-mcse' needs draws", help: "leave out '--draws 0'")
    }
    residents = try arguments.number(.scaledResidents, 1...Self.mostResidents)
    if draws > 0, residents != nil {
      throw UsageError(
        "'--residents' takes the central values, because the ranges of births, joiners, places and "
          + "yearly costs, and targets that draws are to meet, are of the place's own size",
        help: "add '--draws 0'")
    }
    replicates = try Self.replicates(arguments) ?? (draws == 0 ? Array(0..<10) : replicates)
    picksReplicate = arguments.has(.replicate)
    level = try arguments.level() ?? level
    shard = try shard(arguments)
    resumes = arguments.has(.resume)
  }

  /// The same for files in which nothing is uncertain: no draws, but as many replicates as they would
  /// have had together.
  func drawingNothing() throws(UsageError) -> RunOptions {
    guard draws > 0 else { return self }
    guard untilError == nil else {
      throw UsageError(
        "'--until-mcse' needs draws, but no number of these files is uncertain",
        help: "give the number of replicates with '--replicates'")
    }
    let (runs, isTooMany) = draws.multipliedReportingOverflow(by: replicates.count)
    guard !isTooMany, runs <= Self.mostReplicates else {
      throw UsageError(
        "\(draws) draws of \(replicates.count) replicates are too many where no number is uncertain: each is a "
          + "replicate of the same",
        help: "give at most \(Self.mostReplicates) replicates with '--draws 0 --replicates'")
    }
    var other = self
    other.draws = 0
    if !picksReplicate { other.replicates = Array(0..<runs) }
    return other
  }

  private static let mostReplicates = 1_000_000

  /// When to stop drawing, if that depends on what comes out.
  var rule: StoppingRule? { untilError.map { StoppingRule(error: $0, most: draws) } }

  /// What is shared out among shards: draws, or replicates of the central values.
  var sharedOut: (count: Int, name: String) {
    draws > 0 ? (draws, "draws") : (replicates.count, "replicates")
  }

  /// Throws where there are more shards than what is shared out.
  func requireShares() throws(UsageError) {
    guard let shard, shard.count > sharedOut.count else { return }
    throw UsageError(
      "\(sharedOut.count) \(sharedOut.name) cannot be split into \(shard.count) shards",
      help: "a shard does at least one")
  }

  /// The part of the run that was asked for.
  private func shard(_ arguments: Arguments) throws(UsageError) -> Shard? {
    guard let text = arguments.text(.shard) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      number <= count
    else {
      throw UsageError(
        "'--shard' must be a number and how many shards there are, not '\(text)'",
        help: "write '--shard 1/8' for the first of eight")
    }
    guard untilError == nil else {
      throw UsageError(
        "'--until-mcse' looks at all draws, so a shard cannot tell when to stop",
        help: "give the number of draws with '--draws'")
    }
    return Shard(number: number, count: count)
  }

  private static func replicates(_ arguments: Arguments) throws(UsageError) -> [Int]? {
    let one = try arguments.number(.replicate, 0...Int(Int32.max) - 1)
    let count = try arguments.number(.replicates, 1...mostReplicates)
    if one != nil, count != nil {
      throw UsageError("give either '--replicates' or '--replicate', not both")
    }
    return one.map { [$0] } ?? count.map { Array(0..<$0) }
  }

  /// The most residents that a place is scaled to.
  static let mostResidents = 100_000_000
  /// The draws after which a run that is to go on until it knows enough gives up.
  private static let mostDraws = 1000
}
