import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Simulates scenarios, writes their results and prints the table; or does a shard of that.
struct RunCommand {
  let options: RunOptions
  /// The command line, for the manifest.
  let commandLine: [String]
  let console: Console

  /// Runs everything; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let run = try PreparedRun(options, commandLine: commandLine)
    let settled = RunCommand(options: run.options, commandLine: commandLine, console: console)
    try settled.fill(run, started: started)
  }

  /// Runs what was prepared by these options.
  private func fill(_ run: PreparedRun, started: Date) throws {
    let kept = options.resumes ? try keptDraws(of: run, started: started) : nil
    try Interruption.keeping(kept?.path) {
      if let shard = options.shard {
        try write(shard, of: run, taking: kept, started: started)
      } else {
        try writeAll(of: run, taking: kept, started: started)
      }
      kept?.remove()
    }
  }

  /// Runs everything, writes the results and prints the table.
  private func writeAll(of run: PreparedRun, taking kept: KeptDraws?, started: Date) throws {
    var filled = run
    try filled.publish(started: started, console: console) { worlds in
      for index in worlds.indices {
        try results(of: index, in: run, part: 0..<options.sharedOut.count, taking: kept) {
          worlds[index].add($0)
          return !(options.rule?.hasEnded(worlds[index].comparison) ?? false)
        }
      }
    }
  }

  /// What an interrupted run left, which is said.
  private func keptDraws(of run: PreparedRun, started: Date) throws -> KeptDraws {
    let kept = try KeptDraws(
      for: ResultsFolder(path: run.output), of: run.worlds.map(\.record),
      place: run.worlds[0].comparison.model.id, shard: options.shard,
      environment: .now(threads: options.threads, started: started))
    if kept.count > 0, !options.isQuiet {
      let name = options.sharedOut.name
      let what = kept.count == 1 ? "1 \(name.dropLast()) is" : "\(kept.count) \(name) are"
      console.error("\(what) taken from '\(kept.path)'\n")
    }
    return kept
  }

  /// Runs a shard and writes what each draw gave.
  private func write(
    _ shard: Shard, of run: PreparedRun, taking kept: KeptDraws?, started: Date
  ) throws {
    let folder = try ResultsFolder(path: run.output)
    try Interruption.publishing(folder) {
      run.warn(console)
      var writer = ShardWriter(shard, folder: folder)
      var failure: (any Error)?
      for index in run.worlds.indices {
        try results(
          of: index, in: run, part: shard.part(of: options.sharedOut.count), taking: kept
        ) { result in
          do { try writer.add(result, world: index) } catch { failure = error }
          return failure == nil
        }
        if let failure { throw failure }
      }
      try writer.finish(
        run.worlds.map(\.record), place: run.worlds[0].comparison.model.id,
        environment: .now(threads: options.threads, started: started))
    }
    if !options.isQuiet { console.say(folder, since: started) }
  }

  /// Hands over what draws (or replicates of the central values) of a world give, in order, until
  /// `take` wants no more; `part` says which, from 0.
  ///
  /// Those that were kept are taken; others are run, and kept.
  private func results(
    of index: Int, in run: PreparedRun, part: Range<Int>, taking kept: KeptDraws?,
    take: (DrawResult) -> Bool
  ) throws {
    guard let kept else { return try simulate(part, of: index, in: run, take: take) }
    let world = run.worlds[index]
    var next = part.lowerBound
    var wantsMore = true
    while wantsMore, next < part.upperBound {
      if kept.holds(next, world: index) {
        wantsMore = take(
          try kept.result(
            next, world: index, of: world.comparison,
            parameters: world.draws?.parameters.count ?? 0))
        next += 1
        continue
      }
      let end = (next..<part.upperBound).first { kept.holds($0, world: index) }
      var failure: (any Error)?
      try simulate(next..<(end ?? part.upperBound), of: index, in: run) { result in
        do { try kept.add(result, world: index) } catch { failure = error }
        wantsMore = failure == nil && take(result)
        return wantsMore
      }
      if let failure { throw failure }
      next = end ?? part.upperBound
    }
  }

  /// Hands over what draws (or replicates of the central values) of a world give, having run them.
  private func simulate(
    _ part: Range<Int>, of index: Int, in run: PreparedRun, take: (DrawResult) -> Bool
  ) throws {
    let world = run.worlds[index]
    let title = run.worlds.count > 1 ? " (\(world.record.choices.label))" : ""
    if let sampler = run.samplers[index] {
      try draw(
        sampler, part.lowerBound + 1...part.upperBound, world.comparison, title: title, take: take)
    } else {
      let replicates = Array(options.replicates[part])
      try simulate(
        run.ready[index].simulation, replicates, world.comparison.reader, title: title, take: take)
    }
  }

  /// Draws the uncertain numbers and runs each draw.
  private func draw(
    _ sampler: DrawSampler, _ draws: ClosedRange<Int>, _ comparison: Comparison,
    title which: String, take: (DrawResult) -> Bool
  ) throws {
    let runner = DrawRunner(
      sampler, comparison: comparison, seed: options.seed, replicates: options.replicates,
      threads: options.threads, followsPeople: options.isPerPerson)
    let sizes = "\(options.replicates.count) x \(comparison.scenarios.count) scenarios"
    let progress = progress(
      "\(options.rule == nil ? "" : "up to ")\(draws.count) draws x \(sizes)\(which)")
    defer { progress?.clear() }
    try runner.run(draws, progress: { progress?.show($0) }, take: take)
  }

  /// Runs the central values, with the luck of each replicate.
  private func simulate(
    _ simulation: Simulation, _ all: [Int], _ reader: MeasureReader, title which: String,
    take: (DrawResult) -> Bool
  ) throws {
    let progress = progress("\(all.count) x \(simulation.scenarios.count) scenarios\(which)")
    defer { progress?.clear() }
    // Bounds the memory that tallies take.
    let batch = max(16, options.threads)
    for start in stride(from: 0, to: all.count, by: batch) {
      let replicates = Array(all[start..<min(start + batch, all.count)])
      let measured = options.isPerPerson ? PersonMeasures(model: simulation.model) : nil
      let tallies = try simulation.run(
        seed: options.seed, replicates: replicates, threads: options.threads,
        progress: { done in
          progress?.show((Double(start) + done * Double(replicates.count)) / Double(all.count))
        }, people: measured?.take)
      for (replicate, tallies) in zip(replicates, tallies) {
        let result = DrawResult(
          draw: 0, replicates: [replicate], values: [reader.values(tallies)],
          people: measured.map { [$0.of(replicate)] })
        guard take(result) else { return }
      }
    }
  }

  private func progress(_ what: String) -> ProgressLine? {
    guard !options.isQuiet else { return nil }
    let progress = ProgressLine("Running \(what)", console: console)
    progress.show(0)
    return progress
  }
}
