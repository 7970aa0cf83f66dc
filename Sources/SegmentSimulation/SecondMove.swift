/// A segment out of which the step of a run is too long: a second move within a step is likely.
public struct SecondMove: Codable, Hashable, Sendable {
  /// The id of the pathway.
  public let pathway: String
  /// The id of the segment in it.
  public let segment: String
  /// The chance of two or more moves in a step at the highest rates, between ``limit`` and 1.
  public let chance: Double

  /// The chance above which a second move is told.
  public static let limit = 0.02

  /// Creates one.
  public init(pathway: String, segment: String, chance: Double) {
    (self.pathway, self.segment, self.chance) = (pathway, segment, chance)
  }
}
