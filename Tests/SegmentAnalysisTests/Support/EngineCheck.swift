import Foundation
import SegmentAnalysis
import SegmentModel
import SegmentSimulation

/// Compares what the engine counts with the exact answer, count by count.
struct EngineCheck {
  /// A count of one replicate, and the functional that it is.
  struct Cell {
    var name: String
    var functional: ExactTable
    var observed: (Tallies) -> Int64
  }

  /// How far a cell is from the exact answer, in standard errors.
  struct Finding {
    var name: String
    /// Of the mean over replicates.
    var mean: Double
    /// Of the variance between replicates, after the transformation of Wilson and Hilferty.
    var variance: Double
  }

  /// The chance that any comparison of one check fails when engine and solver agree.
  static let falseAlarms = 1e-6

  let solver: ExactSolver
  let replicates: [Tallies]

  /// Solves a scenario of a model, and runs it; all replicates share one seed.
  init(model: Model, interventions: [Intervention] = [], replicates: Int) throws {
    let scenario = Scenario(id: "s", interventions: interventions)
    solver = try ExactSolver(model: model, scenario: scenario)
    self.replicates = try Simulation(model: model, scenarios: [scenario])
      .run(seed: 1, replicates: Array(0..<replicates), threads: 2).map { $0[0] }
  }

  /// Cells that are further off than luck allows, each named with what is wrong.
  func failures() -> [String] {
    let cells = cells()
    // Two comparisons a cell; a normal variable exceeds z either way with less than exp(-z z / 2).
    let limit = (2 * log(2 * Double(cells.count) / Self.falseAlarms)).squareRoot()
    return cells.flatMap { cell in
      guard let finding = finding(cell) else { return [String]() }
      return [("mean", finding.mean), ("variance", finding.variance)].compactMap { what, z in
        abs(z) < limit ? nil : "\(what) of \(cell.name) is \(z) standard errors off"
      }
    }
  }

  /// Compares a cell; nil for one too rare for a normal approximation.
  private func finding(_ cell: Cell) -> Finding? {
    let count = Double(replicates.count)
    let observed = replicates.map { Double(cell.observed($0)) }
    let mean = observed.reduce(0, +) / count
    let exact = solver.moments(of: cell.functional)
    if exact.variance < 1e-9 {
      let isRight = observed.allSatisfy { abs($0 - exact.mean) < 1e-6 }
      return Finding(name: cell.name, mean: isRight ? 0 : .infinity, variance: 0)
    }
    guard exact.variance > 4 else { return nil }
    let spread = observed.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let term = 2 / (9 * (count - 1))
    return Finding(
      name: cell.name, mean: (mean - exact.mean) / (exact.variance / count).squareRoot(),
      variance: (cbrt(spread / exact.variance) - (1 - term)) / term.squareRoot())
  }
}
