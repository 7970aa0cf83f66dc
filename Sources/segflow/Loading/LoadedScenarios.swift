import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// A run read from files and made ready, baseline first.
struct LoadedScenarios {
  let loaded: LoadedRun
  /// The baseline, then the scenarios that are not the baseline itself.
  let scenarios: [Scenario]
  let simulation: Simulation
  /// Whether the baseline is that of the place, not one that the caller gave.
  private let baselineIsOfPlace: Bool

  /// Reads and compiles what the options name, world by world.
  static func worlds(_ options: RunOptions) throws -> [LoadedScenarios] {
    try Loader.load(
      options.files, baseline: options.baseline,
      choose: options.choose.map { ($0.choice, $0.options) }
    ).map { loaded in
      var loaded = loaded
      if let residents = options.residents { loaded.scale(toResidents: residents) }
      return try LoadedScenarios(
        loaded, step: options.step, baselineIsOfPlace: options.baseline == nil)
    }
  }

  /// Says what to beware of in some worlds, each once; `samplers` are what draws their numbers.
  static func warn(
    _ worlds: [LoadedScenarios], samplers: [DrawSampler] = [], console: Console
  ) {
    let warnings = worlds.flatMap(\.warnings) + samplers.compactMap(farFromTargets)
    for warning in warnings.distinct { console.error("warning: \(warning)\n") }
  }

  /// Says which calibration targets the numbers of the files are far from.
  private static func farFromTargets(_ sampler: DrawSampler) -> String? {
    let missed = sampler.missed
    guard !missed.isEmpty else { return nil }
    let named = missed.prefix(3).map { target, expected in
      "about \(NumberText.grouped(expected)) for the \(NumberText.grouped(target.value)) of '\(target.id)'"
    }
    let others = missed.count - named.count
    return "the numbers that are solved for calibration targets are far from giving "
      + (missed.count == 1 ? "one" : "\(missed.count)") + " of them: "
      + named.joined(separator: ", ") + (others > 0 ? ", and \(others) more" : "")
      + "; 'segflow calibrate' solves them"
  }

  /// Compiles what was read; `step` overrides the model's own.
  init(_ loaded: LoadedRun, step: StepLength?, baselineIsOfPlace: Bool = true) throws {
    self.loaded = loaded
    self.baselineIsOfPlace = baselineIsOfPlace
    let baseline = loaded.baseline
    scenarios = [baseline] + loaded.scenarios.filter { $0 != baseline }
    var seen: Set<String> = []
    for scenario in scenarios where !seen.insert(scenario.id).inserted {
      throw UsageError(
        "two scenarios are called '\(scenario.id)'", help: "give each its own \"id\"")
    }
    simulation = try Simulation(model: loaded.model, scenarios: scenarios, step: step)
  }

  /// Things a user should know before trusting the run.
  var warnings: [String] {
    loaded.warnings + simulation.warnings
      + (loaded.comparesBaseline
        ? ["'\(scenarios[0].id)' is the baseline itself, so it is not compared"] : [])
      + (baselineIsOfPlace ? scenarios.dropFirst().compactMap(missing) : [])
  }

  /// Says which interventions of the baseline a scenario does without, or ends earlier.
  private func missing(from scenario: Scenario) -> String? {
    let last = loaded.model.end
    let missing = scenarios[0].interventions.filter { base in
      !scenario.interventions.contains { own in
        own.id == base.id && (own.ends ?? last) >= min(base.ends ?? last, last)
      }
    }.map(\.id)
    guard !missing.isEmpty else { return nil }
    let names = missing.map { "'\($0)'" }.joined(separator: ", ")
    return
      "the scenario '\(scenario.id)' does without \(names) of the baseline, or ends it earlier, which "
      + "is part of what it is said to change; to keep what the baseline has, let it extend the baseline"
  }
}
