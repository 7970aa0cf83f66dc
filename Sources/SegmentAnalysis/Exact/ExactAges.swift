import SegmentModel

/// Tells whether ages make a difference, since a model whose ages do not is solved much faster.
enum ExactAges {
  /// Whether any chance, condition or reach of a scenario, or the utility of those who lose none, depends
  /// on the age of a resident.
  static func matter(_ model: Model, _ scenario: Scenario) -> Bool {
    let conditions =
      model.happenings.map(\.eligible) + scenario.interventions.map(\.eligible)
    return conditions.contains { $0.ages != nil }
      || quantities(model, scenario).contains { reads($0.values) }
      || model.baseUtility.map { reads($0.values) } ?? false
  }

  private static func quantities(_ model: Model, _ scenario: Scenario) -> [Quantity] {
    let ofHappenings = model.happenings.flatMap { happening in
      [happening.chance.quantity] + happening.multipliers.flatMap(\.ratios.values)
        + happening.triggers.map(\.probability)
    }
    let ofInterventions = scenario.interventions.flatMap { intervention in
      intervention.effects.map(\.change.quantity) + intervention.once.map(\.probability)
        + [intervention.reach.factor].compactMap { $0 }
    }
    return ofHappenings + ofInterventions
  }

  private static func reads(_ tree: ValueTree) -> Bool {
    switch tree {
    case .constant: false
    case .byAge, .atAge: true
    case .bySex(let branches), .byArea(let branches), .byDeprivation(let branches),
      .bySegment(_, let branches), .product(let branches):
      branches.contains(where: reads)
    }
  }
}
