import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Holds published claims against what the simulation gives, prints the table and writes it.
struct ReconcileCommand {
  let options: ReconcileOptions
  /// The command line, for the manifest.
  let commandLine: [String]
  let console: Console

  /// Runs everything; throws what is wrong, having written nothing.
  func run() throws {
    let started = Date()
    let loaded = try Loader.claims(
      options.file, choose: options.choose.map { ($0.choice, $0.options) })
    let ready = try loaded.worlds.map { try LoadedScenarios($0, step: nil) }
    let records = ready.map(record)
    let model = ready[0].loaded.model
    let publication = TablePublication(
      table: AddedTable(ReconciliationTexts.tableName, .place, records: records),
      destination: options.destination,
      usualFolder: "results/\(model.id)-reconciliation-\(RunRecord.digest(records).prefix(8))",
      records: records, place: model.id, threads: options.threads,
      console: console)
    let (folder, texts) = try publication.publish(started: started, with: \.others) {
      LoadedScenarios.warn(ready, console: console)
      let texts = ReconciliationTexts(
        Reconciliation(
          place: model.name, claims: loaded.claims,
          worlds: try ready.map { try world($0, loaded) }, replicates: options.replicates,
          priceYear: model.priceYear, sources: model.sources), records: records)
      return (texts, texts.csv)
    }
    console.out(texts.console(width: console.width))
    if !options.isQuiet { console.say(folder, since: started) }
  }

  private func world(
    _ ready: LoadedScenarios, _ loaded: LoadedClaims
  ) throws -> Reconciliation.World {
    let options = ready.loaded.choices.ids.filter { loaded.chosen.contains($0.choice) }
      .map(\.option)
    return Reconciliation.World(
      id: options.joined(separator: "_"), name: options.joined(separator: ", "),
      estimates: try estimates(of: loaded.claims, in: ready))
  }

  /// What the claims come to in one world; nil for those that nothing can be compared with.
  private func estimates(of claims: [Claim], in ready: LoadedScenarios) throws -> [Estimate?] {
    let measures = claims.map { claim -> SegmentModel.Expression? in
      if case .measure(let expression) = claim.basis { expression } else { nil }
    }
    let simulation = ready.simulation
    var meter = try ExpressionMeter(
      model: ready.loaded.model, scenarios: ready.scenarios, step: simulation.step,
      expressions: measures.compactMap { $0 })
    let progress =
      options.isQuiet
      ? nil
      : ProgressLine(
        "Running \(options.replicates) x \(ready.scenarios.count) scenarios "
          + "(\(ready.loaded.choices.label))", console: console)
    defer { progress?.clear() }
    let batch = max(1, options.threads)
    for start in stride(from: 0, to: options.replicates, by: batch) {
      let replicates = Array(start..<min(start + batch, options.replicates))
      try meter.run(
        simulation, seed: options.seed, replicates: replicates, threads: options.threads
      ) { done in
        progress?.show(
          (Double(start) + done * Double(replicates.count)) / Double(options.replicates))
      }
    }
    return measures.map { $0.map(meter.estimate) }
  }

  private func record(_ ready: LoadedScenarios) -> RunRecord {
    RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: options.seed,
      replicates: Array(0..<options.replicates), step: ready.simulation.step, level: 0.95,
      choices: ready.loaded.choices, scenarios: ready.scenarios.map(\.id),
      files: ready.loaded.files, inputs: ready.loaded.inputs)
  }
}
