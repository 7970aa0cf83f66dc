import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// A run that is read and compiled, to be filled with what draws give.
struct PreparedRun {
  /// What it was asked for; without draws where there is nothing to draw.
  let options: RunOptions
  let ready: [LoadedScenarios]
  /// Whether no draws are made because nothing is uncertain.
  private let drawsNothing: Bool
  /// What draws the uncertain numbers, by world; nil where none are drawn.
  let samplers: [DrawSampler?]
  /// The results by world; nothing yet.
  private(set) var worlds: [RunWorld]

  /// Reads and compiles what the options name; the command line is for the manifest.
  init(_ asked: RunOptions, commandLine: [String]) throws {
    ready = try LoadedScenarios.worlds(asked)
    let all = try ready.map {
      asked.draws == 0 ? nil : try DrawSampler($0.loaded, seed: asked.seed)
    }
    let hasUncertain = all.contains { $0?.parameters.isEmpty == false }
    let options = hasUncertain ? asked : try asked.drawingNothing()
    try options.requireShares()
    self.options = options
    drawsNothing = options.draws != asked.draws
    samplers = hasUncertain ? all : all.map { _ in nil }
    worlds = try zip(ready, samplers).map { world, sampler in
      RunWorld(
        try Comparison(
          model: world.loaded.model, scenarios: world.scenarios, step: world.simulation.step),
        people: options.isPerPerson ? PersonResults(scenarios: world.scenarios.count) : nil,
        draws: sampler.map { DrawLog(parameters: $0.parameters, rule: options.rule) },
        record: Self.record(world, options, commandLine))
    }
  }

  /// Says what to beware of, before anything is run.
  func warn(_ console: Console) {
    LoadedScenarios.warn(ready, samplers: samplers.compactMap { $0 }, console: console)
    guard drawsNothing, !options.isQuiet else { return }
    let count = options.replicates.count
    console.error(
      "No number of these files is uncertain, so nothing is drawn: "
        + (count == 1 ? "one replicate" : "\(count) replicates") + ", which differ by luck alone.\n"
    )
  }

  /// Lets `fill` add all draws, writes the folder of results and prints the table.
  mutating func publish(
    started: Date, console: Console, fill: (inout [RunWorld]) throws -> Void
  ) throws {
    let folder = try ResultsFolder(path: output)
    try Interruption.publishing(folder) {
      warn(console)
      try fill(&worlds)
      try ResultsWriter(worlds)
        .write(to: folder, environment: .now(threads: options.threads, started: started))
    }
    let named = World.choicesToName(worlds.map(\.record.choices))
    console.out(
      worlds.map { Self.text($0, naming: named, console) }.joined(separator: "\n"))
    if !options.isQuiet, options.isKept { console.say(folder, since: started) }
  }

  /// What is printed about a world, headed by its options of some choices.
  private static func text(
    _ world: RunWorld, naming choices: [Int], _ console: Console
  ) -> String {
    let table = ConsoleTable(world, namingChoices: choices).text(width: console.width)
    guard let people = world.people else { return table }
    return table + "\n" + PersonTable(world.comparison, people).text(width: console.width)
  }

  /// Where the results are written, or what a shard gave.
  var output: String {
    options.output
      ?? defaultOutput + (options.shard.map { "-shard-\($0.number)-of-\($0.count)" } ?? "")
  }

  /// Where the results are written unless the options say.
  private var defaultOutput: String {
    let others = worlds.flatMap { $0.record.scenarios.dropFirst() }.distinct
    let joined = (others.isEmpty ? [worlds[0].record.scenarios[0]] : others).joined(separator: "-")
    let names = joined.count > 60 ? "\(others.count)-scenarios" : joined
    let digest = RunRecord.digest(worlds.map(\.record))
    return "results/\(worlds[0].comparison.model.id)-\(names)-\(digest.prefix(8))"
  }

  private static func record(
    _ ready: LoadedScenarios, _ options: RunOptions, _ commandLine: [String]
  ) -> RunRecord {
    var record = RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: options.seed,
      draws: options.draws, untilError: options.untilError, replicates: options.replicates,
      step: ready.simulation.step, level: options.level,
      choices: ready.loaded.choices, isPerPerson: options.isPerPerson,
      scenarios: ready.scenarios.map(\.id), files: ready.loaded.files,
      inputs: ready.loaded.inputs)
    record.residents = options.residents
    record.secondMoves = ready.simulation.secondMoves
    record.assurance = options.assurance
    return record
  }
}
