import SegmentModel

/// Which measures are kept value by value: totals of everybody, so that any interval of them comes
/// from draws, and what chances and forecasts are worked out from.
struct KeptMeasures {
  /// The groups whose gap is looked at, if there are several.
  private let deprivation: [Int]

  init(_ catalogue: Catalogue) {
    deprivation = catalogue.deprivation.count > 1 ? catalogue.deprivation : []
  }

  func contains(_ measure: Measure) -> Bool {
    switch measure {
    case .outcome(let outcome, let cause, let year, let group):
      group == 0
        || outcome == 0 && cause == nil && year == nil && deprivation.contains(group)
    case .residents(_, let group): group == 0 || deprivation.contains(group)
    case .deaths, .spending, .resource, .lifeYears, .qalys: true
    case .cost(_, _, let year), .use(_, let year): year == nil
    case .started(_, _, let group): group == 0
    // What is seen in the first twelve months.
    case .occupancy(_, let boundary, let group): boundary == 1 && group == 0
    case .moved(_, let year, let group), .triggered(_, let year, let group),
      .movedOnce(_, _, let year, let group):
      year == 0 && group == 0
    case .units, .reached, .groupSpending: false
    }
  }
}
