/// How the uncertain value of a number, or of a whole table, is drawn.
public struct Uncertainty: Hashable, Sendable {
  /// What is drawn.
  public enum Kind: Hashable, Sendable {
    /// The number itself.
    case value(Distribution)
    /// A factor on the whole table, 1 at the central values.
    case factor(Distribution)
    /// The shares of one whole, known as well as from a sample of so many (a Dirichlet): the numbers
    /// of a table, whose sum stays; or the single numbers that name the same ``Correlation/group``,
    /// which leave the rest of 1.
    case split(sampleSize: Double)
  }

  /// What is drawn.
  public var kind: Kind
  /// The numbers that it moves with; nil when it moves by itself.
  public var correlation: Correlation?

  /// Creates an uncertainty.
  public init(_ kind: Kind, correlation: Correlation? = nil) {
    self.kind = kind
    self.correlation = correlation
  }
}
