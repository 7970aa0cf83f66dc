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
