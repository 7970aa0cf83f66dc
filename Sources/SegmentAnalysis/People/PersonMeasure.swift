import SegmentModel

/// A number about what befalls single residents that a replicate of a scenario gives.
///
/// Years are reported years from 0.
public enum PersonMeasure: Hashable, Codable, Sendable {
  /// People of whom a year's spend is told.
  public enum Ranked: Hashable, Codable, Sendable {
    /// Those in a segment of ``SpendSegments/segments``.
    case segment(Int)
    /// Those in any segment.
    case all
    /// Everybody else who lived there in the year: of other ages at its start, or come since.
    case outside
  }

  /// Where somebody is before or after a flow between spend segments.
  public enum FlowEnd: Hashable, Codable, Sendable {
    /// In a segment of ``SpendSegments/segments``.
    case segment(Int)
    /// In none, and why.
    case outside(OutsideSpend)
  }

  /// How many people.
  case people(Ranked, year: Int)
  /// What they cost, undiscounted.
  case pounds(Ranked, year: Int)
  /// Their share of the spend of all who are ranked; absent when nobody costs anything.
  case shareOfSpend(Ranked, year: Int)
  /// The least that one of them cost; absent when there is nobody.
  case lowestPounds(Ranked, year: Int)
  /// People who go from a year to the next.
  case flow(from: FlowEnd, to: FlowEnd, year: Int)
  /// The share of residents, living at the start of the year, whom the headline outcome befell so
  /// often in it; ``mostTimes`` stands for that or more.
  case shareOfResidents(times: Int, year: Int)
  /// People living at the start of the year who then hold just so many of a count, an index into
  /// ``Model/counts``.
  case holders(count: Int, number: Int, year: Int)
  /// The share of them whom the headline outcome befell in the year; absent when there is nobody.
  case shareOfHolders(count: Int, number: Int, year: Int)

  /// The highest number of times that is told apart.
  public static let mostTimes = 3
}
