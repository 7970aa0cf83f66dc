import SegmentModel

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
