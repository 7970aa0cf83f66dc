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
    let samplers = try ready.map { try DrawSampler($0.loaded, seed: options.seed) }
    var worlds = try zip(ready, samplers).map { world, sampler in
      RunWorld(
        try Comparison(
          model: world.loaded.model, scenarios: world.scenarios, step: world.simulation.step),
        people: options.isPerPerson ? PersonResults(scenarios: world.scenarios.count) : nil,
        draws: options.draws == 0
          ? nil : DrawLog(parameters: sampler.parameters, rule: rule),
        record: record(world))
    }
    let folder = try ResultsFolder(path: options.output ?? defaultOutput(worlds))
    try Interruption.publishing(folder) {
      LoadedScenarios.warn(ready, console: console)
      for index in worlds.indices {
        let title = worlds.count > 1 ? " (\(worlds[index].record.choices.label))" : ""
        if options.draws == 0 {
          try simulate(ready[index].simulation, into: &worlds[index], title: title)
        } else {
          try draw(samplers[index], into: &worlds[index], title: title)
        }
      }
      try ResultsWriter(worlds)
        .write(to: folder, environment: .now(threads: options.threads, started: started))
    }
    let named = World.choicesToName(worlds.map(\.record.choices))
    console.out(worlds.map { text($0, naming: named) }.joined(separator: "\n"))
    if !options.isQuiet { console.say(folder, since: started) }
  }

  /// When to stop drawing, if that depends on what comes out.
  private var rule: StoppingRule? {
    options.untilError.map { StoppingRule(error: $0, most: options.draws) }
  }

  /// What is printed about a world, headed by its options of some choices.
  private func text(_ world: RunWorld, naming choices: [Int]) -> String {
    let table = ConsoleTable(world, namingChoices: choices).text(width: console.width)
    guard let people = world.people else { return table }
    return table + "\n" + PersonTable(world.comparison, people).text(width: console.width)
  }

  /// Draws the uncertain numbers and runs each draw.
  private func draw(_ sampler: DrawSampler, into world: inout RunWorld, title which: String) throws
  {
    let runner = DrawRunner(
      sampler, comparison: world.comparison, seed: options.seed, replicates: options.replicates,
      threads: options.threads, followsPeople: options.isPerPerson)
    let count = options.draws
    let sizes = "\(options.replicates.count) x \(world.comparison.scenarios.count) scenarios"
    let progress = progress("\(rule == nil ? "" : "up to ")\(count) draws x \(sizes)\(which)")
    defer { progress?.clear() }
    try runner.run(1...count, progress: { progress?.show($0 / Double(count)) }) { result in
      world.add(result)
      return !(rule?.hasEnded(world.comparison) ?? false)
    }
  }

  /// Runs the central values, with the luck of each replicate.
  private func simulate(
    _ simulation: Simulation, into world: inout RunWorld, title which: String
  ) throws {
    let all = options.replicates
    let progress = progress("\(all.count) x \(simulation.scenarios.count) scenarios\(which)")
    defer { progress?.clear() }
    // Bounds the memory that tallies take.
    let batch = max(16, options.threads)
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

  private func progress(_ what: String) -> ProgressLine? {
    guard !options.isQuiet else { return nil }
    let progress = ProgressLine("Running \(what)", console: console)
    progress.show(0)
    return progress
  }

  private func record(_ ready: LoadedScenarios) -> RunRecord {
    var record = RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: options.seed,
      draws: options.draws, untilError: options.untilError, replicates: options.replicates,
      step: ready.simulation.step, level: options.level,
      choices: ready.loaded.choices, isPerPerson: options.isPerPerson,
      scenarios: ready.scenarios.map(\.id), files: ready.loaded.files,
      inputs: ready.loaded.inputs)
    record.assurance = options.assurance
    return record
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
