import SegmentModel

/// A number of the inputs that can be set by its name: one that stands in a file, a factor on a whole
/// table, a share of a split, or a target.
public struct SettableNumber: Sendable {
  /// How it is set.
  enum Way: Sendable {
    /// As a parameter of the draws.
    case parameter(Int)
    /// As some of the numbers of a quantity.
    case numbers(of: String, positions: [Int])
    /// As a factor on all numbers of a quantity.
    case factor(on: String)
  }

  /// What it may be called; the first is what results call it.
  public let names: [String]
  /// Its central value.
  public let value: Double
  /// Its 95% range, where there is one.
  public let range95: ClosedRange<Double>?
  /// The values that make sense where it stands, as far as other numbers do not limit it.
  public let range: ClosedRange<Double>
  /// Why it is not known for certain.
  public let tag: ParameterTag
  let way: Way
  /// The quantity that it belongs to; nil for a target.
  let quantity: String?

  /// Makes it ready to be set.
  public func dial(_ loaded: LoadedRun, seed: UInt64) throws -> NumberDial {
    try NumberDial(self, loaded, seed: seed)
  }
}
