/// What each strategy costs and gives in each draw of what is not known.
///
/// Arrays are [strategy][draw]; a draw is the same one for every strategy.
public struct DecisionDraws: Sendable {
  /// Pounds: [strategy][draw].
  public let pounds: [[Double]]
  /// QALYs: [strategy][draw].
  public let qalys: [[Double]]

  /// Draws of at least one strategy, at least one draw, all numbers finite.
  public init(pounds: [[Double]], qalys: [[Double]]) {
    precondition(
      pounds.count == qalys.count && !pounds.isEmpty, "costs and QALYs are of the same strategies")
    precondition(
      (pounds + qalys).allSatisfy { $0.count == pounds[0].count && !$0.isEmpty },
      "every strategy has the same draws")
    self.pounds = pounds
    self.qalys = qalys
  }

  /// How many draws there are.
  public var draws: Int { pounds[0].count }

  /// Net monetary benefit, QALYs at a threshold less costs: [strategy][draw], in pounds.
  public func netBenefit(poundsPerQALY: Double) -> [[Double]] {
    zip(pounds, qalys).map { pounds, qalys in
      zip(pounds, qalys).map { $1 * poundsPerQALY - $0 }
    }
  }

  /// The decision at each of some thresholds, in pounds per QALY.
  ///
  /// Their chances of being best make the cost-effectiveness acceptability curve (CEAC), those of
  /// the best strategies the frontier (CEAF), their expected losses the loss curve.
  public func decisions(poundsPerQALY thresholds: [Double]) -> [Decision] {
    thresholds.map { Decision(netBenefit: netBenefit(poundsPerQALY: $0)) }
  }

  /// How the draws of one strategy against another lie on the cost-effectiveness plane.
  public func plane(of strategy: Int, against comparator: Int) -> CostEffectivenessPlane {
    CostEffectivenessPlane(
      extraPounds: zip(pounds[strategy], pounds[comparator]).map(-),
      extraQALYs: zip(qalys[strategy], qalys[comparator]).map(-))
  }
}
