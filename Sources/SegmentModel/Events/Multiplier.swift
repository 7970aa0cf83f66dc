/// How the segment held in one pathway multiplies the rate of an event.
public struct Multiplier: Hashable, Sendable {
  /// Index of the pathway.
  public var pathway: Int
  /// Rate ratio by segment index; a segment that is absent has 1.
  public var ratios: [Int: Quantity]

  /// Creates a multiplier.
  public init(pathway: Int, ratios: [Int: Quantity]) {
    self.pathway = pathway
    self.ratios = ratios
  }
}
