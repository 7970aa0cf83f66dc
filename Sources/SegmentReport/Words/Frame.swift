/// What every sentence says of where its number holds: the place, the comparator, the period, the
/// prices and the level of ranges.
struct Frame: Sendable {
  let place: String
  let baseline: String
  let years: [String]
  /// The last month of it, such as "March 2032".
  let lastMonth: String
  let priceYear: String
  /// The level of ranges, between 0 and 1.
  let level: Double
  /// Draws of the uncertain numbers; 0 where their central values were used.
  let draws: Int
  /// Replicates of each draw.
  let replicates: Int
  /// The inputs behind it, and how many of them have a range.
  var inputs = InputCounts([])

  /// The level of ranges, such as "80%".
  var levelText: String { Phrase.percent(level) }

  /// All samples of a total.
  var samples: Int { max(1, draws) * replicates }

  /// How many of them tell a chance: draws, or replicates where no more than one draw was made.
  var chanceDraws: Int { draws > 1 ? draws : replicates }

  /// The period, such as "over the 5 years 2022/23 to 2026/27".
  var period: String { Period.phrase(years) }

  /// What is left out because it comes later.
  var horizon: String {
    "Nothing after \(lastMonth) is counted: no event, no cost and no life lived."
  }

  /// What a price of health does not hold.
  var lifeAfter: String { Self.lifeAfter(lastMonth) }

  static func lifeAfter(_ lastMonth: String) -> String {
    "life and costs after \(lastMonth) are not counted, of which the first would lower the price and the "
      + "second raise it"
  }

  /// The prices, such as "2023/24 prices, undiscounted".
  var prices: String { (priceYear.isEmpty ? "" : "\(priceYear) prices, ") + "undiscounted" }

  /// How pounds are counted, such as "in 2023/24 prices, undiscounted".
  var inPrices: String { (priceYear.isEmpty ? "" : "in ") + prices }

  /// Where one place falls, in words that say what is in the range.
  func chance(_ range: String?) -> String {
    guard let range else { return "one simulated run, so no range can be given" }
    if draws > 1 { return "\(levelText) chance that the place sees \(range)" }
    return "\(levelText) chance that the place sees \(range), by luck alone"
  }

  /// What is in the ranges, for notes.
  var rangeNote: String {
    guard samples > 1 else { return "One simulated run has no range." }
    let luck =
      "If the model and what it holds fixed are right, there is a chance of \(levelText) that the figure of "
      + "the place lies in the range"
    return draws > 1
      ? "\(luck), by luck and by \(inputs.rangesText) (\(Phrase.count(draws, "draw")), "
        + "\(Phrase.count(replicates, "replicate")) of each). What the model leaves out is not in it."
      : "\(luck), by luck alone (\(Phrase.count(replicates, "replicate"))). What is not known of the "
        + "inputs is not in it."
  }
}
