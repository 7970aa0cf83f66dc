/// Something that can happen to a resident in a step.
public struct Event: Hashable, Sendable {
  /// `pathway/move` for an event with a move of its own, else the event's own id.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// The move it makes, if any; events that leave the same segment compete.
  public var move: OwnMove?
  /// The rate or probability before multipliers.
  public var chance: Chance
  /// Who it is open to.
  public var eligible: Eligibility
  /// Multipliers by pathway index, in rising order.
  public var multipliers: [Multiplier]
  /// Moves it sets off, in file order.
  public var triggers: [Trigger]
  /// One-off costs, each time it happens.
  public var costs: [UnitCost]
  /// Resources it takes, each time it happens.
  public var uses: [ResourceUse]
  /// QALYs lost once, each time it happens; nil for none.
  public var qalyLoss: Quantity?
  /// Index into ``Model/outcomes`` if it counts as one of them.
  public var outcome: Int?
  /// The cause under which it is reported; the event's name unless stated.
  public var cause: String

  /// Creates an event.
  public init(
    id: String, name: String, move: OwnMove? = nil, chance: Chance,
    eligible: Eligibility = Eligibility(), multipliers: [Multiplier] = [],
    triggers: [Trigger] = [], costs: [UnitCost] = [], uses: [ResourceUse] = [],
    qalyLoss: Quantity? = nil, outcome: Int? = nil, cause: String? = nil
  ) {
    self.id = id
    self.name = name
    self.move = move
    self.chance = chance
    self.eligible = eligible
    self.multipliers = multipliers
    self.triggers = triggers
    self.costs = costs
    self.uses = uses
    self.qalyLoss = qalyLoss
    self.outcome = outcome
    self.cause = cause ?? name
  }
}
