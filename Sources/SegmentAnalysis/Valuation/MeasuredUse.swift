import SegmentModel

/// An amount of a resource and what it is multiplied by.
struct MeasuredUse: Sendable {
  var item: UseItem
  var driver: Driver
  var amount: Double
}

extension MeasuredUse {
  /// Every use of a model and scenario, in file order: care, events, programme.
  static func all(model: Model, scenario: Scenario) -> [MeasuredUse] {
    care(model) + events(model) + programme(model, scenario)
  }

  private init(_ category: CostCategory, _ id: String, _ use: ResourceUse, _ driver: Driver) {
    item = UseItem(category: category, resource: use.resource, id: id)
    self.driver = driver
    amount = use.amount.scalar
  }

  private static func care(_ model: Model) -> [MeasuredUse] {
    let segments = model.pathways.flatMap { pathway in
      pathway.segments.map { (id: "\(pathway.id)/\($0.id)", uses: $0.uses) }
    }
    return segments.enumerated().flatMap { flat, segment in
      segment.uses.map { MeasuredUse(.care, segment.id, $0, .segment(flat)) }
    }
  }

  private static func events(_ model: Model) -> [MeasuredUse] {
    model.happenings.enumerated().flatMap { index, event in
      event.uses.map { MeasuredUse(.events, event.id, $0, .happening(index)) }
    }
  }

  private static func programme(_ model: Model, _ scenario: Scenario) -> [MeasuredUse] {
    let drivers = ProgrammeDrivers(model: model, scenario: scenario)
    return scenario.interventions.enumerated().flatMap { index, intervention in
      intervention.uses.map { use in
        let (driver, basis) = drivers.driver(of: use, by: index)
        return MeasuredUse(.programme, "\(intervention.id): \(basis)", use.amount, driver)
      }
    }
  }
}
