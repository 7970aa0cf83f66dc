/// What was seen, held against what was said.
public struct ForecastScore: Sendable {
  /// How one item came out.
  public struct Line: Hashable, Sendable {
    /// What was said.
    public var item: Forecast.Item
    /// What was seen.
    public var observed: Double
    /// How many standard deviations of one place what was seen lies above the mean; nil where the
    /// forecast leaves no room.
    public var z: Double?
    /// The probability that one place would have seen less; 0 or 1 outside the outermost quantiles.
    public var probability: Double
    /// Whether it falls into the interval of one place.
    public var isInside: Bool
  }

  private let forecast: Forecast
  private let scenario: Forecast.Scenario
  /// The items that were seen, in the order of their file.
  public let lines: [Line]

  /// Scores a forecast of a scenario (by id; nil where only one is not the baseline) by what was
  /// seen, by item.
  public init(
    _ forecast: Forecast, scenario id: String?, observed: [(item: String, value: Double)]
  ) throws(ForecastError) {
    self.forecast = forecast
    scenario = try Self.choose(forecast, id)
    let items = Dictionary(scenario.items.map { ($0.item, $0) }, uniquingKeysWith: { a, _ in a })
    var lines: [Line] = []
    for (name, value) in observed {
      guard let item = items[name] else {
        throw ForecastError("the forecast has no item '\(name)'", name: name)
      }
      let isShare = name.hasPrefix("share:")
      guard value >= 0, !isShare || value <= 1 else {
        throw ForecastError(
          "\(NumberText.shortest(value)) cannot have been seen of '\(name)', which is "
            + (isShare ? "a share between 0 and 1" : "a count"))
      }
      lines.append(Self.line(item, value, forecast.probabilities))
    }
    self.lines = lines
  }

  private static func choose(
    _ forecast: Forecast, _ id: String?
  ) throws(ForecastError) -> Forecast.Scenario {
    let all = forecast.scenarios
    guard Set(all.map(\.choices)).count == 1 else {
      throw ForecastError("the forecast is one of several worlds; score one of a single world")
    }
    if let id {
      if let scenario = all.first(where: { $0.scenario == id }) { return scenario }
      throw ForecastError("the forecast has no scenario '\(id)'", name: id)
    }
    guard all.count <= 2, let last = all.last else {
      let names = all.map { "'\($0.scenario)'" }.joined(separator: ", ")
      throw ForecastError("say with --scenario which of \(names) was done")
    }
    return last
  }

  private static func line(
    _ item: Forecast.Item, _ observed: Double, _ probabilities: [Double]
  ) -> Line {
    Line(
      item: item, observed: observed, z: item.sd > 0 ? (observed - item.mean) / item.sd : nil,
      probability: probability(of: observed, item.quantiles, probabilities),
      isInside: item.low <= observed && observed <= item.high)
  }

  /// Linear between quantiles; among equal ones the middle.
  private static func probability(
    of value: Double, _ quantiles: [Double], _ probabilities: [Double]
  ) -> Double {
    let equal = quantiles.indices.filter { quantiles[$0] == value }
    if let first = equal.first, let last = equal.last {
      return (probabilities[first] + probabilities[last]) / 2
    }
    guard let above = quantiles.firstIndex(where: { $0 > value }) else { return 1 }
    guard above > 0 else { return 0 }
    let part = (value - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1])
    return probabilities[above - 1] + part * (probabilities[above] - probabilities[above - 1])
  }

  // MARK: - Printed

  /// The whole text, each line ended by a line feed.
  public func text(width: Int) -> String {
    let texts = [title, source, ""] + lines.map(text) + ["", coverage]
    return texts.flatMap { TextWrap.lines($0, width: width) }.map { $0 + "\n" }.joined()
  }

  private func text(_ line: Line) -> String {
    // One digit more than the spread of one place has.
    let rounding = Rounding(exponent: Rounding(standardError: line.item.sd).exponent - 1)
    let (mean, low, high) = (line.item.mean, line.item.low, line.item.high)
    let z = line.z.map { "z \(NumberText.fixed($0, decimals: 1)), " } ?? ""
    return "\(line.item.item): seen \(NumberText.trimmed(line.observed, decimals: 6)), said "
      + "\(rounding.text(mean)) (\(rounding.text(low)) to \(rounding.text(high))): "
      + "\(line.isInside ? "inside" : "outside"), \(z)percentile \(percentile(line.probability))"
  }

  private var title: String {
    "\(forecast.place), \(scenario.scenario): what was said of \(forecast.from) to before "
      + "\(forecast.until), and what was seen"
  }

  private var source: String {
    "Forecast of run \(forecast.runDigest.prefix(8)) (\(forecast.draws) draws x "
      + "\(forecast.replicatesOfEachDraw)); \(level) intervals of one place"
  }

  private var level: String { Phrase.percent(forecast.level) }

  private func percentile(_ probability: Double) -> String {
    let ends = (forecast.probabilities.first ?? 0, forecast.probabilities.last ?? 1)
    if probability < ends.0 { return "< \(NumberText.trimmed(ends.0 * 100, decimals: 1))" }
    if probability > ends.1 { return "> \(NumberText.trimmed(ends.1 * 100, decimals: 1))" }
    return NumberText.fixed(probability * 100, decimals: 0)
  }

  private var coverage: String {
    let inside = lines.count { $0.isInside }
    // A range without width is of what was the same in nearly every replicate.
    let sure = lines.count { $0.item.low == $0.item.high }
    let expected = Double(sure) + forecast.level * Double(lines.count - sure)
    return "\(inside) of \(lines.count) fall inside, where "
      + "\(NumberText.trimmed(expected, decimals: 1)) are expected to"
      + (sure == 0 ? ". " : " (\(sure) as good as surely: one number is the whole range). ")
      + "Items of one place go together, so that few of many need not mean a wrong forecast."
  }
}
