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

  /// Columns of ``values(_:_:)``.
  static func valueColumns(_ name: String) -> [String] {
    ["mean", "sd_parameters", "sd_luck", "mcse"].map { "\($0)_\(name)" }
  }

  /// Columns of ``numbers(_:_:_:)``.
  static func numberColumns(_ name: String) -> [String] {
    let ends = ["expected_low", "expected_high", "one_place_low", "one_place_high"]
    return valueColumns(name) + valueColumns(name).map { "avoided_\($0)" }
      + ends.map { "avoided_\($0)_\(name)" }
  }

  /// Columns of ``levels(_:_:)``.
  static func levelColumns(_ name: String) -> [String] {
    valueColumns(name) + ["extra_mean_\(name)", "extra_mcse_\(name)"]
  }

  /// Mean, spread by parameters and by luck, and simulation error.
  func values(_ finding: Finding?, _ cell: (Double?) -> CSVTable.Cell) -> [CSVTable.Cell] {
    let moments = finding?.moments
    return [
      cell(moments?.mean), cell(moments?.sdParameters), cell(moments?.sdLuck),
      cell(moments?.standardError),
    ]
  }

  /// Mean and spread, and those of what is avoided with its intervals.
  func numbers(
    _ result: ScenarioResult, _ measure: Measure, _ cell: (Double?) -> CSVTable.Cell
  ) -> [CSVTable.Cell] {
    let avoided = result.avoided(measure)
    let ranges = [avoided.flatMap(intervals.expected), avoided.flatMap(intervals.onePlace)]
    return values(result.value(measure), cell) + values(avoided, cell)
      + ranges.flatMap { [cell($0?.lowerBound), cell($0?.upperBound)] }
  }

  /// Mean and spread, and how much more than in the baseline.
  func levels(_ result: ScenarioResult, _ measure: Measure) -> [CSVTable.Cell] {
    let avoided = result.avoided(measure)
    return values(result.value(measure)) { .number($0) }
      + [.number((avoided?.mean).map { -$0 }), .number(avoided?.standardError)]
  }
}
