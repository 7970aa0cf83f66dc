import SegmentModel

/// What the draws and replicates of a scenario gave, by itself and against the baseline.
public struct ScenarioResult: Sendable {
  /// The scenario, at the central values of its numbers.
  public let scenario: Scenario
  private let places: [Measure: Int]
  /// By measure: where its values are kept; -1 for moments only.
  private let kept: [Int]
  private var values: [DrawMoments]
  private var avoided: [DrawMoments]
  private var keptValues: [[Double]]
  private var keptAvoided: [[Double]]

  init(scenario: Scenario, places: [Measure: Int], kept: [Int]) {
    self.scenario = scenario
    self.places = places
    self.kept = kept
    values = Array(repeating: DrawMoments(), count: places.count)
    avoided = values
    keptValues = Array(repeating: [], count: kept.count { $0 >= 0 })
    keptAvoided = keptValues
  }

  /// Adds one replicate of the scenario and the same replicate of the baseline, by measure.
  mutating func add(_ own: [Double], baseline: [Double], startsDraw: Bool) {
    for index in own.indices {
      let difference = baseline[index] - own[index]
      values[index].add(own[index], startsDraw: startsDraw)
      avoided[index].add(difference, startsDraw: startsDraw)
      guard kept[index] >= 0 else { continue }
      keptValues[kept[index]].append(own[index])
      keptAvoided[kept[index]].append(difference)
    }
  }

  /// What was found about a measure; nil when the run does not have it.
  public func value(_ measure: Measure) -> Finding? { finding(measure, values, keptValues) }

  /// What was found about baseline minus scenario in the same draw and replicate; nil when the run
  /// does not have the measure.
  public func avoided(_ measure: Measure) -> Finding? { finding(measure, avoided, keptAvoided) }

  private func finding(
    _ measure: Measure, _ moments: [DrawMoments], _ values: [[Double]]
  ) -> Finding? {
    places[measure].map { place in
      Finding(moments[place], values: kept[place] < 0 ? nil : values[kept[place]])
    }
  }
}
