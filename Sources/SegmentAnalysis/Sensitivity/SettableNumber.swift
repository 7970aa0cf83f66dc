import SegmentModel

/// A number of the inputs that can be set by its name: one that stands in a file, a factor on a whole
/// table, a share of a split, or a target; or numbers that draws move as one, by the quantile of what
/// they share.
public struct SettableNumber: Sendable {
  /// How it is set.
  enum Way: Sendable {
    /// As a parameter of the draws.
    case parameter(Int)
    /// As some of the numbers of a quantity.
    case numbers(of: String, positions: [Int])
    /// As a factor on all numbers of a quantity.
    case factor(on: String)
    /// As some parameters that draws move as one.
    case group([Int])
  }

  /// What it may be called; the first is what results call it.
  public let names: [String]
  /// Its central value; nil for a group, whose numbers have values of their own.
  public let value: Double?
  /// Its 95% range, where there is one.
  public let range95: ClosedRange<Double>?
  /// The values that make sense where it stands, as far as other numbers do not limit it.
  public let range: ClosedRange<Double>
  /// Why it is not known for certain.
  public let tag: ParameterTag
  let way: Way
  /// The quantity that it belongs to; nil for a target or a group.
  let quantity: String?

  /// How many numbers it moves as one, where it is a group.
  public var groupSize: Int? {
    if case .group(let members) = way { members.count } else { nil }
  }

  /// Makes it ready to be set.
  public func dial(_ loaded: LoadedRun, seed: UInt64) throws -> NumberDial {
    try NumberDial(self, loaded, seed: seed)
  }
}
