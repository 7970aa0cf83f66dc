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
