/// How likely something is to happen to a resident in a step.
public enum Chance: Hashable, Sendable {
  /// A rate per year; the step's length turns it into a probability.
  case ratePerYear(Quantity)
  /// A probability per step of the stated length.
  case probability(Quantity, per: StepLength)

  /// The rate or probability itself.
  public var quantity: Quantity {
    switch self {
    case .ratePerYear(let quantity), .probability(let quantity, _): quantity
    }
  }
}

/// Who something is open to; every stated condition must hold.
public struct Eligibility: Hashable, Sendable {
  /// Completed years of age; nil for any.
  public var ages: AgeRange?
  /// Indices of sexes; nil for any.
  public var sexes: Set<Int>?
  /// Indices of areas; nil for any.
  public var areas: Set<Int>?
  /// Indices of deprivation groups; nil for any.
  public var deprivation: Set<Int>?
  /// Allowed segments by pathway index; a pathway that is absent does not matter.
  public var segments: [Int: Set<Int>]

  /// Creates a condition; what is left out does not matter.
  public init(
    ages: AgeRange? = nil, sexes: Set<Int>? = nil, areas: Set<Int>? = nil,
    deprivation: Set<Int>? = nil, segments: [Int: Set<Int>] = [:]
  ) {
    self.ages = ages
    self.sexes = sexes
    self.areas = areas
    self.deprivation = deprivation
    self.segments = segments
  }

  /// Whether attributes and segments meet every condition.
  public func admits(_ who: Attributes, segment: (_ pathway: Int) -> Int) -> Bool {
    (ages?.contains(who.age) ?? true) && (sexes?.contains(who.sex) ?? true)
      && (areas?.contains(who.area) ?? true) && (deprivation?.contains(who.deprivation) ?? true)
      && segments.allSatisfy { $0.value.contains(segment($0.key)) }
  }
}

/// How the segment held in one pathway multiplies the rate of an event.
public struct Multiplier: Hashable, Sendable {
  /// Index of the pathway.
  public var pathway: Int
  /// Rate ratio by segment index; a segment that is absent has 1.
  public var ratios: [Int: Quantity]

  /// Creates a multiplier.
  public init(pathway: Int, ratios: [Int: Quantity]) {
    self.pathway = pathway
    self.ratios = ratios
  }
}

/// A move that another happening sets off: at once, with a probability, if the resident is in `from`.
///
/// A triggered move triggers nothing.
public struct Trigger: Hashable, Sendable {
  /// Names the trigger within its event, so that an intervention can change its probability.
  public var id: String
  /// Index of the pathway in which the resident is moved.
  public var pathway: Int
  /// Segments that the move can start from.
  public var from: Set<Int>
  /// The segment that the move ends in.
  public var to: Int
  /// The probability that it happens, given that the event did.
  public var probability: Quantity

  /// Creates a trigger.
  public init(id: String, pathway: Int, from: Set<Int>, to: Int, probability: Quantity) {
    self.id = id
    self.pathway = pathway
    self.from = from
    self.to = to
    self.probability = probability
  }
}

/// What a one-off cost of an event is.
public enum UnitCostKind: String, Sendable, CaseIterable {
  /// Activity: avoided with the event.
  case activity
  /// Care that follows on it, such as the start of a treatment.
  case care
}

/// A one-off cost.
public struct UnitCost: Hashable, Sendable {
  /// Index of the payer.
  public var payer: Int
  /// Index of the service that is paid for; nil when none is named.
  public var service: Int?
  /// Pounds, in prices of the place's price year.
  public var pounds: Quantity
  /// What it is, where an event has it.
  public var kind: UnitCostKind

  /// Creates a cost.
  public init(
    payer: Int, service: Int? = nil, pounds: Quantity, kind: UnitCostKind = .activity
  ) {
    self.payer = payer
    self.service = service
    self.pounds = pounds
    self.kind = kind
  }
}

/// The move that an event makes in its own pathway.
public struct OwnMove: Hashable, Sendable {
  /// Index of the pathway.
  public var pathway: Int
  /// The segments it leaves.
  public var from: Set<Int>
  /// The segment it enters.
  public var to: Int

  /// Creates a move.
  public init(pathway: Int, from: Set<Int>, to: Int) {
    self.pathway = pathway
    self.from = from
    self.to = to
  }
}

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
