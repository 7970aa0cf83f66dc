/// The move that an event makes in its own pathway.
public struct OwnMove: Hashable, Sendable {
  /// Index of the pathway.
  public var pathway: Int
  /// The segments it leaves.
  public var from: Set<Int>
  /// The segment it enters.
  public var to: Int

  /// Creates a move.
  public init(pathway: Int, from: Set<Int>, to: Int) {
    self.pathway = pathway
    self.from = from
    self.to = to
  }
}
