import SegmentModel

@testable import SegmentSimulation

/// A model with one of everything that costs money or health, for hand-made tallies.
enum ValuedModel {
  /// Two segments and an absorbing one, a move that kills, and an event that is counted.
  static func model(
    start: CalendarMonth = CalendarMonth(year: 2022, month: 4), lead: Int = 0, years: Int = 10,
    step: StepLength = .year, weights: CycleWeights = .trapezoid,
    rates: [DiscountRate] = [.none, DiscountRate(0.035)],
    utility: Quantity? = nil
  ) -> Model {
    let illness = Pathway(
      id: "illness",
      segments: [
        Segment(id: "well"),
        Segment(
          id: "ill", costs: [RunningCost(payer: 1, poundsPerYear: Quantity(1))],
          utilityLoss: Quantity(0.25)),
        Segment(id: "dead", leaves: .died),
      ],
      moves: [
        Event(
          id: "illness/death", name: "Death", move: OwnMove(pathway: 0, from: [0, 1], to: 2),
          chance: .ratePerYear(Quantity(0.02))),
        Event(
          id: "illness/onset", name: "Onset", move: OwnMove(pathway: 0, from: [0], to: 1),
          chance: .ratePerYear(Quantity(0.1))),
      ])
    let admission = Event(
      id: "crisis", name: "Crisis", chance: .ratePerYear(Quantity(0.5)),
      costs: [UnitCost(payer: 0, pounds: Quantity(1000))], qalyLoss: Quantity(0.1), outcome: 0)
    return Model(
      id: "small", name: "Small Place", start: start,
      reportFrom: CalendarMonth(ordinal: start.ordinal + 12 * lead), years: years, step: step,
      priceYear: "2023/24", discountRatesPerYear: rates, cycleWeights: weights,
      baseUtility: utility, payers: [Payer(id: "nhs"), Payer(id: "asc")],
      outcomes: [Outcome(id: "admission", name: "Admissions")],
      population: PopulationPlan(residents: 2000), pathways: [illness], events: [admission])
  }

  /// A programme that halves admissions and has one cost of each kind.
  static func programme(
    starts: CalendarMonth = CalendarMonth(year: 2022, month: 4), ends: CalendarMonth? = nil,
    multiplier: Double = 0.5
  ) -> Scenario {
    func unit(_ pounds: Double) -> UnitCost { UnitCost(payer: 0, pounds: Quantity(pounds)) }
    return Scenario(
      id: "programme",
      interventions: [
        Intervention(
          id: "visits", starts: starts, ends: ends, reach: Reach(share: 0.5),
          effects: [
            Effect(target: .happening(2), change: .multiplyRate(Quantity(multiplier)))
          ],
          costs: [
            .perPersonReached(unit(10)), .perPersonYear(unit(100)),
            .perEvent(unit(1000), happening: 2), .perYear(unit(1)),
          ], utilityGain: Quantity(0.5))
      ])
  }

  /// Tallies of a scenario with every count at zero.
  static func tallies(_ model: Model, _ scenario: Scenario = Scenario(id: "base")) -> Tallies {
    Tallies(layout: TallyLayout(model: model, scenario: scenario, step: model.step), triggers: 0)
  }
}
