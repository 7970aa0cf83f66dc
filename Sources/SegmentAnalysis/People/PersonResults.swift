import SegmentModel
import SegmentSimulation

/// What befalls single residents, over the draws and replicates of each scenario.
///
/// Each draw counts by the mean of its replicates, so that the standard error of a mean comes from
/// draws; replicates of the central values count one by one.
public struct PersonResults: Sendable {
  /// How the scenarios came out, in their order.
  public private(set) var scenarios: [[PersonMeasure: Moments]]

  /// Results without replicates.
  public init(scenarios count: Int) {
    scenarios = Array(repeating: [:], count: count)
  }

  /// Adds the measures of one replicate, one list for each scenario; the order of replicates
  /// matters to the last digit.
  public mutating func add(_ measures: [[(PersonMeasure, Double)]]) { add(draw: [measures]) }

  /// Adds the measures of the replicates of a draw as one number each: the mean of those that have
  /// it.
  public mutating func add(draw replicates: [[[(PersonMeasure, Double)]]]) {
    for scenario in scenarios.indices {
      var means: [PersonMeasure: Moments] = [:]
      for replicate in replicates {
        for (measure, value) in replicate[scenario] {
          means[measure, default: Moments()].add(value)
        }
      }
      for (measure, moments) in means {
        scenarios[scenario][measure, default: Moments()].add(moments.mean)
      }
    }
  }
}
