import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Simulates scenarios, writes their results and prints the table.
struct RunCommand {
  let options: RunOptions
  /// The command line, for the manifest.
  let commandLine: [String]
  let console: Console

  /// Runs everything; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let ready = try LoadedScenarios.worlds(options)
    var worlds = try ready.map { world in
      RunWorld(
        try Comparison(
          model: world.loaded.model, scenarios: world.scenarios, step: world.simulation.step),
        people: options.isPerPerson ? PersonResults(scenarios: world.scenarios.count) : nil,
        record: record(world))
    }
    let folder = try ResultsFolder(path: options.output ?? defaultOutput(worlds))
    try Interruption.publishing(folder) {
      LoadedScenarios.warn(ready, console: console)
      for index in worlds.indices {
        try simulate(
          ready[index].simulation, into: &worlds[index],
          title: worlds.count > 1 ? " (\(worlds[index].record.choices.label))" : "")
      }
      try ResultsWriter(worlds)
        .write(to: folder, environment: .now(threads: options.threads, started: started))
    }
    let named = World.choicesToName(worlds.map(\.record.choices))
    console.out(worlds.map { text($0, naming: named) }.joined(separator: "\n"))
    guard !options.isQuiet else { return }
    let seconds = NumberText.fixed(Date().timeIntervalSince(started), decimals: 1)
    console.error("\nResults are in \(folder.path) (\(seconds) seconds)\n")
  }

  /// Replicates run together; bounds the memory that their tallies take.
  private var batch: Int { max(16, options.threads) }

  /// What is printed about a world, headed by its options of some choices.
  private func text(_ world: RunWorld, naming choices: [Int]) -> String {
    let table = ConsoleTable(world.comparison, record: world.record, namingChoices: choices)
      .text(width: console.width)
    guard let people = world.people else { return table }
    return table + "\n" + PersonTable(world.comparison, people).text(width: console.width)
  }

  private func simulate(
    _ simulation: Simulation, into world: inout RunWorld, title which: String
  ) throws {
    let all = options.replicates
    let title = "Running \(all.count) x \(simulation.scenarios.count) scenarios\(which)"
    let progress = options.isQuiet ? nil : ProgressLine(title, console: console)
    defer { progress?.clear() }
    progress?.show(0)
    for start in stride(from: 0, to: all.count, by: batch) {
      let replicates = Array(all[start..<min(start + batch, all.count)])
      let measured = world.people.map { _ in PersonMeasures(model: simulation.model) }
      let tallies = try simulation.run(
        seed: options.seed, replicates: replicates, threads: options.threads,
        progress: { done in
          progress?.show((Double(start) + done * Double(replicates.count)) / Double(all.count))
        }, people: measured?.take)
      for (replicate, tallies) in zip(replicates, tallies) {
        world.comparison.add(replicate: replicate, tallies: tallies)
        if let measured { world.people?.add(measured.of(replicate)) }
      }
    }
  }

  private func record(_ ready: LoadedScenarios) -> RunRecord {
    RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: options.seed,
      replicates: options.replicates, step: ready.simulation.step, level: options.level,
      choices: ready.loaded.choices, isPerPerson: options.isPerPerson,
      scenarios: ready.scenarios.map(\.id), files: ready.loaded.files,
      inputs: ready.loaded.inputs)
  }

  private func defaultOutput(_ worlds: [RunWorld]) -> String {
    var others: [String] = []
    for id in worlds.flatMap({ $0.record.scenarios.dropFirst() }) where !others.contains(id) {
      others.append(id)
    }
    let joined = (others.isEmpty ? [worlds[0].record.scenarios[0]] : others).joined(separator: "-")
    let names = joined.count > 60 ? "\(others.count)-scenarios" : joined
    let digest = RunRecord.digest(worlds.map(\.record))
    return "results/\(worlds[0].comparison.model.id)-\(names)-\(digest.prefix(8))"
  }
}
