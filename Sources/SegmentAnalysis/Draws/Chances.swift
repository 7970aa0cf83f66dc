import SegmentModel

/// Chances of what one place would see: shares of all replicates of all draws, so that both what is
/// not known and luck are in them.
public struct Chances: Sendable {
  private let comparison: Comparison

  /// The chances of a comparison that has at least one replicate.
  public init(_ comparison: Comparison) { self.comparison = comparison }

  /// Every question that the model can answer, in the order of results.
  public var questions: [ChanceQuestion] {
    let model = comparison.model
    let rates = comparison.catalogue.costRates
    let payers: [Int?] =
      [nil]
      + model.payers.indices.filter { payer in
        comparison.catalogue.items.contains { $0.payer == payer }
      }
    var questions: [ChanceQuestion] = []
    if !comparison.catalogue.items.isEmpty {
      questions += rates.flatMap { rate in payers.map { .savesMoney(payer: $0, rate: rate) } }
      questions += rates.map { .costsLeast(rate: $0) }
    }
    questions += model.outcomes.indices.map { .avoidsAny(outcome: $0) }
    if !model.outcomes.isEmpty {
      questions.append(.avoidsMost)
      if comparison.catalogue.deprivationEnds != nil { questions.append(.mostDeprivedGainMore) }
    }
    return questions
  }

  /// The chance for a scenario; nil for the baseline where it is what others are held against.
  public func chance(_ question: ChanceQuestion, scenario: Int) -> ChanceEstimate? {
    switch question {
    case .savesMoney(let payer, let rate):
      let measure = Measure.spending(category: nil, payer: payer, rate: rate, year: nil)
      return chance(measure, scenario) { $0 > 0 }
    case .avoidsAny(let outcome):
      return chance(.outcome(outcome, cause: nil, year: nil, group: 0), scenario) { $0 > 0 }
    case .costsLeast(let rate):
      return least(.spending(category: nil, payer: nil, rate: rate, year: nil), scenario)
    case .avoidsMost: return least(.outcome(0, cause: nil, year: nil, group: 0), scenario)
    case .mostDeprivedGainMore:
      guard scenario > 0, let before = gaps(0), let after = gaps(scenario) else { return nil }
      return chance(zip(before, after).map { $1 < $0 ? 1 : 0 })
    }
  }

  /// The chance that at least so many of an outcome are avoided.
  public func avoids(atLeast number: Double, outcome: Int, scenario: Int) -> ChanceEstimate? {
    chance(.outcome(outcome, cause: nil, year: nil, group: 0), scenario) { $0 >= number }
  }

  /// Round numbers across all that a scenario was seen to avoid of an outcome.
  public func grid(outcome: Int, scenario: Int) -> [Double] {
    let measure = Measure.outcome(outcome, cause: nil, year: nil, group: 0)
    let values = comparison.results[scenario].avoided(measure)?.values ?? []
    guard scenario > 0, let least = values.min(), let most = values.max() else { return [] }
    let step = Self.roundStep((most - least) / 25)
    let places = Int((least / step).rounded(.down))...Int((most / step).rounded(.up))
    return places.map { Double($0) * step }
  }

  /// The least of 1, 2, 5, 10, 20 and so on that is not below a number.
  private static func roundStep(_ number: Double) -> Double {
    var power = 1.0
    while true {
      for step in [power, 2 * power, 5 * power] where step >= number { return step }
      power *= 10
    }
  }

  private func chance(
    _ measure: Measure, _ scenario: Int, _ isSo: (Double) -> Bool
  ) -> ChanceEstimate? {
    guard scenario > 0, let values = comparison.results[scenario].avoided(measure)?.values else {
      return nil
    }
    return chance(values.map { isSo($0) ? 1 : 0 })
  }

  /// The chance that a scenario has the least of a measure; equals share it.
  private func least(_ measure: Measure, _ scenario: Int) -> ChanceEstimate? {
    let all = comparison.results.compactMap { $0.value(measure)?.values }
    guard all.count == comparison.results.count, all.count > 1 else { return nil }
    return chance(
      all[0].indices.map { place in
        let numbers = all.map { $0[place] }
        let least = numbers.min() ?? 0
        return numbers[scenario] == least ? 1 / Double(numbers.count { $0 == least }) : 0
      })
  }

  private func chance(_ shares: [Double]) -> ChanceEstimate {
    ChanceEstimate(
      probability: shares.reduce(0, +) / Double(shares.count), draws: comparison.draws.count,
      replicates: comparison.replicates.count)
  }

  /// The most less the least deprived, replicate by replicate: headline outcomes per person-year lived,
  /// the residents of a year being the mean of its start and end.
  private func gaps(_ scenario: Int) -> [Double]? {
    guard let ends = comparison.catalogue.deprivationEnds, let most = rates(scenario, ends.most),
      let least = rates(scenario, ends.least)
    else { return nil }
    return zip(most, least).map { $0 - $1 }
  }

  private func rates(_ scenario: Int, _ group: Int) -> [Double]? {
    let result = comparison.results[scenario]
    let years = comparison.timeline.years
    let headline = Measure.outcome(0, cause: nil, year: nil, group: group)
    guard let outcomes = result.value(headline)?.values else { return nil }
    var personYears = [Double](repeating: 0, count: outcomes.count)
    for boundary in 0...years {
      let weight = boundary == 0 || boundary == years ? 0.5 : 1
      guard let people = result.value(.residents(boundary: boundary, group: group))?.values else {
        return nil
      }
      for place in people.indices { personYears[place] += weight * people[place] }
    }
    return zip(outcomes, personYears).map { $1 > 0 ? $0 / $1 : 0 }
  }
}
