/// A list of segments; every resident is in exactly one of them at every step.
public struct Pathway: Hashable, Sendable {
  /// The most segments that a pathway may have.
  public static let mostSegments = 64

  /// Names it in JSON, unique in the place.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// Its segments, in file order.
  public var segments: [Segment]
  /// Where residents start.
  public var start: Start
  /// How the shares of the start are worked out from the moves; nil when they are as given.
  public var settlement: Settlement?
  /// Its moves in file order, which is the order of the inverse CDF; each has an ``Event/move``.
  public var moves: [Event]

  /// Creates a pathway.
  public init(
    id: String, name: String? = nil, segments: [Segment], start: Start = .shares([:]),
    settlement: Settlement? = nil, moves: [Event] = []
  ) {
    self.id = id
    self.name = name ?? id
    self.segments = segments
    self.start = start
    self.settlement = settlement
    self.moves = moves
  }
}
