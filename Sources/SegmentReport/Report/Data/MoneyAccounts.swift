import SegmentModel

/// The money of a world: undiscounted pounds by payer and kind, sample by sample.
struct MoneyAccounts {
  let world: ReportWorld

  init(_ world: ReportWorld) { self.world = world }

  /// Whether anything costs anything.
  var hasMoney: Bool { world.samples.has("pounds:all:all") && !payers.isEmpty }

  /// The ids of payers who pay for anything, in file order.
  var payers: [String] {
    world.names.all("payer").filter { payer in
      let scenarios = [world.baseline] + world.scenarios
      return scenarios.contains { scenario in
        ["programme", "care", "events"].contains { kind in
          world.samples.of("pounds:\(kind):\(payer)", scenario: scenario)?
            .contains { $0 != 0 } ?? false
        }
      }
    }
  }

  /// Pounds of a kind (`programme`, `care`, `events`, `all`) that a scenario costs more.
  func extra(_ kind: String, _ payer: String, _ scenario: String, year: String = "all") -> Found? {
    world.avoided("pounds:\(kind):\(payer)", scenario, year: year)?.negated
  }

  /// Pounds of programmes and of care together that a scenario costs more.
  func delivery(_ scenario: String) -> Found? { deliveryValues(scenario).map(world.found) }

  private func deliveryValues(_ scenario: String) -> [Double]? {
    guard let programme = world.avoidedValues("pounds:programme:all", scenario),
      let care = world.avoidedValues("pounds:care:all", scenario)
    else { return nil }
    return zip(programme, care).map { -($0 + $1) }
  }

  /// What activity avoided is worth to a payer, at average cost.
  func value(_ payer: String, _ scenario: String, year: String = "all") -> Found? {
    world.avoided("pounds:events:\(payer)", scenario, year: year)
  }

  /// Value less programme and care.
  func net(_ payer: String, _ scenario: String, year: String = "all") -> Found? {
    world.avoided("pounds:all:\(payer)", scenario, year: year)
  }

  /// The net up to the end of each year, sample by sample.
  func cumulative(_ scenario: String) -> [[Double]] {
    var sum: [Double] = []
    return world.years.map { year in
      let values = world.avoidedValues("pounds:all:all", scenario, year: year) ?? []
      sum = sum.isEmpty ? values : zip(sum, values).map(+)
      return sum
    }
  }

  /// When all that a scenario costs is paid back.
  func payback(_ scenario: String) -> Payback {
    guard let whole = net("all", scenario), whole.verdict != .nothing else { return .nothing }
    guard !whole.isUntold else { return .untold }
    return Payback(cumulative(scenario).map { world.found($0).mean }, years: world.years)
  }

  /// What programme and care cost for each avoided of some outcomes together, where the whole range
  /// costs something and avoids some.
  func costPerAvoided(_ outcomes: [String], _ scenario: String) -> Found? {
    guard let counts = world.avoidedValues(outcomes, scenario),
      world.found(counts).verdict == .above,
      let cost = deliveryValues(scenario), world.found(cost).verdict == .above
    else { return nil }
    return price(cost, of: counts)
  }

  /// The health that a scenario gains: QALYs where the place has them, else years lived; the column
  /// that holds it, its unit, and what it gains.
  func health(_ scenario: String) -> (column: String, unit: String, gained: Found)? {
    for (column, unit) in [("qalys", "QALY"), ("life_years", "life-year")] {
      if let lost = world.avoided(column, scenario) { return (column, unit, lost.negated) }
    }
    return nil
  }

  /// What is spent after all costs and what is gained in health, sample by sample, at a rate.
  private func trade(
    _ scenario: String, _ rate: DiscountRate
  ) -> (spent: [Double], gained: [Double])? {
    guard let health = health(scenario),
      let saved = world.avoidedValues("pounds:all:all" + Self.suffix(rate.costs), scenario),
      let lost = world.avoidedValues(health.column + Self.suffix(rate.health), scenario)
    else { return nil }
    return (saved.map(-), lost.map(-))
  }

