/// Who something is open to; every stated condition must hold.
public struct Eligibility: Hashable, Sendable {
  /// Completed years of age; nil for any.
  public var ages: AgeRange?
  /// Indices of sexes; nil for any.
  public var sexes: Set<Int>?
  /// Indices of areas; nil for any.
  public var areas: Set<Int>?
  /// Indices of deprivation groups; nil for any.
  public var deprivation: Set<Int>?
  /// Allowed segments by pathway index; a pathway that is absent does not matter.
  public var segments: [Int: Set<Int>]

  /// Creates a condition; what is left out does not matter.
  public init(
    ages: AgeRange? = nil, sexes: Set<Int>? = nil, areas: Set<Int>? = nil,
    deprivation: Set<Int>? = nil, segments: [Int: Set<Int>] = [:]
  ) {
    self.ages = ages
    self.sexes = sexes
    self.areas = areas
    self.deprivation = deprivation
    self.segments = segments
  }

  /// Whether attributes and segments meet every condition.
  public func admits(_ who: Attributes, segment: (_ pathway: Int) -> Int) -> Bool {
    (ages?.contains(who.age) ?? true) && (sexes?.contains(who.sex) ?? true)
      && (areas?.contains(who.area) ?? true) && (deprivation?.contains(who.deprivation) ?? true)
      && segments.allSatisfy { $0.value.contains(segment($0.key)) }
  }
}
