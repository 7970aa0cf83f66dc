/// A part of a run that is done by itself: some of its draws, or of its replicates where it has only
/// the central values.
public struct Shard: Hashable, Sendable {
  /// Which part it is, from 1.
  public let number: Int
  /// How many parts the run is split into.
  public let count: Int

  /// A part of so many; `number` is between 1 and `count`.
  public init(number: Int, count: Int) {
    precondition((1...max(count, 1)).contains(number), "a shard is one of its count")
    self.number = number
    self.count = count
  }

  /// Which of a number of things it does, as indices.
  ///
  /// They are neighbours, so that shards one after the other give all in order; there are none only if
  /// there are more shards than things.
  public func part(of things: Int) -> Range<Int> {
    things * (number - 1) / count..<things * number / count
  }
}
