import SegmentModel
import SegmentSimulation

/// How the shares of one whole are drawn together: a Dirichlet, as gammas over their sum.
struct SplitLuck: Sendable {
  /// What the shares come to.
  let total: Double
  /// How large a sample would know the shares as well.
  let sampleSize: Double
  private let members: [ParameterLuck?]

  /// A split into shares with central values that come to `total`, known as from a sample of some
  /// size; `ids` name the shares.
  init(_ shares: [Double], total: Double, sampleSize: Double, ids: [String]) {
    self.total = total
    self.sampleSize = sampleSize
    members = zip(shares, ids).map { share, id in
      guard share > 0 else { return nil }
      let gamma = Distribution(.gamma(shape: sampleSize * share / total, scale: 1))
      return ParameterLuck(gamma, id: id, correlation: nil)
    }
  }

  /// The shares in a draw.
  func values(draw: Int, _ luck: Luck) -> [Double] {
    let gammas = members.map { $0?.value(draw: draw, luck) ?? 0 }
    let sum = gammas.reduce(0, +)
    return gammas.map { total * ($0 / sum) }
  }
}
