/// That an uncertain number moves with others.
///
/// The numbers of a group share one standard normal; each is that, times the loading, plus its own
/// luck (a one-factor Gaussian copula).
public struct Correlation: Hashable, Sendable {
  /// What the numbers that move together name.
  public var group: String
  /// The correlation, between normal scores, of two numbers of the group that state the same.
  ///
  /// Below 0 for a number that moves against those above 0. Two that state a and b have the square
  /// root of |a b|.
  public var correlation: Double

  /// Creates a correlation.
  public init(group: String, correlation: Double = 1) {
    self.group = group
    self.correlation = correlation
  }

  /// What the shared normal is multiplied by.
  public var loading: Double {
    correlation < 0 ? -(-correlation).squareRoot() : correlation.squareRoot()
  }
}
