import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Reads files, each by itself and then those that can be run as one run, and says what is in them.
struct CheckCommand {
  let options: RunOptions
  let console: Console

  /// Checks the files; throws what is wrong with any of them, after what is right with the others.
  func run() throws {
    var mistakes: [InputError] = []
    // What else keeps the files from being run together.
    var other: (any Error)?
    func collecting(_ body: () throws -> Void) {
      do {
        try body()
      } catch let errors as InputErrors {
        mistakes = (mistakes + errors.errors).distinct
      } catch {
        other = error
      }
    }
    var files: [CheckedKind: [String]] = [:]
    for file in options.files {
      collecting { files[try Loader.check(file), default: []].append(file) }
    }
    let (parts, places) = (files[.part] ?? [], files[.place] ?? [])
    let scenarios = files[.scenario] ?? []
    var worlds: [LoadedScenarios] = []
    var samplers: [DrawSampler] = []
    if !scenarios.isEmpty { collecting { worlds = try ready(scenarios) } }
    for place in places where !isRead(place, in: worlds) {
      collecting { worlds += try ready([place]) }
    }
    collecting { samplers = try worlds.map { try DrawSampler($0.loaded, seed: options.seed) } }
    if !options.isQuiet {
      let wrong = Set(mistakes.map(\.file))
      for file in options.files where !wrong.contains(file) {
        if parts.contains(file) { console.out("\(file): no mistakes found in the file itself\n") }
        if other == nil, (scenarios + places).contains(file) {
          console.out("\(file): no mistakes found\n")
        }
      }
      console.out(worlds.map(describe).joined())
    }
    LoadedScenarios.warn(worlds, samplers: samplers, console: console)
    let errors = mistakes.isEmpty ? nil : InputErrors(errors: mistakes)
    if let errors, other != nil { console.error(ErrorText.input(errors)) }
    if let error = other ?? errors { throw error }
  }

  /// Makes files ready as a run of them does.
  private func ready(_ files: [String]) throws -> [LoadedScenarios] {
    var options = options
    options.files = files
    let worlds = try LoadedScenarios.worlds(options)
    for world in worlds {
      _ = try Comparison(
        model: world.loaded.model, scenarios: world.scenarios, step: world.simulation.step)
    }
    return worlds
  }

  /// Whether a file is among those that some worlds were read from.
  private func isRead(_ file: String, in worlds: [LoadedScenarios]) -> Bool {
    func plain(_ path: String) -> URL { URL(fileURLWithPath: path).standardizedFileURL }
    return worlds.contains { $0.loaded.files.contains { plain($0.path) == plain(file) } }
  }

  private func describe(_ ready: LoadedScenarios) -> String {
    let model = ready.loaded.model
    let segments = model.pathways.reduce(0) { $0 + $1.segments.count }
    let numbers = Quality.allCases.map { quality in
      let count = ready.loaded.inputs.filter { $0.evidence.quality == quality }.count
      return "\(NumberText.grouped(Double(count))) \(quality.rawValue)"
    }
    let listed = ready.loaded.inputs.count { $0.range95 != nil && $0.distribution == nil }
    let undrawn =
      listed == 0
      ? ""
      : "; \(listed) with a range but no \"distribution\", so that draws leave them as they are"
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
        numbers: \(numbers.joined(separator: ", "))\(undrawn)
        scenarios, baseline first, with their interventions:
      \(names.joined(separator: "\n"))
      \(deadPieces(model, ready.scenarios))
      """
  }

  /// Says what can never be, so that a move that was left out is noticed.
  private func deadPieces(_ model: Model, _ scenarios: [Scenario]) -> String {
    let found = Reachability(model, scenarios)
    let segments = zip(model.pathways, found.segments).flatMap { pathway, possible in
      pathway.segments.indices.filter { !possible.contains($0) }
        .map { "\(pathway.id)/\(pathway.segments[$0].id)" }
    }
    let happenings = model.happenings.indices.filter { !found.happenings.contains($0) }
      .map { model.happenings[$0].id }
    let interventions = scenarios.flatMap(\.interventions).map(\.id)
      .filter { !found.interventions.contains($0) }
    let lines = [
      ("nobody can ever be in", segments), ("can never happen", happenings),
      ("can reach nobody", interventions),
    ]
    return lines.filter { !$0.1.isEmpty }
      .map { "  \($0), with these files: \($1.distinct.joined(separator: ", "))\n" }.joined()
  }
}
