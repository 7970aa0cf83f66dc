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
