/// A move that another happening sets off: at once, with a probability, if the resident is in `from`.
///
/// A triggered move triggers nothing.
public struct Trigger: Hashable, Sendable {
  /// Names the trigger within its event, so that an intervention can change its probability.
  public var id: String
  /// Index of the pathway in which the resident is moved.
  public var pathway: Int
  /// Segments that the move can start from.
  public var from: Set<Int>
  /// The segment that the move ends in.
  public var to: Int
  /// The probability that it happens, given that the event did.
  public var probability: Quantity

  /// Whether another has the same id and moves people the same way, however likely.
  public func isSameMove(as other: Trigger) -> Bool {
    id == other.id && pathway == other.pathway && from == other.from && to == other.to
  }

  /// Creates a trigger.
  public init(id: String, pathway: Int, from: Set<Int>, to: Int, probability: Quantity) {
    self.id = id
    self.pathway = pathway
    self.from = from
    self.to = to
    self.probability = probability
  }
}
