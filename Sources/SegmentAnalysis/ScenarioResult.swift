import SegmentModel

/// What the replicates of a scenario gave, by itself and against the baseline.
public struct ScenarioResult: Sendable {
  /// The scenario.
  public let scenario: Scenario
  private let places: [Measure: Int]
  private var values: [Moments]
  private var avoided: [Moments]
  private var totals: [Measure: [Double]] = [:]

  init(scenario: Scenario, places: [Measure: Int]) {
    self.scenario = scenario
    self.places = places
    values = Array(repeating: Moments(), count: places.count)
    avoided = values
  }

  /// Adds one replicate of the scenario and the same replicate of the baseline.
  mutating func add(_ own: [(Measure, Double)], baseline: [(Measure, Double)]) {
    for index in own.indices {
      let (measure, value) = own[index]
      values[index].add(value)
      avoided[index].add(baseline[index].1 - value)
      if measure.isTotal { totals[measure, default: []].append(value) }
    }
  }

  /// Mean and spread over replicates; nil when the run does not have the measure.
  public func value(_ measure: Measure) -> Moments? { places[measure].map { values[$0] } }

  /// Baseline minus scenario, replicate by replicate; nil when the run does not have the measure.
  public func avoided(_ measure: Measure) -> Moments? { places[measure].map { avoided[$0] } }

  /// The value of each replicate, in the order in which they were added; only for totals.
  public func replicates(_ measure: Measure) -> [Double]? { totals[measure] }
}
