import SegmentModel
import SegmentSimulation

/// A run read from files and made ready, baseline first.
struct LoadedScenarios {
  let loaded: LoadedRun
  /// The baseline, then the scenarios that are not the baseline itself.
  let scenarios: [Scenario]
  let simulation: Simulation

  /// Reads and compiles what the options name, world by world.
  static func worlds(_ options: RunOptions) throws -> [LoadedScenarios] {
    try Loader.load(
      options.files, baseline: options.baseline,
      choose: options.choose.map { ($0.choice, $0.options) }
    ).map { try LoadedScenarios($0, step: options.step) }
  }

  /// Says what to beware of in some worlds, each once.
  static func warn(_ worlds: [LoadedScenarios], console: Console) {
    var said: [String] = []
    for warning in worlds.flatMap(\.simulation.warnings) where !said.contains(warning) {
      console.error("warning: \(warning)\n")
      said.append(warning)
    }
  }

  /// Compiles what was read; `step` overrides the model's own.
  init(_ loaded: LoadedRun, step: StepLength?) throws {
    self.loaded = loaded
    let baseline = loaded.baseline
    scenarios = [baseline] + loaded.scenarios.filter { $0 != baseline }
    var seen: Set<String> = []
    for scenario in scenarios where !seen.insert(scenario.id).inserted {
      throw UsageError(
        "two scenarios are called '\(scenario.id)'", help: "give each its own \"id\"")
    }
    simulation = try Simulation(model: loaded.model, scenarios: scenarios, step: step)
  }
}
