import SegmentAnalysis
import SegmentModel
import SegmentReport

/// Solves a small model without chance, for the baseline and a scenario.
struct ExactCommand {
  private let world: OneWorld
  private let step: StepLength?
  private let console: Console

  /// Reads the options of the verb.
  init(_ arguments: Arguments, console: Console) throws(UsageError) {
    world = try OneWorld(arguments, verb: .exact)
    step = try arguments.step()
    self.console = console
  }

  /// Solves and prints; throws what is wrong.
  func run() throws {
    let loaded = try world.load()
    let scenarios = [loaded.baseline] + loaded.scenarios.filter { $0 != loaded.baseline }
    let solvers = try scenarios.map {
      try ExactSolver(model: loaded.model, scenario: $0, step: step)
    }
    console.out(ExactText(solvers).text(width: console.width))
  }
}
