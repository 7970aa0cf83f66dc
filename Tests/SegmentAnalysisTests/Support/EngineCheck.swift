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

  // MARK: - Cells

  /// Everything counted, happenings by year and people at every boundary.
  private func cells() -> [Cell] {
    let layout = replicates[0].layout
    let perYear = layout.steps / layout.years
    var cells: [Cell] = []
    for year in 0..<layout.years {
      let steps = year * perYear..<(year + 1) * perYear
      for index in 0..<layout.happenings {
        cells.append(
          cell("happening \(index) in year \(year)") { table in
            for step in steps { table.happened[step][index] = 1 }
          } observed: {
            $0.happened(year: year, happening: index)
          })
      }
      for index in 0..<triggers {
        cells.append(
          cell("trigger \(index) in year \(year)") { table in
            for step in steps { table.triggered[step][index] = 1 }
          } observed: {
            $0.triggered(year: year, trigger: index)
          })
      }
      for index in 0..<layout.interventions {
        cells.append(
          cell("start \(index) in year \(year)") { table in
            for step in steps { table.started[step][index] = 1 }
          } observed: {
            $0.started(year: year, intervention: index)
          })
      }
      for (index, pair) in layout.reachedHappenings.enumerated() {
        cells.append(
          cell("happening to reached \(index) in year \(year)") { table in
            for step in steps {
              table.happenedToReached[step][pair.intervention][pair.happening] = 1
            }
          } observed: {
            $0.happenedToReached(year: year, pair: index)
          })
      }
    }
    return cells + (0..<layout.boundaries).flatMap(people)
  }

  private func people(at boundary: Int) -> [Cell] {
    let layout = replicates[0].layout
    let segments = (0..<layout.segments).map { index in
      cell("segment \(index) at \(boundary)") {
        $0.occupancy[boundary][index] = 1
      } observed: {
        $0.occupancy(boundary: boundary, segment: index)
      }
    }
    let reached = (0..<layout.interventions).map { index in
      cell("reached \(index) at \(boundary)") {
        $0.reached[boundary][index] = 1
      } observed: {
        $0.reached(boundary: boundary, intervention: index)
      }
    }
    let living = cell("living at \(boundary)") {
      $0.living[boundary] = 1
    } observed: {
      $0.living(boundary: boundary)
    }
    return segments + reached + [living]
  }

  private var triggers: Int { solver.model.happenings.reduce(0) { $0 + $1.triggers.count } }

  private func cell(
    _ name: String, _ weigh: (inout ExactTable) -> Void, observed: @escaping (Tallies) -> Int64
  ) -> Cell {
    var table = ExactTable(model: solver.model, scenario: solver.scenario, steps: solver.steps)
    weigh(&table)
    return Cell(name: name, functional: table, observed: observed)
  }
}
