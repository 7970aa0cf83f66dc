import SegmentModel
import SegmentSimulation

/// Scenarios compared with a baseline, in each draw and replicate under the same luck.
public struct Comparison: Sendable {
  /// The model that was run, at its central values.
  public let model: Model
  /// The scenarios in the order of results, at their central values; the first is the baseline.
  public let scenarios: [Scenario]
  /// The reported period.
  public let timeline: Timeline
  /// What measures index.
  public let catalogue: Catalogue
  /// Every measure, in the order of results.
  public let measures: [Measure]
  /// The results of each scenario.
  public private(set) var results: [ScenarioResult]
  /// The draws added, in order; 0 stands for the central values.
  public private(set) var draws: [Int] = []
  /// The replicates of the draw last added, the same of each, in order.
  public private(set) var replicates: [Int] = []
  /// Reads measures at the central values.
  public let reader: MeasureReader

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
    reader = try MeasureReader(
      model: model, scenarios: scenarios, step: step, catalogue: catalogue)
    let layout = TallyLayout(model: model, scenario: scenarios[0], step: step)
    let triggers = model.happenings.reduce(0) { $0 + $1.triggers.count }
    measures = reader.measures(Tallies(layout: layout, triggers: triggers))
    let places = Dictionary(uniqueKeysWithValues: zip(measures, measures.indices))
    let keeps = KeptMeasures(catalogue)
    var keptSoFar = 0
    let kept = measures.map { measure in
      guard keeps.contains(measure) else { return -1 }
      keptSoFar += 1
      return keptSoFar - 1
    }
    results = scenarios.map { ScenarioResult(scenario: $0, places: places, kept: kept) }
  }

  /// A reader of measures at the prices of a draw of this model and these scenarios.
  public func reader(of drawn: Model, _ scenarios: [Scenario]) throws -> MeasureReader {
    try MeasureReader(
      model: drawn, scenarios: scenarios, step: timeline.step, catalogue: catalogue)
  }

  /// Adds the tallies of one replicate, one for each scenario in their order, at the central prices.
  public mutating func add(draw: Int = 0, replicate: Int, tallies: [Tallies]) {
    add(draw: draw, replicate: replicate, values: reader.values(tallies))
  }

  /// Adds what a reader gave for one replicate; the replicates of a draw follow each other.
  public mutating func add(draw: Int, replicate: Int, values: [[Double]]) {
    let startsDraw = draws.last != draw
    if startsDraw {
      draws.append(draw)
      replicates = []
    }
    replicates.append(replicate)
    for index in results.indices {
      results[index].add(values[index], baseline: values[0], startsDraw: startsDraw)
    }
  }

  /// Whether the parameters were drawn, so that more than luck is in the results.
  public var isDrawn: Bool { draws.count > 1 || draws.first.map { $0 != 0 } ?? false }
}
