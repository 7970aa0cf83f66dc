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
