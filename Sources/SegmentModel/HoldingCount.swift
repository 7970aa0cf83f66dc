/// In how many pathways a resident holds one of certain segments, for example how many long-term
/// conditions they are on a register for.
public struct HoldingCount: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees, in the plural.
  public var name: String
  /// By index into ``Model/pathways``: indices of the segments that count there.
  public var segments: [Int: Set<Int>]

  /// Creates a count.
  public init(id: String, name: String? = nil, segments: [Int: Set<Int>]) {
    self.id = id
    self.name = name ?? id
    self.segments = segments
  }
}
