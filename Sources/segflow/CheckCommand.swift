import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Reads files and says what is in them.
struct CheckCommand {
  let options: RunOptions
  let console: Console

  /// Checks the files; throws what is wrong with them.
  func run() throws {
    let ready = try LoadedScenarios(options)
    let step = ready.simulation.step
    _ = try Comparison(model: ready.loaded.model, scenarios: ready.scenarios, step: step)
    for warning in ready.simulation.warnings { console.error("warning: \(warning)\n") }
    guard !options.isQuiet else { return }
    console.out(describe(ready))
  }

  private func describe(_ ready: LoadedScenarios) -> String {
    let model = ready.loaded.model
    let segments = model.pathways.reduce(0) { $0 + $1.segments.count }
    let numbers = Quality.allCases.map { quality in
      let count = ready.loaded.inputs.filter { $0.evidence.quality == quality }.count
      return "\(NumberText.grouped(Double(count))) \(quality.rawValue)"
    }
    let names = ready.scenarios.map { scenario in
      "  \(scenario.id): \(scenario.interventions.map(\.id).joined(separator: ", "))"
    }
    return """
      \(model.name): no mistakes found
        \(NumberText.grouped(Double(model.population.residents))) residents, \
      \(model.start) to \(model.end), reported from \(model.reportFrom), \
      steps of a \(ready.simulation.step.rawValue)
        pathways: \(model.pathways.count), segments: \(segments), \
      moves and events: \(model.happenings.count)
        numbers: \(numbers.joined(separator: ", "))
      Scenarios, baseline first, with their interventions:
      \(names.map { $0.hasSuffix(": ") ? $0 + "none" : $0 }.joined(separator: "\n"))

      """
  }
}
