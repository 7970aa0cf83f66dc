import SegmentModel
import SegmentSimulation

/// What the measures of a run index: the same for all its scenarios, so that they line up.
public struct Catalogue: Sendable {
  /// Rates a year at which anything is discounted, 0 always among them.
  public let discountRates: [Double]
  /// Those of costs, as indices of ``discountRates``.
  public let costRates: [Int]
  /// Those of QALYs and years lived, as indices of ``discountRates``.
  public let healthRates: [Int]
  /// The rates at which costs and health are held against each other, none always among them.
  public let valueRates: [DiscountRate]
  /// Causes of each outcome of the model, in file order.
  public let causes: [[String]]
  /// Items that cost money in any scenario.
  public let items: [CostItem]
  /// Items that take resources in any scenario.
  public let uses: [UseItem]
  /// Interventions of any scenario, by id and name, with the moves that they make once in any.
  public let interventions: [(id: String, name: String, once: [Trigger])]
  /// Groups of residents, everybody first.
  public let groups: [TallyGroup]

  /// The lists for a model and the scenarios of a run.
  init(model: Model, scenarios: [Scenario], step: StepLength, valuations: [Valuation]) {
    let listed = model.discountRatesPerYear
    valueRates = listed.contains(.none) ? listed : [.none] + listed
    let rates = valueRates.flatMap { [$0.costs, $0.health] }.distinct
    discountRates = rates
    costRates = valueRates.map(\.costs).distinct.compactMap { rates.firstIndex(of: $0) }
    healthRates = valueRates.map(\.health).distinct.compactMap { rates.firstIndex(of: $0) }
    causes = model.outcomes.indices.map { outcome in
      model.happenings.filter { $0.outcome == outcome }.map(\.cause).distinct
    }
    items = valuations.flatMap(\.items).distinct
    uses = valuations.flatMap(\.useItems).distinct
    let all = scenarios.flatMap(\.interventions)
    interventions = all.map(\.id).distinct.map { id in
      let same = all.filter { $0.id == id }
      let once = same.flatMap(\.once).reduce(into: [Trigger]()) { moves, move in
        if !moves.contains(where: move.isSameMove) { moves.append(move) }
      }
      return (id, same.first?.name ?? id, once)
    }
    groups = TallyLayout(model: model, scenario: scenarios[0], step: step).groups
  }

  /// The most and the least deprived groups; nil where deprivation is not told apart.
  public var deprivationEnds: (most: Int, least: Int)? {
    guard let most = deprivation.first, let least = deprivation.last, most < least else {
      return nil
    }
    return (most, least)
  }

  /// The groups of deprivation, the most deprived first.
  public var deprivation: [Int] { groups.indices.filter { groups[$0].kind == .deprivation } }

  /// The index of the rate that means "not discounted".
  public var undiscounted: Int { index(ofRate: 0) }

  /// The index of a rate a year that is among ``discountRates``.
  public func index(ofRate perYear: Double) -> Int {
    guard let index = discountRates.firstIndex(of: perYear) else {
      preconditionFailure("no rate \(perYear)")
    }
    return index
  }
}
