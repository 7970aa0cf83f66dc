/// How much of a resource something takes.
public struct ResourceUse: Hashable, Sendable {
  /// Index into ``Model/resources``.
  public var resource: Int
  /// The amount in the resource's unit: each time an event happens, or for a year in a segment.
  public var amount: Quantity

  /// Creates a use.
  public init(resource: Int, amount: Quantity) {
    self.resource = resource
    self.amount = amount
  }
}
