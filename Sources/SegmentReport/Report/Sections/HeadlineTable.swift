import SegmentModel

/// Table 1: the scenarios beside each other, a mean with its range in every cell.
struct HeadlineTable {
  let world: ReportWorld
  let frame: Frame

  /// What stands where there is nothing to say.
  static let none = "–"

  /// The table.
  var grid: ReportGrid {
    var grid = ReportGrid(
      "Table 1. What each scenario does \(frame.period), compared with "
        + "\(Phrase.within(frame.baseline)): mean (\(frame.levelText) range)",
      columns: ["Measure"] + ([world.baseline] + world.scenarios).map(world.scenarioName),
      keys: [nil, nil] + world.scenarios)
    appendOutcomes(to: &grid)
    appendHealth(to: &grid)
    appendResources(to: &grid)
    appendMoney(to: &grid)
    appendGap(to: &grid)
    return grid
  }

  // MARK: - Rows

  private func appendOutcomes(to grid: inout ReportGrid) {
    let outcomes = world.names.all("outcome")
    if let headline = outcomes.first {
      grid.appendHeading(world.names.of("outcome", headline))
      for index in [0, 2, 4] where index < world.years.count {
        let year = world.years[index]
        appendFewer("Year \(index + 1), \(year)", headline, year: year, to: &grid)
      }
      appendFewer("Whole period", headline, to: &grid)
      appendShare(headline, to: &grid)
    }
    let others = outcomes.dropFirst().map { ($0, world.names.of("outcome", $0)) }
    let deaths =
      (world.level("deaths", world.baseline)?.mean ?? 0) > 0 ? [("deaths", "Deaths")] : []
    guard !others.isEmpty || !deaths.isEmpty else { return }
    grid.appendHeading("Other outcomes, whole period")
    for (id, name) in others + deaths { appendFewer(name, id, to: &grid) }
  }

  private func appendHealth(to grid: inout ReportGrid) {
    let accounts = MoneyAccounts(world)
    let gains = world.scenarios.map { accounts.health($0) }
    guard let health = gains.compactMap({ $0 }).first else { return }
    grid.appendHeading("Health, whole period")
    func appendGained(_ name: String, _ column: String) {
      let level = world.level(column, world.baseline)
      append(
        name, baseline: level.map { Amount(.count, $0).size($0.mean) } ?? Self.none, .count,
        .gained, world.scenarios.map { world.avoided(column, $0)?.negated }, to: &grid)
    }
    let years = "life_years"
    if health.column != years { appendGained("Life-years, undiscounted", years) }
    for rate in world.discountRates(of: health.column) {
      appendGained(
        Phrase.capitalised("\(health.unit)s, \(rate.name)"), "\(health.column)\(rate.suffix)")
    }
    for rate in world.valueRates {
      let prices = world.scenarios.map { accounts.costPerHealth($0, rate) }
      let isUntold = world.scenarios.map { accounts.isPriceOfHealthUntold($0, rate) }
      guard prices.contains(where: { $0 != nil }) || isUntold.contains(true) else { continue }
      appendPrice(
        "Net cost of each \(health.unit) gained by \(frame.lastMonth)"
          + (rate == .none ? "" : ", \(DiscountWords.words(rate))"),
        prices, leasts: world.scenarios.map { accounts.leastCostPerHealth($0, rate) },
        otherwise: isUntold.map { $0 ? Phrase.cannotTell : Self.none }, to: &grid)
    }
  }

  /// Appends prices with their ranges; one without has its lower end, if that is known.
  private func appendPrice(
    _ name: String, _ prices: [Found?], leasts: [Double?] = [], otherwise: [String],
    to grid: inout ReportGrid
  ) {
    let cells = prices.indices.map { index in
      guard let found = prices[index] else { return otherwise[index] }
      let amount = Amount(.pounds, found)
      let least = index < leasts.count ? leasts[index] : nil
      return amount.size(found.mean)
        + range(
          found.range.map { amount.apart($0).joined(separator: " to ") }
            ?? least.map { "\(amount.size($0)) or more" })
    }
    grid.append(name, [Self.none] + cells)
  }

  private func appendFewer(
    _ name: String, _ column: String, year: String = "all", to grid: inout ReportGrid
  ) {
    let level = world.level(column, world.baseline, year: year)
    let cell = level.map { Amount(.count, $0).size($0.mean) } ?? Self.none
    append(
      name, baseline: cell, .count, .fewer,
      world.scenarios.map { world.avoided(column, $0, year: year) }, to: &grid)
  }

  private func appendShare(_ column: String, to grid: inout ReportGrid) {
    guard let own = world.level(column, world.baseline), own.mean > 0 else { return }
    let baseline = Phrase.within(frame.baseline)
    let wholes =
      [(label: "As a share of all of these in \(baseline)", expected: own)]
      + (world.whole(column).map {
        [("\(Self.shareName(column, of: $0.name, world)) in \(baseline)", $0.expected)]
      } ?? [])
    for (label, expected) in wholes {
      append(
        label, baseline: "of \(Amount(.count, expected).size(expected.mean))", .percent, .fewer,
        world.scenarios.map { share(column, of: expected, $0) }, to: &grid)
    }
    guard let whole = world.whole(column), whole.parts.count > 1 else { return }
    append(
      "\(whole.name): \(Phrase.list(whole.parts.map { world.names.within("outcome", $0) }))",
      baseline: Amount(.count, whole.expected).size(whole.expected.mean), .count, .fewer,
      world.scenarios.map { world.avoidedValues(whole.parts, $0).map(world.found) }, to: &grid)
  }

  /// What the share of a whole is called that is avoided of one of its outcomes.
  static func shareName(_ column: String, of whole: String, _ world: ReportWorld) -> String {
    "Avoided \(world.names.within("outcome", column)), as a share of \(world.names.within(whole))"
  }

