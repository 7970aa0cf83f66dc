/// Something done to eligible residents over time, on top of the place as it is.
public struct Intervention: Hashable, Sendable {
  /// Names it; also the name of its propensity unless one is stated.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// The first month in which it runs.
  public var starts: CalendarMonth
  /// The first month in which it no longer runs; nil if it goes on to the end.
  public var ends: CalendarMonth?
  /// Who it is for, from the state at the start of each step.
  public var eligible: Eligibility
  /// Interventions that name the same propensity reach the same people first.
  public var propensity: String
  /// Whom it reaches when.
  public var reach: Reach
  /// What it changes for those reached.
  public var effects: [Effect]
  /// Moves made once, in the step in which a resident is first reached.
  public var once: [Trigger]
  /// New starts a year that there are places for; nil for no limit.
  public var capacityPerYear: Quantity?
  /// What it costs.
  public var costs: [InterventionCost]
  /// The resources it takes.
  public var uses: [InterventionUse]
  /// QALYs gained per year that a resident is reached; nil for none.
  public var utilityGain: Quantity?
  /// The ambition in force; nil when it is done as its file writes it.
  public var ambition: Ambition?
  /// What the table of who is credited with what calls what several interventions do together.
  static let reservedIDs = ["overlap"]

  /// Creates an intervention.
  public init(
    id: String, name: String? = nil, starts: CalendarMonth, ends: CalendarMonth? = nil,
    eligible: Eligibility = Eligibility(), propensity: String? = nil,
    reach: Reach = Reach(share: 1), effects: [Effect] = [], once: [Trigger] = [],
    capacityPerYear: Quantity? = nil, costs: [InterventionCost] = [],
    uses: [InterventionUse] = [], utilityGain: Quantity? = nil, ambition: Ambition? = nil
  ) {
    self.id = id
    self.name = name ?? id
    self.starts = starts
    self.ends = ends
    self.eligible = eligible
    self.propensity = propensity ?? id
    self.reach = reach
    self.effects = effects
    self.once = once
    self.capacityPerYear = capacityPerYear
    self.costs = costs
    self.uses = uses
    self.utilityGain = utilityGain
    self.ambition = ambition
  }
}
