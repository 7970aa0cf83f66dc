/// How people are put into segments by what they cost in a year, the costliest first.
public struct SpendSegments: Hashable, Sendable {
  /// The ages, at the start of a year, of the people who are ranked.
  public var ages: AgeRange
  /// Indices into ``Model/services`` of what counts as spend.
  public var services: Set<Int>
  /// The segments from the highest spend down; the last takes the rest of the people.
  public var segments: [SpendSegment]

  /// Creates segments.
  public init(ages: AgeRange, services: Set<Int>, segments: [SpendSegment]) {
    self.ages = ages
    self.services = services
    self.segments = segments
  }

  /// How many of a number of ranked people are in each segment.
  ///
  /// The sums of shares are rounded to whole people, halves up, so that no rounding adds up.
  public func sizes(people: Int) -> [Int] {
    var (share, taken) = (0.0, 0)
    return segments.map { segment in
      share += segment.share ?? 1
      let upTo = segment.share == nil ? people : Int((share * Double(people)).rounded())
      defer { taken = upTo }
      return upTo - taken
    }
  }
}

/// A segment of people by what they cost in a year.
public struct SpendSegment: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// What tables of results call people in no segment.
  static let reservedIDs = ["outside"] + OutsideSpend.allCases.map(\.rawValue)

  /// The share of people who are in it; nil for the last, which takes the rest.
  public var share: Double?

  /// Creates a segment.
  public init(id: String, name: String? = nil, share: Double?) {
    self.id = id
    self.name = name ?? id
    self.share = share
  }
}
