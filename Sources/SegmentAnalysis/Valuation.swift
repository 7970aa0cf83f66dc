import SegmentModel
import SegmentSimulation

/// Money, resources and health of one scenario, as linear functions of what a replicate counted.
///
/// Everything is for the reported period, by reported year, in pounds of the model's price year.
public struct Valuation: Sendable {
  /// The reported period.
  public let timeline: Timeline
  private let weights: CycleWeights
  private let prices: [PricedItem]
  private let uses: [MeasuredUse]
  private let utilities: [(driver: Driver, qalys: Double)]?

  /// The valuation of a scenario of a model, for a run with steps of a length.
  public init(model: Model, scenario: Scenario, step: StepLength) throws {
    timeline = try Timeline(model: model, step: step)
    weights = model.cycleWeights
    prices = PricedItem.all(model: model, scenario: scenario)
    uses = MeasuredUse.all(model: model, scenario: scenario)
    utilities = model.baseUtility.map { base in
      [(.living, base.scalar)] + Self.losses(model) + Self.gains(scenario)
    }
  }

  /// The items that cost money, in file order, each once.
  public var items: [CostItem] {
    var seen: Set<CostItem> = []
    return prices.map(\.item).filter { seen.insert($0).inserted }
  }

  /// Pounds by item and reported year, discounted at a rate a year to the start of the period.
  public func pounds(_ tallies: Tallies, ratePerYear: Double) -> [CostItem: [Double]] {
    let discount = DiscountFactors(ratePerYear: ratePerYear, timeline: timeline)
    return prices.reduce(into: [:]) { result, price in
      let amounts = yearly(price.driver, tallies, discount).map { $0 * price.pounds }
      if let others = result[price.item] {
        result[price.item] = zip(others, amounts).map(+)
      } else {
        result[price.item] = amounts
      }
    }
  }

  /// Units paid for by item and reported year; only of items with one price.
  func units(_ tallies: Tallies) -> [CostItem: [Double]] {
    let discount = DiscountFactors(ratePerYear: 0, timeline: timeline)
    return Dictionary(grouping: prices, by: \.item).filter { $0.value.count == 1 }
      .mapValues { yearly($0[0].driver, tallies, discount) }
  }

  /// The items that take resources, in file order, each once.
  public var useItems: [UseItem] {
    var seen: Set<UseItem> = []
    return uses.map(\.item).filter { seen.insert($0).inserted }
  }

  /// Amounts of resources by item and reported year, in the units of the resources; never discounted.
  public func amounts(_ tallies: Tallies) -> [UseItem: [Double]] {
    let discount = DiscountFactors(ratePerYear: 0, timeline: timeline)
    let none = [Double](repeating: 0, count: timeline.years)
    return uses.reduce(into: [:]) { result, use in
      let amounts = yearly(use.driver, tallies, discount).map { $0 * use.amount }
      result[use.item] = zip(result[use.item] ?? none, amounts).map(+)
    }
  }

  /// Years lived by residents, by reported year, discounted.
  public func lifeYears(_ tallies: Tallies, ratePerYear: Double) -> [Double] {
    yearly(.living, tallies, DiscountFactors(ratePerYear: ratePerYear, timeline: timeline))
  }

  /// Quality-adjusted life-years by reported year, discounted; nil when the model has no base
  /// utility.
  public func qalys(_ tallies: Tallies, ratePerYear: Double) -> [Double]? {
    let discount = DiscountFactors(ratePerYear: ratePerYear, timeline: timeline)
    return utilities?.reduce([Double](repeating: 0, count: timeline.years)) { sum, utility in
      zip(sum, yearly(utility.driver, tallies, discount)).map { $0 + $1 * utility.qalys }
    }
  }

  private func yearly(
    _ driver: Driver, _ tallies: Tallies, _ discount: DiscountFactors
  ) -> [Double] {
    driver.yearly(tallies, timeline: timeline, weights: weights, discount: discount)
  }

  private static func losses(_ model: Model) -> [(driver: Driver, qalys: Double)] {
    let segments = model.pathways.flatMap(\.segments).enumerated().compactMap { index, segment in
      segment.utilityLoss.map { (driver: Driver.segment(index), qalys: -$0.scalar) }
    }
    let events = model.happenings.enumerated().compactMap { index, event in
      event.qalyLoss.map { (driver: Driver.happening(index), qalys: -$0.scalar) }
    }
    return segments + events
  }

  private static func gains(_ scenario: Scenario) -> [(driver: Driver, qalys: Double)] {
    scenario.interventions.enumerated().compactMap { index, intervention in
      intervention.utilityGain.map {
        (driver: Driver.reached(index, intervention), qalys: $0.scalar)
      }
    }
  }
}
