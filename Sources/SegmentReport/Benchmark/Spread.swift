/// The middle and the ends of repeated measurements.
public struct Spread: Hashable, Sendable {
  /// The median; the mean of the middle two when the number is even.
  public let median: Double
  /// The least value.
  public let least: Double
  /// The greatest value.
  public let most: Double

  /// The spread of at least one value.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty, "a spread needs a value")
    let sorted = values.sorted()
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    least = sorted[0]
    most = sorted[sorted.count - 1]
  }
}
