/// A choice between strategies whose net benefit is not known for sure.
public struct Decision: Hashable, Sendable {
  /// The strategy of the highest mean net benefit, the first of equals: the one to choose now.
  ///
  /// Over thresholds, its chance of being best is the acceptability frontier.
  public let best: Int
  /// Mean net benefit of each strategy.
  public let meanNetBenefit: [Double]
  /// The share of draws in which each strategy is the best; equals share a draw evenly.
  public let chanceBest: [Double]
  /// The standard error of each chance, √(p(1 - p)/n).
  public let chanceErrors: [Double]
  /// How much net benefit is lost on average by choosing each strategy instead of whatever is best in
  /// the draw.
  ///
  /// The least of them is ``perfectInformation``.
  public let expectedLoss: [Double]
  /// The expected value of perfect information (EVPI): mean of the best less best of the means.
  ///
  /// From draws it is a little low on average, since the best of the means is not always the best.
  public let perfectInformation: Estimate

  /// The decision from net benefit in each draw: [strategy][draw], the draws the same for all.
  public init(netBenefit: [[Double]]) {
    precondition(
      netBenefit.first.map { first in
        !first.isEmpty && netBenefit.allSatisfy { $0.count == first.count }
      } ?? false, "a decision needs the same draws of every strategy")
    let draws = netBenefit[0].count
    let highest = (0..<draws).map { draw in
      netBenefit.reduce(-Double.infinity) { max($0, $1[draw]) }
    }
    var shares = [Double](repeating: 0, count: netBenefit.count)
    for draw in 0..<draws {
      let winners = netBenefit.indices.filter { netBenefit[$0][draw] == highest[draw] }
      for winner in winners { shares[winner] += 1 / Double(winners.count) }
    }
    let losses = netBenefit.map { Moments(zip(highest, $0).map(-)) }
    let means = netBenefit.map { Moments($0).mean }
    meanNetBenefit = means
    best = means.indices.max { means[$0] < means[$1] } ?? 0
    chanceBest = shares.map { $0 / Double(draws) }
    chanceErrors = chanceBest.map { (max(0, $0 * (1 - $0)) / Double(draws)).squareRoot() }
    expectedLoss = losses.map(\.mean)
    perfectInformation = Estimate(
      value: losses[best].mean, standardError: losses[best].standardError)
  }
}
