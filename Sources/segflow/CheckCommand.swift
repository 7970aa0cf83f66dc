import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Reads files, each by itself, and says what is in them.
struct CheckCommand {
  let options: RunOptions
  let console: Console

  /// Checks the files; throws what is wrong with any of them, after what is right with the others.
  func run() throws {
    var mistakes: [InputError] = []
    var warnings: [String] = []
    for file in options.files {
      do {
        let (said, warned) = try check(file)
        if !options.isQuiet { console.out(said) }
        warnings += warned.filter { !warnings.contains($0) }
      } catch let errors as InputErrors {
        mistakes += errors.errors.filter { !mistakes.contains($0) }
      }
    }
    for warning in warnings { console.error("warning: \(warning)\n") }
    if !mistakes.isEmpty { throw InputErrors(errors: mistakes) }
  }

  private func check(_ file: String) throws -> (said: String, warnings: [String]) {
    guard try Loader.check(file) else {
      return ("\(file): no mistakes found in the file itself\n", [])
    }
    var alone = options
    alone.files = [file]
    let worlds = try LoadedScenarios.worlds(alone)
    for world in worlds {
      _ = try Comparison(
        model: world.loaded.model, scenarios: world.scenarios, step: world.simulation.step)
    }
    return (
      "\(file): no mistakes found\n" + worlds.map(describe).joined(),
      worlds.flatMap(\.warnings)
    )
  }

  private func describe(_ ready: LoadedScenarios) -> String {
    let model = ready.loaded.model
    let segments = model.pathways.reduce(0) { $0 + $1.segments.count }
    let numbers = Quality.allCases.map { quality in
      let count = ready.loaded.inputs.filter { $0.evidence.quality == quality }.count
      return "\(NumberText.grouped(Double(count))) \(quality.rawValue)"
    }
    let names = ready.scenarios.map { scenario in
      let ids = scenario.interventions.map { intervention in
        intervention.id + (intervention.ambition.map { " (\($0.id))" } ?? "")
      }.joined(separator: ", ")
      return "    \(scenario.id): \(ids.isEmpty ? "none" : ids)"
    }
    let choices = ready.loaded.choices
    let options = zip(choices.ids, choices.choices.indices).map { ids, index in
      "    \(ids.choice)=\(ids.option) (\(choices.name(ofChoices: [index])))\n"
    }
    return (options.isEmpty ? "" : "  choices:\n" + options.joined()) + """
        \(model.name): \(NumberText.grouped(Double(model.population.residents))) residents, \
      \(model.start) to \(model.end), reported from \(model.reportFrom), \
      steps of a \(ready.simulation.step.rawValue)
        pathways: \(model.pathways.count), segments: \(segments), \
      moves and events: \(model.happenings.count)
        numbers: \(numbers.joined(separator: ", "))
        scenarios, baseline first, with their interventions:
      \(names.joined(separator: "\n"))

      """
  }
}
