import SegmentModel

/// Short ways to write small models in tests.
enum SmallModel {
  /// January 2020, when the small models start.
  static let start = CalendarMonth(year: 2020, month: 1)

  /// A model of some pathways and events, with yearly steps and everybody aged 40.
  static func model(
    _ pathways: [Pathway], events: [Event] = [], years: Int = 1, residents: Int = 1_000,
    step: StepLength = .year
  ) -> Model {
    Model(
      id: "small", start: start, years: years, step: step, baseUtility: Quantity(1),
      payers: [Payer(id: "nhs")], outcomes: [Outcome(id: "admission")],
      population: PopulationPlan(residents: residents), pathways: pathways, events: events)
  }

  /// A pathway with segments 0, 1, 2, ..., of which the named ones are left by dying.
  static func pathway(
    _ id: String, segments: Int, dying: Set<Int> = [], start: Start = .shares([:]),
    moves: [Event] = []
  ) -> Pathway {
    Pathway(
      id: id,
      segments: (0..<segments).map {
        Segment(id: "s\($0)", leaves: dying.contains($0) ? .died : nil)
      },
      start: start, moves: moves)
  }

  /// A move between two segments of a pathway.
  static func move(
    _ id: String, pathway: Int = 0, _ from: Int, to: Int, _ chance: Chance,
    eligible: Eligibility = Eligibility(), multipliers: [Multiplier] = [],
    triggers: [Trigger] = []
  ) -> Event {
    Event(
      id: id, name: id, move: OwnMove(pathway: pathway, from: [from], to: to), chance: chance,
      eligible: eligible, multipliers: multipliers, triggers: triggers)
  }

  /// An event without a move of its own, counted as the outcome.
  static func event(
    _ id: String, _ chance: Chance, eligible: Eligibility = Eligibility(),
    multipliers: [Multiplier] = [], triggers: [Trigger] = []
  ) -> Event {
    Event(
      id: id, name: id, chance: chance, eligible: eligible, multipliers: multipliers,
      triggers: triggers, outcome: 0)
  }

  /// A move that is triggered.
  static func trigger(
    _ id: String, pathway: Int = 0, _ from: Int, to: Int, _ probability: Double
  ) -> Trigger {
    Trigger(id: id, pathway: pathway, from: [from], to: to, probability: Quantity(probability))
  }

  /// A rate per year.
  static func rate(_ value: Double) -> Chance { .ratePerYear(Quantity(value)) }

  /// A probability per year.
  static func yearly(_ value: Double) -> Chance { .probability(Quantity(value), per: .year) }

  /// A probability per quarter.
  static func quarterly(_ value: Double) -> Chance { .probability(Quantity(value), per: .quarter) }
}
