import SegmentModel

/// A line of the table of resources: what takes how much of which.
public struct UseItem: Hashable, Sendable {
  /// The kind of cost that goes with the use.
  public var category: CostCategory
  /// Index of the resource.
  public var resource: Int
  /// What takes it, named as in ``CostItem/id``.
  public var id: String

  /// Creates an item.
  public init(category: CostCategory, resource: Int, id: String) {
    self.category = category
    self.resource = resource
    self.id = id
  }
}
