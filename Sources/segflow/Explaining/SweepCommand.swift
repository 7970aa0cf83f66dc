import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Runs a scenario at several values of one number, prints the table and writes it.
struct SweepCommand {
  let options: SweepOptions
  /// The command line, for the manifest.
  let commandLine: [String]
  let console: Console

  /// Runs everything; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let settings = options.settings
    let loaded = try settings.world.load()
    let index = try loaded.onlyScenario(for: .sweep)
    let scenario = loaded.scenarios[index]
    let measures = SettingOptions.measures(loaded.model)
    let number = try NumberChoice.number(
      options.number, in: NumberIndex(DrawSampler(loaded, seed: settings.seed)))
    let dial = try number.dial(loaded, seed: settings.seed)
    let values = options.values
    let all = try values.map(dial.setting)
    let runner = try settings.runner(dial.sampler, scenario: index, measures: measures)
    let record = settings.record(loaded, scenario, commandLine)
    let publication = TablePublication.ofScenario(
      "sweep", to: Destination(output: options.output),
      asked: [number.names[0]] + values.map(NumberText.shortest), record: record,
      place: loaded.model.id, threads: settings.threads,
      console: console)
    let (folder, table) = try publication.publish(started: started) {
      let progress =
        settings.isQuiet
        ? nil : ProgressLine("Running \(values.count + 1) values", console: console)
      defer { progress?.clear() }
      let central = try runner.central()
      let results = try runner.run(all, central: central) { progress?.show($0) }
      let table = SweepTable(
        number, points: zip(values, results).map { SweepTable.Point(value: $0, result: $1) },
        central: central.result, measures: measures, model: loaded.model, scenario: scenario,
        record: record)
      return (table, table.csv)
    }
    console.out(table.text(width: console.width))
    if !settings.isQuiet { console.say(folder, since: started) }
  }
}
