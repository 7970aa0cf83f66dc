import SegmentModel

/// What the simulation sees of a run: values without their evidence, and nothing that only prices,
/// measures or judges what happens.
struct SimulatedRun: Equatable, Sendable {
  private let model: Model
  private let scenarios: [Scenario]

  /// The baseline and one scenario of a draw.
  init(_ drawn: DrawnRun, scenario: Int) {
    var model = drawn.model
    model.baseUtility = nil
    model.targets = []
    for pathway in model.pathways.indices {
      for segment in model.pathways[pathway].segments.indices {
        model.pathways[pathway].segments[segment].costs = []
        model.pathways[pathway].segments[segment].uses = []
        model.pathways[pathway].segments[segment].utilityLoss = nil
      }
      model.pathways[pathway].moves = model.pathways[pathway].moves.map(Self.unpriced)
    }
    model.events = model.events.map(Self.unpriced)
    self.model = model.mapQuantities(Self.bare)
    scenarios = [drawn.baseline, drawn.scenarios[scenario]].map { scenario in
      var scenario = scenario
      for index in scenario.interventions.indices {
        scenario.interventions[index].costs = []
        scenario.interventions[index].uses = []
        scenario.interventions[index].utilityGain = nil
      }
      return scenario.mapQuantities(Self.bare)
    }
  }

  private static func unpriced(_ event: Event) -> Event {
    var event = event
    event.costs = []
    event.uses = []
    event.qalyLoss = nil
    return event
  }

  private static func bare(_ quantity: Quantity) -> Quantity { Quantity(quantity.values) }
}
