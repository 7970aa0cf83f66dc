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

/// A unit price and what it is multiplied by.
struct PricedItem: Sendable {
  var item: CostItem
  var driver: Driver
  var pounds: Double
}

extension PricedItem {
  /// Every price of a model and scenario, in file order: care, events, programme.
  static func all(model: Model, scenario: Scenario) -> [PricedItem] {
    care(model) + events(model) + programme(model, scenario)
  }

  private static func care(_ model: Model) -> [PricedItem] {
    var flat = 0
    var items: [PricedItem] = []
    for pathway in model.pathways {
      for segment in pathway.segments {
        for cost in segment.costs {
          items.append(
            PricedItem(
              item: CostItem(
                category: .care, payer: cost.payer, service: cost.service,
                id: "\(pathway.id)/\(segment.id)"),
              driver: .segment(flat), pounds: cost.poundsPerYear.scalar))
        }
        flat += 1
      }
    }
    return items
  }

  private static func events(_ model: Model) -> [PricedItem] {
    model.happenings.enumerated().flatMap { index, event in
      event.costs.map { cost in
        PricedItem(
          item: CostItem(
            category: cost.kind == .care ? .care : .events, payer: cost.payer,
            service: cost.service, id: event.id),
          driver: .happening(index), pounds: cost.pounds.scalar)
      }
    }
  }

  private static func programme(_ model: Model, _ scenario: Scenario) -> [PricedItem] {
    let drivers = ProgrammeDrivers(model: model, scenario: scenario)
    return scenario.interventions.enumerated().flatMap { index, intervention in
      intervention.costs.map { cost in
        let (driver, basis) = drivers.driver(of: cost, by: index)
        return PricedItem(
          item: CostItem(
            category: .programme, payer: cost.amount.payer, service: cost.amount.service,
            id: "\(intervention.id): \(basis)"),
          driver: driver, pounds: cost.amount.pounds.scalar)
      }
    }
  }
}
