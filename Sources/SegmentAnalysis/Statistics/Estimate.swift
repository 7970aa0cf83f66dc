/// A value at the means over replicates, and how far luck may have moved it.
public struct Estimate: Hashable, Sendable {
  /// The value; not a number where it is a ratio to nothing.
  public var value: Double
  /// The Monte Carlo standard error; nil for fewer than two replicates.
  public var standardError: Double?

  /// Creates an estimate.
  public init(value: Double, standardError: Double?) {
    self.value = value
    self.standardError = standardError
  }
}
