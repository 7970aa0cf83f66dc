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