  /// What stands behind the name of a total that is discounted at a rate.
  static func suffix(_ ratePerYear: Double) -> String {
    ratePerYear == 0 ? "" : "@\(NumberText.shortest(ratePerYear))"
  }

  /// Whether a scenario costs more after all costs on average, and it cannot be told whether it gains
  /// health: then the price of health cannot be told.
  func isPriceOfHealthUntold(_ scenario: String, _ rate: DiscountRate) -> Bool {
    guard let trade = trade(scenario, rate), world.found(trade.spent).mean > 0 else { return false }
    return world.found(trade.gained).isUntold
  }

  /// What is paid after all costs for each unit of health; nil unless money is lost on average and health
  /// is told to be gained, as in `value.csv`.
  ///
  /// It has no range where one place could gain nothing for its money; ``leastCostPerHealth(_:_:)`` has the
  /// lower end of it.
  func costPerHealth(_ scenario: String, _ rate: DiscountRate) -> Found? {
    guard let (spent, gained) = trade(scenario, rate), world.found(spent).mean > 0 else {
      return nil
    }
    let health = world.found(gained)
    return health.mean > 0 && !health.isUntold ? ratio(spent, of: gained) : nil
  }

  /// The least that one place pays for each unit of health where it could also gain nothing for its money;
  /// nil where it could save money.
  func leastCostPerHealth(_ scenario: String, _ rate: DiscountRate) -> Double? {
    guard costPerHealth(scenario, rate)?.range == nil, let (spent, gained) = trade(scenario, rate),
      world.found(spent).verdict == .above,
      let most = gainedPerPound(spent, of: gained).range?.upperBound, most > 0
    else { return nil }
    return 1 / most
  }

  /// What is paid for each of what is gained; nil where one place could gain nothing.
  private func price(_ cost: [Double], of gains: [Double]) -> Found? {
    let found = ratio(cost, of: gains)
    return found.range == nil && cost.count > 1 ? nil : found
  }

  /// What is paid for each of what is gained, as the ratio of means; without a range where one place could
  /// gain nothing.
  ///
  /// The range is that of what a pound gains, turned over: a gain that is little known may be very dear,
  /// but never cheaper than at its most. What a pound gains varies as the ratio made linear at the
  /// means does (the delta method).
  private func ratio(_ cost: [Double], of gains: [Double]) -> Found {
    let perPound = gainedPerPound(cost, of: gains)
    let each = perPound.mean
    let range = perPound.range.flatMap { range in
      range.lowerBound > 0 ? 1 / range.upperBound...1 / range.lowerBound : nil
    }
    return Found(
      1 / each, error: perPound.error.map { $0 / (each * each) }, range: range,
      confidence: perPound.confidence)
  }

  private func gainedPerPound(_ cost: [Double], of gains: [Double]) -> Found {
    let paid = world.found(cost).mean
    let each = world.found(gains).mean / paid
    return world.found(zip(cost, gains).map { each + ($1 - each * $0) / paid })
  }

  /// What the place takes a QALY to be worth, in words.
  private var worth: String? {
    let prices = world.willingnessToPay.map(\.poundsPerQALY).sorted()
    guard let least = prices.first, let most = prices.last else { return nil }
    let ends = [least, most].distinct.map { "£" + NumberText.grouped($0) }
    return ends.joined(separator: " to ")
  }

  /// The sentences about the money of a scenario; nil where nothing costs anything.
  func words(_ scenario: String, _ frame: Frame) -> MoneyWords? {
    guard hasMoney, let programme = extra("programme", "all", scenario),
      let care = extra("care", "all", scenario), let value = value("all", scenario),
      let net = net("all", scenario)
    else { return nil }
    return MoneyWords(
      frame: frame, scenario: world.quoted(scenario), programme: programme, care: care,
      value: value, net: net,
      chance: frame.samples > 1
        ? world.chance("saves_money", scenario, payer: "all", rate: 0)?.probability : nil,
      health: health(scenario).map { health in
        // A sentence has no price without its range.
        let price = costPerHealth(scenario, .none).flatMap {
          $0.range == nil && frame.samples > 1 ? nil : $0
        }
        return (health.gained, unit: health.unit, price: price)
      }, worth: worth)
  }
}
