import SegmentModel
import SegmentSimulation

/// Money, resources and health of one scenario, as linear functions of what a replicate counted.
///
/// Everything is for the reported period, by reported year, in pounds of the model's price year.
public struct Valuation: Sendable {
  /// The items that cost money, in file order, each once.
  public let items: [CostItem]
  /// The items that take resources, in file order, each once.
  public let useItems: [UseItem]
  private let period: ReportedPeriod
  private let prices: [Line]
  private let uses: [Line]
  private let utilities: [(driver: Driver, qalys: Double)]?

  /// What adds to an item, and how much a unit of it.
  private struct Line {
    var item: Int
    var driver: Driver
    var perUnit: Double
  }

  /// The valuation of a scenario of a model, for a run with steps of a length.
  public init(model: Model, scenario: Scenario, step: StepLength) throws {
    period = try ReportedPeriod(model: model, scenario: scenario, step: step)
    let prices = PricedItem.all(model: model, scenario: scenario)
    (items, self.prices) = Self.lines(prices.map { ($0.item, $0.driver, $0.pounds) })
    let uses = MeasuredUse.all(model: model, scenario: scenario)
    (useItems, self.uses) = Self.lines(uses.map { ($0.item, $0.driver, $0.amount) })
    let groups = TallyLayout(model: model, scenario: scenario, step: step).groups
    utilities = model.baseUtility.map { base in
      Self.base(base, model.population.ageBands, groups) + Self.losses(model)
        + Self.gains(scenario)
    }
  }

  /// The reported period.
  public var timeline: Timeline { period.timeline }

  /// Pounds by item and reported year, discounted at a rate a year to the start of the period.
  public func pounds(_ tallies: Tallies, ratePerYear: Double) -> [CostItem: [Double]] {
    Dictionary(
      uniqueKeysWithValues: zip(items, poundsByItem(tallies, ratePerYear: ratePerYear)))
  }

  /// Pounds of the whole period of the items that are counted.
  ///
  /// They are added in file order, so that sums of fractions come out the same in every run.
  func pounds(
    _ tallies: Tallies, ratePerYear: Double = 0, of isCounted: (CostItem) -> Bool
  ) -> Double {
    zip(items, poundsByItem(tallies, ratePerYear: ratePerYear))
      .reduce(0) { isCounted($1.0) ? $0 + $1.1.reduce(0, +) : $0 }
  }

  /// Pounds in the order of ``items``, each by reported year.
  func poundsByItem(_ tallies: Tallies, ratePerYear: Double) -> [[Double]] {
    let discount = DiscountFactors(ratePerYear: ratePerYear, timeline: timeline)
    return sums(of: prices, items: items.count) { $0.yearly(tallies, period, discount) }
  }

  /// Pounds that the residents of a group (an index into the layout's) cost, in the order of ``items``,
  /// each by reported year; never discounted.
  func poundsByItem(_ tallies: Tallies, group: Int) -> [[Double]] {
    sums(of: prices, items: items.count) { $0.yearly(tallies, period, group: group) }
  }

  /// Units paid for by item, in the order of ``items``, and reported year; nil for items with several
  /// prices.
  func unitsByItem(_ tallies: Tallies) -> [[Double]?] {
    var units = [[Double]?](repeating: nil, count: items.count)
    var known = [Bool](repeating: false, count: items.count)
    for price in prices {
      units[price.item] =
        known[price.item] ? nil : price.driver.yearly(tallies, period, period.undiscounted)
      known[price.item] = true
    }
    return units
  }

  /// Amounts of resources by item and reported year, in the units of the resources; never discounted.
  public func amounts(_ tallies: Tallies) -> [UseItem: [Double]] {
    Dictionary(uniqueKeysWithValues: zip(useItems, amountsByItem(tallies)))
  }

  /// The same in the order of ``useItems``.
  func amountsByItem(_ tallies: Tallies) -> [[Double]] {
    sums(of: uses, items: useItems.count) { $0.yearly(tallies, period, period.undiscounted) }
  }

  /// Years lived by residents, by reported year, discounted.
  public func lifeYears(_ tallies: Tallies, ratePerYear: Double) -> [Double] {
    Driver.living.yearly(
      tallies, period, DiscountFactors(ratePerYear: ratePerYear, timeline: timeline))
  }

  /// Quality-adjusted life-years by reported year, discounted; nil when the model has no base
  /// utility.
  public func qalys(_ tallies: Tallies, ratePerYear: Double) -> [Double]? {
    let discount = DiscountFactors(ratePerYear: ratePerYear, timeline: timeline)
    return utilities?.reduce([Double](repeating: 0, count: timeline.years)) { sum, utility in
      zip(sum, utility.driver.yearly(tallies, period, discount)).map { $0 + $1 * utility.qalys }
    }
  }

  /// What lines come to, by item and reported year, given the yearly amounts of a driver.
  private func sums(
    of lines: [Line], items: Int, yearly: (Driver) -> [Double]
  ) -> [[Double]] {
    let none = [Double](repeating: 0, count: timeline.years)
    var sums = [[Double]](repeating: none, count: items)
    for line in lines {
      for (year, amount) in yearly(line.driver).enumerated() {
        sums[line.item][year] += amount * line.perUnit
      }
    }
    return sums
  }

  /// The items of some lines, each once, and the lines by their numbers.
  private static func lines<Item: Hashable>(
    _ all: [(item: Item, driver: Driver, perUnit: Double)]
  ) -> (items: [Item], lines: [Line]) {
    var items: [Item] = []
    var places: [Item: Int] = [:]
    let lines = all.map { line in
      let place = places[line.item] ?? items.count
      if place == items.count {
        places[line.item] = place
        items.append(line.item)
      }
      return Line(item: place, driver: line.driver, perUnit: line.perUnit)
    }
    return (items, lines)
  }

  /// The utility of those who lose none: of everybody, or of those in each age band.
  private static func base(
    _ base: Quantity, _ bands: [AgeRange], _ groups: [TallyGroup]
  ) -> [(driver: Driver, qalys: Double)] {
    let values = bands.map { base.value(for: Attributes(age: $0.lower)) }
    guard Set(values).count > 1 else { return values.prefix(1).map { (.living, $0) } }
    let ofBands = groups.indices.filter { groups[$0].kind == .ageBand }
    return zip(ofBands, values).map { (.livingIn(group: $0), $1) }
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
        (driver: Driver.reached(index), qalys: $0.scalar)
      }
    }
  }
}
