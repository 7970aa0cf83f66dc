import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// What every verb is asked for that runs a scenario at settings of its numbers.
struct SettingOptions {
  let world: OneWorld
  var seed: UInt64 = 1
  var replicates = 2
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount
  var step: StepLength?
  var isQuiet: Bool

  /// Reads the options that the verbs share; the scenario is the first of the files.
  init(_ arguments: Arguments, verb: Verb) throws(UsageError) {
    world = try OneWorld(firstOf: arguments, verb: verb)
    seed = try RunOptions.number(arguments, .seed, 0...UInt64.max) ?? seed
    replicates = try RunOptions.number(arguments, .settingReplicates, 1...1_000_000) ?? replicates
    threads = try RunOptions.number(arguments, .threads, 1...1024) ?? threads
    step = try RunOptions.step(arguments)
    isQuiet = arguments.has(.quiet)
  }

  /// What is measured of a model: the headline outcome avoided, and the net saving.
  static func measures(_ model: Model) -> [AttributedMeasure] {
    (model.outcomes.isEmpty ? [] : [.outcome(0)])
      + (model.payers.isEmpty ? [] : [.pounds(payer: nil)])
  }

  /// A runner of a scenario at settings of a sampler.
  func runner(
    _ sampler: DrawSampler, scenario: Int, measures: [AttributedMeasure]
  ) throws -> SettingRunner {
    try SettingRunner(
      sampler, scenario: scenario, measures: measures, seed: seed, replicates: replicates,
      step: step, threads: threads)
  }

  /// How results were made.
  func record(_ loaded: LoadedRun, _ scenario: Scenario, _ commandLine: [String]) -> RunRecord {
    RunRecord(
      toolVersion: Version.current, commandLine: commandLine, seed: seed,
      replicates: Array(0..<replicates), step: step ?? loaded.model.step, level: 0.95,
      choices: loaded.choices, scenarios: [loaded.baseline.id, scenario.id], files: loaded.files,
      inputs: loaded.inputs)
  }

  /// Writes one table with its manifest into a folder, by default one named after a digest of the run
  /// and of what else was asked for.
  func publish(
    _ name: String, to output: String?, asked: [String], record: RunRecord, place: String,
    started: Date, _ table: () throws -> CSVTable
  ) throws -> ResultsFolder {
    let digest = SHA256.hexDigest(([record.digest] + asked).joined(separator: "\n"))
    let folder = try ResultsFolder(
      path: output ?? "results/\(place)-\(record.scenarios[1])-\(name)-\(digest.prefix(8))")
    try Interruption.publishing(folder) {
      let files = [(name: "\(name).csv", contents: try table().contents)]
      for file in files { try folder.write(file.contents, to: file.name) }
      let manifest = Manifest.json(
        [record], .now(threads: threads, started: started), place: place, outputs: files)
      try folder.write(manifest.document, to: Manifest.fileName)
    }
    return folder
  }
}
