import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Shares out what a scenario does among its interventions, prints the table and writes it.
struct AttributeCommand {
  let options: AttributeOptions
  /// The command line, for the manifest.
  let commandLine: [String]
  let console: Console

  /// Runs everything; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let loaded = try options.world.load()
    let index = try loaded.onlyScenario(for: .attribute)
    let scenario = loaded.scenarios[index]
    let attributed = try AttributedScenario(
      model: loaded.model, baseline: loaded.baseline, scenario: scenario)
    try sayCost(attributed)
    let record = record(loaded, scenario)
    let publication = TablePublication.ofScenario(
      "attribution", to: options.destination, hasRanges: true,
      asked: [options.method.rawValue, "\(options.asksAlone)", "\(options.draws)"],
      record: record, place: loaded.model.id, threads: options.threads,
      console: console)
    let (folder, table) = try publication.publish(started: started) {
      let measures = AttributedMeasure.all(of: loaded.model)
      let table = AttributionTable(
        attributed, try attribution(attributed, of: index, in: loaded, measures, record.step),
        measures: measures, method: options.method, record: record)
      return (table, table.csv)
    }
    console.out(table.text(width: console.width))
    if !options.isQuiet { console.say(folder, since: started) }
  }

  /// Says how many runs are ahead, and refuses too many.
  private func sayCost(_ attributed: AttributedScenario) throws {
    let count = attributed.ids.count
    guard options.method != .exact || count <= AttributionPlan.mostExact else {
      throw UsageError(
        "'--attribution exact' runs every subset of \(count) interventions, 2^\(count), and is for "
          + "at most \(AttributionPlan.mostExact)",
        help: "'--attribution orders' needs \(2 * count) runs a draw")
    }
    guard !options.isQuiet else { return }
    let subsets = plan(attributed, draw: 0).subsets.count
    let power = options.method == .exact ? " (2^\(count))" : ""
    console.error(
      "Each of \(options.draws.count) x \(options.replicates) replicates runs \(subsets)\(power) sets "
        + "of \(count == 1 ? "one intervention" : "the \(count) interventions").\n")
  }

  private func plan(_ attributed: AttributedScenario, draw: Int) -> AttributionPlan {
    AttributionPlan(
      interventions: attributed.ids, seed: options.seed, draw: draw, method: options.method,
      alone: options.asksAlone)
  }

  private func attribution(
    _ attributed: AttributedScenario, of scenario: Int, in loaded: LoadedRun,
    _ measures: [AttributedMeasure], _ step: StepLength
  ) throws -> Attribution {
    let draws = options.draws
    let sampler = try DrawSampler(loaded, seed: options.seed)
    let progress =
      options.isQuiet
      ? nil : ProgressLine("Running \(draws.count) x \(options.replicates)", console: console)
    defer { progress?.clear() }
    var attribution = Attribution(
      interventions: attributed.ids.count, measures: measures.count)
    var incomplete = 0
    for (index, draw) in draws.enumerated() {
      let drawn = try sampler.drawn(draw)
      if !drawn.unmet.isEmpty || !drawn.impossible.isEmpty { incomplete += 1 }
      attribution.add(
        try attributed.with(
          model: drawn.model, baseline: drawn.baseline, scenario: drawn.scenarios[scenario]
        ).run(
          plan(attributed, draw: draw), measures: measures, step: step, seed: options.seed,
          draw: draw, replicates: Array(0..<options.replicates), threads: options.threads
        ) { progress?.show((Double(index) + $0) / Double(draws.count)) })
    }
    if incomplete > 0 {
      console.error(
        "warning: \(incomplete) of \(draws.count) draws keep some numbers of the files, because what "
          + "was drawn cannot meet a target or makes no sense\n")
    }
    return attribution
  }

  private func record(_ loaded: LoadedRun, _ scenario: Scenario) -> RunRecord {
    RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: options.seed,
      draws: options.draws.last ?? 0, replicates: Array(0..<options.replicates),
      step: options.step ?? loaded.model.step,
      level: options.level, choices: loaded.choices,
      scenarios: [loaded.baseline.id, scenario.id], files: loaded.files, inputs: loaded.inputs)
  }
}
