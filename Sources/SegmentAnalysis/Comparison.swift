import SegmentModel
import SegmentSimulation

/// Scenarios compared with a baseline, replicate by replicate under the same luck.
public struct Comparison: Sendable {
  /// The model that was run.
  public let model: Model
  /// The scenarios in the order of results; the first is the baseline.
  public let scenarios: [Scenario]
  /// The reported period.
  public let timeline: Timeline
  /// What measures index.
  public let catalogue: Catalogue
  /// Every measure, in the order of results; empty before a replicate is added.
  public private(set) var measures: [Measure] = []
  /// The results of each scenario; empty before a replicate is added.
  public private(set) var results: [ScenarioResult] = []
  /// The numbers of the replicates added, in order.
  public private(set) var replicates: [Int] = []
  private let measurements: [Measurement]

  /// A comparison without replicates; the first scenario is the baseline.
  public init(model: Model, scenarios: [Scenario], step: StepLength) throws {
    precondition(!scenarios.isEmpty, "a comparison needs a baseline")
    self.model = model
    self.scenarios = scenarios
    timeline = try Timeline(model: model, step: step)
    let valuations = try scenarios.map {
      try Valuation(model: model, scenario: $0, step: step)
    }
    let catalogue = Catalogue(
      model: model, scenarios: scenarios, step: step, valuations: valuations)
    self.catalogue = catalogue
    measurements = zip(scenarios, valuations).map {
      Measurement(model: model, scenario: $0, catalogue: catalogue, valuation: $1)
    }
  }

  /// Adds the tallies of one replicate, one for each scenario in their order.
  public mutating func add(replicate: Int, tallies: [Tallies]) {
    precondition(tallies.count == scenarios.count, "a replicate needs tallies of every scenario")
    let values = zip(measurements, tallies).map { $0.measures(of: $1) }
    if results.isEmpty {
      measures = values[0].map(\.0)
      let places = Dictionary(uniqueKeysWithValues: zip(measures, measures.indices))
      results = scenarios.map { ScenarioResult(scenario: $0, places: places) }
    }
    for index in results.indices { results[index].add(values[index], baseline: values[0]) }
    replicates.append(replicate)
  }
}
