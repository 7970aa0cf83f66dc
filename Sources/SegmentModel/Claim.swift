/// A published figure that the simulation is held against.
public struct Claim: Hashable, Sendable {
  /// What stands against the figure.
  public enum Basis: Hashable, Sendable {
    /// What to read in a run, or plain arithmetic.
    case measure(Expression)
    /// Nothing in a run can be compared with it.
    case notComparable
  }

  /// Names it in JSON.
  public var id: String
  /// The claim, in the words and with the numbers that were printed.
  public var claim: String
  /// The number printed.
  public var value: Double
  /// What the number counts.
  public var unit: String
  /// The id of an entry of ``Model/sources``.
  public var source: String
  /// The line of the source's plain text that it is printed in.
  public var line: Int?
  /// What it is compared with.
  public var basis: Basis
  /// One sentence on why the two differ or agree; for what is not comparable, why it is not.
  public var why: String

  /// Creates a claim.
  public init(
    id: String, claim: String, value: Double, unit: String, source: String, line: Int? = nil,
    basis: Basis, why: String
  ) {
    self.id = id
    self.claim = claim
    self.value = value
    self.unit = unit
    self.source = source
    self.line = line
    self.basis = basis
    self.why = why
  }
}
