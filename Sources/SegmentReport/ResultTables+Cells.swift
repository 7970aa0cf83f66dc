import SegmentAnalysis
import SegmentModel
import SegmentSimulation

extension ResultTables {
  /// Visits every measure of every scenario in order.
  func eachRow(_ visit: (ScenarioResult, Measure) -> Void) {
    for result in comparison.results {
      for measure in comparison.measures { visit(result, measure) }
    }
  }

  func year(_ year: Int?) -> CSVTable.Cell {
    .text(year.map { comparison.timeline.label(ofYear: $0) } ?? "all")
  }

  func month(_ boundary: Int) -> CSVTable.Cell {
    .text(CalendarMonth(ordinal: comparison.timeline.from.ordinal + 12 * boundary).description)
  }

  func group(_ index: Int) -> [CSVTable.Cell] {
    let group = comparison.catalogue.groups[index]
    return [.text(group.kind.rawValue), .text(group.id)]
  }

  /// Mean, spread, and what is avoided with its interval.
  func numbers(
    _ result: ScenarioResult, _ measure: Measure, _ cell: (Double?) -> CSVTable.Cell
  ) -> [CSVTable.Cell] {
    let (value, avoided) = (result.value(measure), result.avoided(measure))
    let range = avoided.flatMap { interval.around($0) }
    return [
      cell(value?.mean), cell(value?.standardDeviation), cell(avoided?.mean),
      cell(avoided?.standardDeviation), cell(range?.lowerBound), cell(range?.upperBound),
    ]
  }

  /// Mean, spread, and how much more than in the baseline.
  func levels(_ result: ScenarioResult, _ measure: Measure) -> [CSVTable.Cell] {
    let value = result.value(measure)
    return [
      .number(value?.mean), .number(value?.standardDeviation),
      .number((result.avoided(measure)?.mean).map { -$0 }),
    ]
  }
}
