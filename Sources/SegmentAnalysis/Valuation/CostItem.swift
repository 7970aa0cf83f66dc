import SegmentModel

/// A line of the cost table: who pays for what.
public struct CostItem: Hashable, Sendable {
  /// The kind of money.
  public var category: CostCategory
  /// Index of the payer.
  public var payer: Int
  /// Index of the service that is paid for; nil when none is named.
  public var service: Int?
  /// What costs: `pathway/segment`, a happening's id, or an intervention's id and the basis of the
  /// cost, such as `id: per person reached`.
  public var id: String

  /// Creates an item.
  public init(category: CostCategory, payer: Int, service: Int? = nil, id: String) {
    self.category = category
    self.payer = payer
    self.service = service
    self.id = id
  }
}

extension CostItem {
  /// Pounds per unit of each item of a scenario; an item with several prices has none.
  public static func poundsPerUnit(model: Model, scenario: Scenario) -> [CostItem: Double] {
    let prices = Dictionary(grouping: PricedItem.all(model: model, scenario: scenario), by: \.item)
    return prices.compactMapValues { $0.count == 1 ? $0[0].pounds : nil }
  }
}