  /// What is avoided of an outcome in percent of a whole as it is in the baseline.
  func share(_ column: String, of whole: Found, _ scenario: String) -> Found? {
    world.avoided(column, scenario)?.times(100 / whole.mean)
  }

  private func appendResources(to grid: inout ReportGrid) {
    let resources = world.names.all("resource")
    guard !resources.isEmpty else { return }
    grid.appendHeading(
      "Staff time and other resources of the activities modelled only, whole period")
    for id in resources {
      let column = "amount:\(id)"
      let level = world.level(column, world.baseline)
      append(
        world.resource(id),
        baseline: level.map { Amount(.count, $0).size($0.mean) } ?? Self.none, .count, .more,
        world.scenarios.map { world.avoided(column, $0)?.negated }, to: &grid)
    }
  }

  private func appendMoney(to grid: inout ReportGrid) {
    let accounts = MoneyAccounts(world)
    guard accounts.hasMoney else { return }
    grid.appendHeading("Money, whole period")
    appendPounds(MoneyNames.programme, .spent, to: &grid) { accounts.extra("programme", "all", $0) }
    appendPounds(MoneyNames.care, .spent, to: &grid) { accounts.extra("care", "all", $0) }
    for payer in accounts.payers {
      let name = world.names.of("payer", payer)
      let values = world.scenarios.map { accounts.value(payer, $0) }
      guard values.contains(where: { ($0?.verdict ?? .nothing) != .nothing }) else { continue }
      appendPounds("\(MoneyNames.value): \(name)", .value, to: &grid) { accounts.value(payer, $0) }
    }
    for payer in accounts.payers {
      appendPounds("Net: \(world.names.of("payer", payer))", .net, to: &grid) {
        accounts.net(payer, $0)
      }
    }
    for rate in world.discountRates(of: "pounds:all:all") {
      let name = rate.suffix.isEmpty ? "" : ", \(rate.name)"
      appendPounds("Net: all payers\(name)", .net, to: &grid) {
        world.avoided("pounds:all:all\(rate.suffix)", $0)
      }
    }
    grid.append("Releasable cash", [Self.none] + world.scenarios.map { _ in "not modelled" })
    for (name, outcomes) in prices {
      appendPrice(
        name, world.scenarios.map { accounts.costPerAvoided(outcomes, $0) },
        otherwise: world.scenarios.map { scenario in
          Self.unpriced(
            delivery: accounts.delivery(scenario)?.verdict,
            avoided: world.avoidedValues(outcomes, scenario).map(world.found)?.verdict)
        }, to: &grid)
    }
    let paidBack = world.scenarios.map { accounts.payback($0).text(none: Self.none) }
    grid.append("Paid back by the end of", [Self.none] + paidBack)
  }

  /// What stands where what is avoided has no price.
  private static func unpriced(delivery: Verdict?, avoided: Verdict?) -> String {
    switch (delivery, avoided) {
    case (.nothing, _), (_, .nothing), (_, .below): none
    case (.below, _): "delivery costs less"
    default: Phrase.cannotTell
    }
  }

  private func appendPounds(
    _ name: String, _ words: SignedWords, to grid: inout ReportGrid, _ found: (String) -> Found?
  ) {
    append(name, baseline: Self.none, .pounds, words, world.scenarios.map(found), to: &grid)
  }

  /// Whether it comes to a net gain and whether it is fair: chances, and the gap itself.
  private func appendGap(to grid: inout ReportGrid) {
    let gaps = world.scenarios.map { GroupRates(world, kind: "deprivation", scenario: $0).gap }
    let hasGap = gaps.contains { $0 != nil }
    guard hasGap || !chances.isEmpty else { return }
    grid.appendHeading(
      "Chances of what the place would see" + (hasGap ? ", and who gains by deprivation" : ""))
    for (name, cells) in chances { grid.append(name, [Self.none] + cells) }
    guard hasGap else { return }
    grid.append(
      "Rate of the most deprived less that of the least, per 1,000 people a year, not standardised for "
        + "age",
      [gaps.compactMap { $0 }.first.map { Phrase.decimal($0.before) } ?? Self.none]
        + gaps.map { $0.map { Phrase.decimal($0.after) } ?? Self.none })
    grid.append(
      "What the most deprived gain more than the least, per 1,000 people a year of the baseline",
      [Self.none] + gaps.map { $0?.text ?? Self.none })
  }

  // MARK: - Cells

  private func append(
    _ name: String, baseline: String, _ kind: Amount.Kind, _ words: SignedWords, _ found: [Found?],
    to grid: inout ReportGrid
  ) {
    grid.append(name, [baseline] + found.map { Self.cell($0, kind, words) })
  }

  /// A mean with its range, rounded as its own error allows, or what can be said instead.
  static func cell(_ found: Found?, _ kind: Amount.Kind, _ words: SignedWords) -> String {
    guard let found else { return none }
    let amount = Amount(kind, found)
    let ends = found.range.map { range in
      guard range.lowerBound >= 0 || range.upperBound <= 0 else { return words.text(range, amount) }
      let sizes = amount.sizes(range)
      return "\(sizes.least) to \(sizes.most)"
    }
    let tail = ends.map { " (\($0))" } ?? ""
    switch found.verdict {
    case .nothing: return amount.size(0)
    case .cannotTell: return "\(Phrase.cannotTell)\(tail)"
    default:
      // A mean and a range of another sign are told apart by their words.
      let same = found.range.map { $0.contains(found.mean) } ?? true
      return words.text(found.mean, amount) + (same ? tail : "")
    }
  }

  private func range(_ text: String?) -> String {
    guard frame.samples > 1, let text else { return "" }
    return " (\(text))"
  }
}
