/// How a resident who enters an absorbing segment leaves the place.
public enum Leaving: String, Sendable, CaseIterable {
  case died, moved
}

/// A cost that runs for as long as a resident is in a segment.
public struct RunningCost: Hashable, Sendable {
  /// Index of the payer.
  public var payer: Int
  /// Index of the service that is paid for; nil when none is named.
  public var service: Int?
  /// Pounds a year, in prices of the place's price year.
  public var poundsPerYear: Quantity

  /// Creates a running cost.
  public init(payer: Int, service: Int? = nil, poundsPerYear: Quantity) {
    self.payer = payer
    self.service = service
    self.poundsPerYear = poundsPerYear
  }
}

/// Where a resident can be in a pathway.
public struct Segment: Hashable, Sendable {
  /// Names it in JSON, unique in its pathway.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// Whether and how a resident who enters it leaves the place, for good.
  public var leaves: Leaving?
  /// Costs while in it.
  public var costs: [RunningCost]
  /// Resources taken per year spent in it.
  public var uses: [ResourceUse]
  /// QALYs lost per year spent in it; nil for none.
  public var utilityLoss: Quantity?

  /// Creates a segment.
  public init(
    id: String, name: String? = nil, leaves: Leaving? = nil, costs: [RunningCost] = [],
    uses: [ResourceUse] = [], utilityLoss: Quantity? = nil
  ) {
    self.id = id
    self.name = name ?? id
    self.leaves = leaves
    self.costs = costs
    self.uses = uses
    self.utilityLoss = utilityLoss
  }
}

/// Where residents start in a pathway.
public enum Start: Hashable, Sendable {
  /// Share of residents by segment index, from the second segment on; the rest start in the first.
  case shares([Int: Quantity])
  /// Exact numbers of residents present at the start, by segment index; the rest start in the
  /// first segment, as do those who join later.
  case counts([Int: Int])
}

/// A list of segments; every resident is in exactly one of them at every step.
public struct Pathway: Hashable, Sendable {
  /// The most segments that a pathway may have.
  public static let mostSegments = 64

  /// Names it in JSON, unique in the place.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// Its segments, in file order.
  public var segments: [Segment]
  /// Where residents start.
  public var start: Start
  /// How the shares of the start are worked out from the moves; nil when they are as given.
  public var settlement: Settlement?
  /// Its moves in file order, which is the order of the inverse CDF; each has an ``Event/move``.
  public var moves: [Event]

  /// Creates a pathway.
  public init(
    id: String, name: String? = nil, segments: [Segment], start: Start = .shares([:]),
    settlement: Settlement? = nil, moves: [Event] = []
  ) {
    self.id = id
    self.name = name ?? id
    self.segments = segments
    self.start = start
    self.settlement = settlement
    self.moves = moves
  }
}
