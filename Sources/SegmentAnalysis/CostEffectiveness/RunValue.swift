import SegmentModel

/// What a run's draws say about the choice between its scenarios, at one discount rate, or one of costs
/// and one of health: costs and QALYs of everybody over the reported period.
///
/// A draw counts with the mean of its replicates, in which some luck is left.
public struct RunValue: Sendable {
  /// The rate, one of ``Catalogue/valueRates``.
  public let rate: DiscountRate
  /// Pounds of all payers at the rate.
  public let poundsMeasure: Measure
  /// QALYs at the rate.
  public let qalysMeasure: Measure
  /// Pounds and QALYs of each scenario in each draw.
  public let draws: DecisionDraws
  /// The scenarios by rising mean cost, with dominance.
  public let incremental: IncrementalAnalysis
  private let ids: [String]
  /// By scenario, pounds and QALYs of each draw, or of each replicate of the only one.
  private let samples: [(pounds: [Double], qalys: [Double])]

  /// The values at one of ``Catalogue/valueRates``; nil where the model has no QALYs.
  public init?(_ comparison: Comparison, rate: DiscountRate) {
    let catalogue = comparison.catalogue
    let poundsMeasure = Measure.spending(
      category: nil, payer: nil, rate: catalogue.index(ofRate: rate.costs), year: nil)
    let qalysMeasure = Measure.qalys(rate: catalogue.index(ofRate: rate.health), year: nil)
    let found = comparison.results.compactMap { result -> (pounds: Finding, qalys: Finding)? in
      guard let pounds = result.value(poundsMeasure), let qalys = result.value(qalysMeasure) else {
        return nil
      }
      return (pounds, qalys)
    }
    let pounds = found.compactMap(\.pounds.drawMeans)
    let qalys = found.compactMap(\.qalys.drawMeans)
    guard !pounds.isEmpty, pounds.count == comparison.results.count, qalys.count == pounds.count,
      !pounds[0].isEmpty
    else { return nil }
    (self.rate, self.poundsMeasure, self.qalysMeasure) = (rate, poundsMeasure, qalysMeasure)
    samples =
      pounds[0].count > 1
      ? Array(zip(pounds, qalys)).map { (pounds: $0, qalys: $1) }
      : found.map { (pounds: $0.pounds.values ?? [], qalys: $0.qalys.values ?? []) }
    draws = DecisionDraws(pounds: pounds, qalys: qalys)
    ids = comparison.results.map(\.scenario.id)
    incremental = IncrementalAnalysis(
      comparison.results.indices.map { index in
        Strategy(
          id: comparison.results[index].scenario.id, pounds: Moments(pounds[index]).mean,
          qalys: Moments(qalys[index]).mean)
      })
  }

  /// What a row costs and gives more than the one before it on the frontier; nil off the frontier.
  public func step(_ row: IncrementalAnalysis.Row) -> FrontierStep? {
    guard case .frontier(_, let before) = row.standing,
      let own = ids.firstIndex(of: row.strategy.id),
      let other = ids.firstIndex(of: incremental.rows[before].strategy.id)
    else { return nil }
    return FrontierStep(
      pounds: zip(samples[own].pounds, samples[other].pounds).map(-),
      qalys: zip(samples[own].qalys, samples[other].qalys).map(-))
  }

  /// What knowing parameters would be worth at a threshold, and which cause the doubt.
  ///
  /// Nil with fewer than ``fewestDraws`` draws, without a second scenario, or where nothing is
  /// uncertain.
  public func information(_ log: DrawLog, poundsPerQALY: Double, most: Int = 10) -> Information? {
    guard draws.draws >= Self.fewestDraws, draws.pounds.count > 1, log.draws.count == draws.draws
    else { return nil }
    let benefit = draws.netBenefit(poundsPerQALY: poundsPerQALY)
    let decision = Decision(netBenefit: benefit)
    let values = log.parameters.indices.map { index in log.draws.map { $0.values[index] } }
    let varying = log.parameters.indices.filter { index in
      values[index].contains { $0 != values[index][0] }
    }
    guard !varying.isEmpty else { return nil }
    // What the choice hangs on: the best against the next.
    let order = benefit.indices.sorted {
      (-decision.meanNetBenefit[$0], $0) < (-decision.meanNetBenefit[$1], $1)
    }
    let lead = zip(benefit[order[0]], benefit[order[1]]).map(-)
    let shares =
      VarianceShares(
        result: lead, luckVariance: 0, parameters: varying.map { values[$0] }
      ).parameters ?? []
    let widest = zip(varying, shares).sorted {
      (-$0.1.value, $0.0) < (-$1.1.value, $1.0)
    }.prefix(most)
    var entries: [Information.Entry] = []
    for tag in ParameterTag.allCases {
      let own = varying.filter { log.parameters[$0].tag == tag }
      guard !own.isEmpty else { continue }
      entries.append(
        Information.Entry(
          tag: tag, parameter: nil, share: nil,
          value: PartialInformation.value(netBenefit: benefit, parameters: own.map { values[$0] })))
    }
    entries += widest.map { index, share in
      Information.Entry(
        tag: log.parameters[index].tag, parameter: log.parameters[index], share: share,
        value: PartialInformation.value(netBenefit: benefit, parameters: [values[index]]))
    }
    return Information(entries: entries, decision: decision)
  }

  /// The draws below which a regression on them says little.
  public static let fewestDraws = 20

  /// What knowing parameters would be worth.
  public struct Information: Sendable {
    /// A tag with all its parameters, or one parameter.
    public struct Entry: Sendable {
      /// The tag.
      public let tag: ParameterTag
      /// The parameter; nil for all of the tag.
      public let parameter: Parameter?
      /// Its share of the variance between draws of the lead of the best scenario over the next.
      public let share: Estimate?
      /// The expected value of knowing it for sure (EVPPI), in pounds.
      public let value: Estimate
    }

    /// Tags first, then the parameters with the largest shares of variance.
    public let entries: [Entry]
    /// The choice at the threshold.
    public let decision: Decision
  }
}
