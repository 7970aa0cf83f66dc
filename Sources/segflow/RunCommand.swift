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
    let ready = try LoadedScenarios(options)
    var comparison = try Comparison(
      model: ready.loaded.model, scenarios: ready.scenarios, step: ready.simulation.step)
    let record = record(ready)
    let folder = try ResultsFolder(path: options.output ?? defaultOutput(ready, record))
    try Interruption.removing(folder.temporaryPath) {
      do {
        for warning in ready.simulation.warnings { console.error("warning: \(warning)\n") }
        try simulate(ready.simulation, into: &comparison)
        try ResultsWriter(comparison, record: record)
          .write(to: folder, environment: .now(threads: options.threads, started: started))
        try folder.publish()
      } catch {
        folder.discard()
        throw error
      }
    }
    console.out(ConsoleTable(comparison, record: record).text(width: console.width))
    guard !options.isQuiet else { return }
    let seconds = NumberText.fixed(Date().timeIntervalSince(started), decimals: 1)
    console.error("\nResults are in \(folder.path) (\(seconds) seconds)\n")
  }

  /// Replicates run together; bounds the memory that their tallies take.
  private var batch: Int { max(16, options.threads) }

  private func simulate(_ simulation: Simulation, into comparison: inout Comparison) throws {
    let all = options.replicates
    let title = "Running \(all.count) x \(simulation.scenarios.count) scenarios"
    let progress = options.isQuiet ? nil : ProgressLine(title, console: console)
    defer { progress?.clear() }
    progress?.show(0)
    for start in stride(from: 0, to: all.count, by: batch) {
      let replicates = Array(all[start..<min(start + batch, all.count)])
      let tallies = try simulation.run(
        seed: options.seed, replicates: replicates, threads: options.threads
      ) { done in
        progress?.show((Double(start) + done * Double(replicates.count)) / Double(all.count))
      }
      for (replicate, tallies) in zip(replicates, tallies) {
        comparison.add(replicate: replicate, tallies: tallies)
      }
    }
  }

  private func record(_ ready: LoadedScenarios) -> RunRecord {
    RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: options.seed,
      replicates: options.replicates, step: ready.simulation.step, level: options.level,
      scenarios: ready.scenarios.map(\.id), files: ready.loaded.files,
      inputs: ready.loaded.inputs)
  }

  private func defaultOutput(_ ready: LoadedScenarios, _ record: RunRecord) -> String {
    let others = ready.scenarios.dropFirst()
    let joined = (others.isEmpty ? ready.scenarios[...] : others).map(\.id).joined(separator: "-")
    let names = joined.count > 60 ? "\(others.count)-scenarios" : joined
    return "results/\(ready.loaded.model.id)-\(names)-\(record.digest.prefix(8))"
  }
}
