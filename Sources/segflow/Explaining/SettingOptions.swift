import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// What every verb is asked for that runs a scenario at settings of its numbers.
struct SettingOptions {
  let world: OneWorld
  var seed: UInt64
  var replicates = AddedTable.usualSettingReplicates
  var threads: Int
  var step: StepLength?
  var isQuiet: Bool

  /// Reads the options that the verbs share; the scenario is the first of the files.
  init(_ arguments: Arguments, verb: Verb) throws(UsageError) {
    world = try OneWorld(firstOf: arguments, verb: verb)
    seed = try arguments.seed()
    replicates = try arguments.number(.settingReplicates, 1...1_000_000) ?? replicates
    threads = try arguments.threads()
    step = try arguments.step()
    isQuiet = arguments.has(.quiet)
  }

  /// What is measured of a model: the headline outcome avoided, the net saving, and QALYs gained
  /// where it has them.
  static func measures(_ model: Model) -> [AttributedMeasure] {
    (model.outcomes.isEmpty ? [] : [.outcome(0)])
      + (model.payers.isEmpty ? [] : [.pounds(payer: nil)])
      + (model.baseUtility == nil ? [] : [.qalys])
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
}
