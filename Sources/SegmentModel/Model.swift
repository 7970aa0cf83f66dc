/// A place as it is: its people, pathways, events, costs and sources, before any intervention.
public struct Model: Hashable, Sendable {
  /// The most pathways that a place may have.
  public static let mostPathways = 255

  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// The first month simulated.
  public var start: CalendarMonth
  /// The first month that results are reported for.
  public var reportFrom: CalendarMonth
  /// How many years are reported, from ``reportFrom``.
  public var years: Int
  /// The step that rates are applied in, unless a run chooses another.
  public var step: StepLength
  /// The year of the prices of every cost, for example "2023/24".
  public var priceYear: String
  /// Discount rates that results are shown at.
  public var discountRatesPerYear: [DiscountRate]
  /// How per-year quantities are weighted over step boundaries.
  public var cycleWeights: CycleWeights
  /// QALYs a year of a resident with no utility loss, the same throughout an age band; nil when QALYs are
  /// not reported.
  public var baseUtility: Quantity?
  /// What a QALY is taken to be worth, the usual price first; empty where the place does not say.
  public var willingnessToPay: [WillingnessToPay]
  /// Questions of evidence that the place leaves open.
  public var choices: [Choice]
  /// Who pays, in the order reported.
  public var payers: [Payer]
  /// What money buys.
  public var services: [Service]
  /// How people are ranked by what they cost in a year; nil when they are not.
  public var spendSegments: SpendSegments?
  /// What is counted in each resident.
  public var counts: [HoldingCount]
  /// What events are counted as; the first is the headline.
  public var outcomes: [Outcome]
  /// The resources whose use is counted, in the order reported.
  public var resources: [Resource]
  /// Who lives there.
  public var population: PopulationPlan
  /// Pathways, in file order.
  public var pathways: [Pathway]
  /// Events without a move of their own, in file order.
  public var events: [Event]
  /// What simulated counts are held against, in file order.
  public var targets: [Target]
  /// Where the numbers came from.
  public var sources: [Source]

  /// Creates a model.
  public init(
    id: String, name: String? = nil, start: CalendarMonth, reportFrom: CalendarMonth? = nil,
    years: Int, step: StepLength = .quarter, priceYear: String = "",
    discountRatesPerYear: [DiscountRate] = [.none], cycleWeights: CycleWeights = .trapezoid,
    baseUtility: Quantity? = nil, willingnessToPay: [WillingnessToPay] = [],
    choices: [Choice] = [], payers: [Payer] = [],
    services: [Service] = [], spendSegments: SpendSegments? = nil, counts: [HoldingCount] = [],
    outcomes: [Outcome] = [], resources: [Resource] = [],
    population: PopulationPlan, pathways: [Pathway], events: [Event] = [], targets: [Target] = [],
    sources: [Source] = []
  ) {
    self.id = id
    self.name = name ?? id
    self.start = start
    self.reportFrom = reportFrom ?? start
    self.years = years
    self.step = step
    self.priceYear = priceYear
    self.discountRatesPerYear = discountRatesPerYear
    self.cycleWeights = cycleWeights
    self.baseUtility = baseUtility
    self.willingnessToPay = willingnessToPay
    self.choices = choices
    self.payers = payers
    self.services = services
    self.spendSegments = spendSegments
    self.counts = counts
    self.outcomes = outcomes
    self.resources = resources
    self.population = population
    self.pathways = pathways
    self.events = events
    self.targets = targets
    self.sources = sources
  }

  /// Everything that can happen, in the order of tallies: the moves of each pathway, then events.
  public var happenings: [Event] { pathways.flatMap(\.moves) + events }

  /// The month after the last one simulated.
  public var end: CalendarMonth { CalendarMonth(ordinal: reportFrom.ordinal + 12 * years) }
}
