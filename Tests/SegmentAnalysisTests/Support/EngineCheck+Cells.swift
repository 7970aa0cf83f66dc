import SegmentAnalysis
import SegmentModel
import SegmentSimulation

extension EngineCheck {
  private typealias Columns = WritableKeyPath<ExactTable, [[Double]]>

  private var layout: TallyLayout { replicates[0].layout }

  /// Everything counted: what happens by year, and people at every boundary.
  func cells() -> [Cell] {
    (0..<layout.years).flatMap { happenings(in: $0) + starts(in: $0) }
      + (0..<layout.boundaries).flatMap { people(at: $0) }
  }

  private func happenings(in year: Int) -> [Cell] {
    let triggers = solver.model.happenings.reduce(0) { $0 + $1.triggers.count }
    return (0..<layout.happenings).map { index in
      cell("happening \(index)", in: year, \.happened, index) {
        $0.happened(year: year, happening: index)
      }
    }
      + (0..<triggers).map { index in
        cell("trigger \(index)", in: year, \.triggered, index) {
          $0.triggered(year: year, trigger: index)
        }
      }
      + layout.reachedHappenings.enumerated().map { index, pair in
        cell(
          "happening to reached \(index)",
          weighing: { table in
            for step in steps(of: year) {
              table.happenedToReached[step][pair.intervention][pair.happening] = 1
            }
          }
        ) { $0.happenedToReached(year: year, pair: index) }
      }
  }

  private func starts(in year: Int) -> [Cell] {
    solver.scenario.interventions.enumerated().flatMap { index, intervention in
      [
        cell("start \(index)", in: year, \.started, index) {
          $0.started(year: year, intervention: index)
        }
      ]
        + intervention.once.indices.map { move in
          cell("move made once", in: year, \.movedOnce, layout.onceOffsets[index] + move) {
            $0.movedOnce(year: year, intervention: index, move: move)
          }
        }
    }
  }

  private func people(at boundary: Int) -> [Cell] {
    let living = cell("living at \(boundary)", weighing: { $0.living[boundary] = 1 }) {
      $0.living(boundary: boundary)
    }
    let segments = (0..<layout.segments).map { index in
      cell("segment \(index) at \(boundary)", weighing: { $0.occupancy[boundary][index] = 1 }) {
        $0.occupancy(boundary: boundary, segment: index)
      }
    }
    let reached = (0..<layout.interventions).map { index in
      cell("reached \(index) at \(boundary)", weighing: { $0.reached[boundary][index] = 1 }) {
        $0.reached(boundary: boundary, intervention: index)
      }
    }
    return [living] + segments + reached
  }

  private func steps(of year: Int) -> Range<Int> {
    let perYear = layout.steps / layout.years
    return year * perYear..<(year + 1) * perYear
  }

  private func cell(
    _ name: String, in year: Int, _ columns: Columns, _ column: Int,
    observed: @escaping (Tallies) -> Int64
  ) -> Cell {
    cell(
      "\(name) in year \(year)",
      weighing: { table in
        for step in steps(of: year) { table[keyPath: columns][step][column] = 1 }
      }, observed: observed)
  }

  private func cell(
    _ name: String, weighing weigh: (inout ExactTable) -> Void,
    observed: @escaping (Tallies) -> Int64
  ) -> Cell {
    var table = ExactTable(model: solver.model, scenario: solver.scenario, steps: solver.steps)
    weigh(&table)
    return Cell(name: name, functional: table, observed: observed)
  }
}
