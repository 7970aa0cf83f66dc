import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Moves every uncertain number of a scenario alone, those that draws move as one together, prints what that changes and writes it.
struct TornadoCommand {
  let options: TornadoOptions
  /// The command line, for the manifest.
  let commandLine: [String]
  let console: Console

  /// Runs everything; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let settings = options.settings
    let loaded = try settings.world.load()
    let index = try loaded.onlyScenario(for: .tornado)
    let scenario = loaded.scenarios[index]
    let measures = SettingOptions.measures(loaded.model)
    let sampler = try DrawSampler(loaded, seed: settings.seed)
    let record = settings.record(loaded, scenario, commandLine)
    let draws = try draws(loaded, record)
    let plan = try TornadoPlan(
      sampler, runner: try settings.runner(sampler, scenario: index, measures: measures),
      quantiles: options.quantiles, only: options.only)
    guard plan.count > 0 else {
      throw UsageError(
        options.only.map { "no uncertain number has '\($0)' in its id" }
          ?? "'\(loaded.model.name)' has no uncertain numbers",
        help: "a number is uncertain if it has a distribution")
    }
    let groups = Dictionary(
      uniqueKeysWithValues: plan.groups.map { ($0.id, $0.members[0].id) })
    let shares = try draws.map { draws in
      try reading { try measures.map { try draws.shares($0, in: loaded.model, groups: groups) } }
    }
    sayCost(plan)
    let publication = TablePublication.ofScenario(
      "tornado", to: options.destination,
      asked: ["\(options.quantiles)", options.only ?? "", options.drawsFrom ?? ""],
      record: record, place: loaded.model.id, threads: settings.threads,
      console: console)
    let (folder, table) = try publication.publish(started: started) {
      let table = TornadoTable(
        try tornado(plan), measures: measures, model: loaded.model, scenario: scenario,
        record: record, shares: shares)
      return (table, table.csv)
    }
    console.out(table.text(width: console.width))
    if !settings.isQuiet { console.say(folder, since: started) }
  }

  /// Says how many runs are ahead.
  private func sayCost(_ plan: TornadoPlan) {
    guard !options.settings.isQuiet else { return }
    let (runs, settings, groups) = (plan.simulations, 2 * plan.count, plan.groups)
    let members = groups.reduce(0) { $0 + $1.members.count }
    let asOne =
      groups.isEmpty
      ? ""
      : ", \(members) of them moved as one in \(groups.count) "
        + (groups.count == 1 ? "group," : "groups,")
    console.error(
      "\(plan.count - groups.count + members) uncertain numbers\(asOne) at two values each: 1 + \(runs) simulations of "
        + "\(options.settings.replicates) replicates; \(settings - runs) settings only change what "
        + "things cost, or nothing of this scenario.\n")
  }

  private func tornado(_ plan: TornadoPlan) throws -> Tornado {
    let progress =
      options.settings.isQuiet
      ? nil : ProgressLine("Running \(plan.simulations + 1) simulations", console: console)
    defer { progress?.clear() }
    let part = Double(plan.simulations) / Double(2 * plan.count)
    return try plan.run { progress?.show(part > 0 ? min(1, $0 / part) : 1) }
  }

  /// The draws of a run that shares of variance are taken from.
  private func draws(_ loaded: LoadedRun, _ record: RunRecord) throws -> RunDraws? {
    guard let folder = options.drawsFrom else { return nil }
    try ReportFolder(path: folder).checkDraws(
      of: AddedTable("tornado.csv", .scenario(hasRanges: false), records: [record]))
    return try reading {
      try RunDraws(
        folder: folder, choices: loaded.choices.label, baseline: loaded.baseline.id,
        scenario: record.scenarios[1])
    }
  }

  /// Reads draws; what is wrong with them is said with their folder.
  private func reading<Read>(_ read: () throws -> Read) throws -> Read {
    do {
      return try read()
    } catch let error as ReportError {
      throw UsageError(
        "'\(options.drawsFrom ?? "")': \(error.description)", help: "see 'segflow help run'")
    }
  }
}
