import SegmentModel
import SegmentSimulation

/// What befalls single residents, over the replicates of each scenario.
public struct PersonResults: Sendable {
  /// How the replicates of each scenario came out, in the order of scenarios.
  public private(set) var scenarios: [[PersonMeasure: Moments]]

  /// Results without replicates.
  public init(scenarios count: Int) {
    scenarios = Array(repeating: [:], count: count)
  }

  /// Adds the measures of one replicate, one list for each scenario; the order of replicates
  /// matters to the last digit.
  public mutating func add(_ measures: [[(PersonMeasure, Double)]]) {
    for (index, list) in measures.enumerated() {
      for (measure, value) in list { scenarios[index][measure, default: Moments()].add(value) }
    }
  }
}
