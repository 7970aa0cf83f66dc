import SegmentModel

/// What a reader must know of Table 1.
extension HeadlineTable {
  /// The notes.
  var notes: [String] {
    let spent = prices.first.map {
      "\($0.name) sets both costs against these alone: nothing else that is avoided "
        + "is counted in it. \"Cannot tell\" in that row: one place could see none avoided, or nothing to "
        + "pay."
    }
    return [
      frame.rangeNote,
      "Fewer means prevented or postponed. \"Cannot tell\": not even the sign of the mean is known "
        + "with 95% confidence. \(Phrase.sums)",
      "Pounds are \(frame.inPrices) but where a row says otherwise. Value is the average cost of activity avoided, less that of activity added, net is what is left "
        + "of it after programme cost and extra cost of care, and releasable cash is what budgets could be cut by: three "
        + "things that are not added up.",
    ] + [spent, health, resources, chances.isEmpty ? nil : Phrase.bounds].compactMap { $0 }
  }

  /// What is set against what is spent: the headline outcome, and the whole that it is a part of, with
  /// what the price of each avoided is called.
  var prices: [(name: String, outcomes: [String])] {
    guard MoneyAccounts(world).hasMoney, let headline = world.headline else { return [] }
    let name = world.names.within("outcome", headline)
    let own = ("\(MoneyNames.delivery) for each of the \(name) avoided", [headline])
    guard let whole = world.whole(headline), whole.parts.count > 1 else { return [own] }
    return [own, ("The same for each of \(world.names.within(whole.name)) avoided", whole.parts)]
  }

  /// What the price of health leaves out.
  private var health: String? {
    let accounts = MoneyAccounts(world)
    let prices = world.valueRates.flatMap { rate in
      world.scenarios.compactMap { accounts.costPerHealth($0, rate) }
    }
    guard !prices.isEmpty else { return nil }
    let isWithout = frame.samples > 1 && prices.contains { $0.range == nil }
    return "Of the net cost of health gained: \(frame.lifeAfter)."
      + (isWithout
        ? " It has no upper end where one place could gain nothing, and no range where one could save money."
        : "")
  }

  /// Resources of which no amount has a range.
  private var resources: String? {
    let fixed = world.names.all("resource").filter(world.fixedResources.contains)
    guard world.isDrawn, !fixed.isEmpty else { return nil }
    return
      "What an activity takes of these has no range, so that theirs, which are of how often it happens, "
      + "are too narrow: \(Phrase.list(fixed.map { world.names.within("resource", $0) }))."
  }
}
