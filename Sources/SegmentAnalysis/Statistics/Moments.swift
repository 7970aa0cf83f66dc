/// Mean and spread of a number over replicates, one added at a time.
///
/// Adding the negatives of the same numbers gives exactly the negative mean and the same spread.
public struct Moments: Hashable, Sendable {
  /// How many numbers were added.
  public private(set) var count = 0
  /// Their mean; 0 before any is added.
  public private(set) var mean = 0.0
  /// The sum of squares about the mean.
  private(set) var squares = 0.0

  /// Nothing added yet.
  public init() {}

  /// The moments of numbers.
  public init(_ values: [Double]) { for value in values { add(value) } }

  /// Adds the number of one more replicate.
  public mutating func add(_ value: Double) {
    count += 1
    let offset = value - mean
    mean += offset / Double(count)
    squares += offset * (value - mean)
  }

  /// The standard deviation between replicates; nil for fewer than two.
  public var standardDeviation: Double? {
    count < 2 ? nil : (max(0, squares) / Double(count - 1)).squareRoot()
  }

  /// The Monte Carlo standard error of the mean; nil for fewer than two replicates.
  public var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }
}
