import SegmentModel
import SegmentSimulation

/// What the amounts that go with a scenario's interventions are multiplied by.
struct ProgrammeDrivers {
  private let happenings: [Event]
  private let pairs: [TallyLayout.Pair]

  init(model: Model, scenario: Scenario) {
    happenings = model.happenings
    pairs = TallyLayout(model: model, scenario: scenario, step: model.step).reachedHappenings
  }

  /// The driver of an amount of an intervention, and how tables call it.
  func driver<Amount>(
    of amount: InterventionAmount<Amount>, by index: Int
  ) -> (driver: Driver, basis: String) {
    switch amount {
    case .perPersonReached: return (.started(index), "per person reached")
    case .perPersonYear: return (.reached(index), "per person-year")
    case .perYear: return (.running(index), "per year")
    case .perEvent(_, let happening):
      let pair = TallyLayout.Pair(intervention: index, happening: happening)
      guard let place = pairs.firstIndex(of: pair) else {
        preconditionFailure("what befalls those reached is counted where it costs or takes")
      }
      return (.happenedToReached(place), "per \(happenings[happening].id)")
    }
  }
}
