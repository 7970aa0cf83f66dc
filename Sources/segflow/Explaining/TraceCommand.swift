import SegmentAnalysis
import SegmentModel
import SegmentReport
import SegmentSimulation

/// Shows what one resident lives through in the baseline and a scenario.
struct TraceCommand {
  let options: TraceOptions
  let console: Console

  /// How many residents are listed when none is named.
  private static let listed = 10

  /// Simulates and prints; throws what is wrong.
  func run() throws {
    let loaded = try options.world.load()
    let scenario = try loaded.onlyScenario(for: .trace)
    let drawn = try DrawSampler(loaded, seed: options.seed).drawn(options.draw)
    let simulation = try Simulation(
      model: drawn.model, scenarios: [drawn.baseline, drawn.scenarios[scenario]], step: options.step
    )
    let words = TraceText(simulation)
    guard let resident = options.resident else {
      return console.out(list(simulation, words))
    }
    let count = simulation.residents(seed: options.seed)
    guard resident < count else {
      throw UsageError(
        "there is no resident \(resident): '\(loaded.model.name)' has \(count), numbered from 0 to "
          + "\(count - 1), joiners last")
    }
    for trace in traces(simulation, [resident]) {
      console.out(words.text(trace, width: console.width))
    }
  }

  private func list(_ simulation: Simulation, _ words: TraceText) -> String {
    let residents = simulation.partings(
      0, 1, seed: options.seed, draw: options.draw, replicate: options.replicate,
      limit: Self.listed
    ).map(\.resident)
    return words.list(traces(simulation, residents), width: console.width)
      + (residents.first.map { "\nTo see all of a path: --resident \($0)\n" } ?? "")
  }

  private func traces(_ simulation: Simulation, _ residents: [Int]) -> [ResidentTrace] {
    simulation.traces(
      of: residents, seed: options.seed, draw: options.draw, replicate: options.replicate)
  }
}
