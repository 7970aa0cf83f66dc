/// How often something is so among the draws of a run.
public struct ChanceEstimate: Hashable, Sendable {
  /// The share of replicates of all draws in which it is so.
  public var probability: Double
  /// How many draws that is over.
  public var draws: Int
  /// Replicates of each draw.
  public var replicates: Int

  /// Creates an estimate.
  public init(probability: Double, draws: Int, replicates: Int) {
    self.probability = probability
    self.draws = draws
    self.replicates = replicates
  }

  /// The Monte Carlo standard error, √(p (1 - p) / n); nil for a single replicate.
  ///
  /// Here n is the number of draws, or that of replicates of a single draw. Replicates of a draw are
  /// alike, so n is not their number; where they are not, the error is rather too large.
  public var standardError: Double? {
    let count = draws > 1 ? draws : replicates
    guard count > 1 else { return nil }
    return (max(0, probability * (1 - probability)) / Double(count)).squareRoot()
  }
}
