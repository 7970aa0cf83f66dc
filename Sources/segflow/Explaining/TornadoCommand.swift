import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Moves every uncertain number of a scenario alone, prints what that changes and writes it.
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
    let shares = try shares(loaded, record, measures)
    let plan = try TornadoPlan(
      sampler, runner: try settings.runner(sampler, scenario: index, measures: measures),
      quantiles: options.quantiles, only: options.only)
    guard plan.count > 0 else {
      throw UsageError(
        options.only.map { "no uncertain number has '\($0)' in its id" }
          ?? "'\(loaded.model.name)' has no uncertain numbers",
        help: "a number is uncertain if it has a distribution")
    }
    sayCost(plan)
    let publication = TablePublication.ofScenario(
      "tornado", to: options.destination,
      asked: ["\(options.quantiles)", options.only ?? "", options.drawsFrom ?? ""],
      record: record, place: loaded.model.id, threads: settings.threads)
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
    let (runs, settings) = (plan.simulations, 2 * plan.count)
    console.error(
      "\(plan.count) uncertain numbers at two values each: 1 + \(runs) simulations of "
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

  /// The shares of variance from a run's draws, by measure and number.
  private func shares(
    _ loaded: LoadedRun, _ record: RunRecord, _ measures: [AttributedMeasure]
  ) throws -> [[String: Estimate]]? {
    guard let folder = options.drawsFrom else { return nil }
    try ReportFolder(path: folder).checkDraws(
      of: AddedTable("tornado.csv", .scenario(hasRanges: false), records: [record]))
    do {
      let draws = try RunDraws(
        folder: folder, choices: loaded.choices.label, baseline: loaded.baseline.id,
        scenario: record.scenarios[1])
      return try measures.map { try draws.shares($0, in: loaded.model) }
    } catch let error as ReportError {
      throw UsageError("'\(folder)': \(error.description)", help: "see 'segflow help run'")
    }
  }
}
