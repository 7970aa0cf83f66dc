/// Some of the interventions of a list, by their places in it; at most 64.
public struct InterventionSet: OptionSet, Hashable, Sendable {
  /// Bit i is set for the intervention at place i.
  public let rawValue: UInt64

  /// Creates a set from its bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one intervention.
  public init(only place: Int) { rawValue = 1 << UInt64(place) }

  /// The set of the first `count` interventions.
  public init(first count: Int) {
    rawValue = count >= 64 ? .max : (1 << UInt64(count)) - 1
  }

  /// How many interventions there are in it.
  public var count: Int { rawValue.nonzeroBitCount }

  /// Whether it has the intervention at a place.
  public func has(_ place: Int) -> Bool { rawValue >> UInt64(place) & 1 == 1 }
}
