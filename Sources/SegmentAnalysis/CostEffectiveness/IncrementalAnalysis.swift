/// Strategies in order of cost, those that are never the best choice set aside, and what each step
/// along the rest costs per QALY gained.
///
/// A strategy is dominated when another is at least as good and costs no more, and is better in one
/// of the two. It is extendedly dominated when a mix of two others is better than it. Two that come
/// to the same in both are kept as one, the first in order.
public struct IncrementalAnalysis: Hashable, Sendable {
  /// Where a strategy stands among the others; indices are into ``rows``.
  public enum Standing: Hashable, Sendable {
    /// On the frontier, as the cheapest strategy there.
    case cheapest
    /// On the frontier: pounds per QALY gained over the one before it there.
    case frontier(poundsPerQALY: Double, over: Int)
    /// Comes to the same as another.
    case same(as: Int)
    /// Another gives at least as much for no more.
    case dominated(by: Int)
    /// A mix of two others gives more for the same cost.
    case extendedlyDominated(by: Int, and: Int)
  }

  /// A strategy and where it stands.
  public struct Row: Hashable, Sendable {
    /// The strategy.
    public let strategy: Strategy
    /// Where it stands.
    public let standing: Standing
  }

  /// The strategies by rising cost; of equal ones the better, then the earlier, comes first.
  public let rows: [Row]

  /// The analysis of some strategies, which must have finite costs and QALYs.
  public init(_ strategies: [Strategy]) {
    let order = strategies.indices.sorted {
      let (a, b) = (strategies[$0], strategies[$1])
      return (a.pounds, -a.qalys, $0) < (b.pounds, -b.qalys, $1)
    }
    let sorted = order.map { strategies[$0] }
    var standings = Self.dominated(sorted)
    var frontier: [Int] = []
    for index in sorted.indices where standings[index] == nil {
      // Whoever makes the ratio fall from one step to the next is beaten by a mix of its neighbours.
      while frontier.count > 1 {
        let (before, last) = (frontier[frontier.count - 2], frontier[frontier.count - 1])
        guard
          Self.ratio(sorted[before], sorted[last]) > Self.ratio(sorted[last], sorted[index])
        else { break }
        frontier.removeLast()
      }
      frontier.append(index)
    }
    for (step, index) in frontier.enumerated() {
      standings[index] =
        step == 0
        ? .cheapest
        : .frontier(
          poundsPerQALY: Self.ratio(sorted[frontier[step - 1]], sorted[index]),
          over: frontier[step - 1])
    }
    rows = sorted.indices.map { index in
      Row(strategy: sorted[index], standing: standings[index] ?? Self.between(index, frontier))
    }
  }

  /// Who is beaten by a single other one; the strategies come by rising cost.
  private static func dominated(_ sorted: [Strategy]) -> [Standing?] {
    var best = 0
    return sorted.indices.map { index in
      guard index > 0 else { return nil }
      if sorted[index].qalys > sorted[best].qalys {
        best = index
        return nil
      }
      let (one, other) = (sorted[best], sorted[index])
      return one.pounds == other.pounds && one.qalys == other.qalys
        ? .same(as: best) : .dominated(by: best)
    }
  }

  /// The neighbours on the frontier of one that only a mix beats.
  private static func between(_ index: Int, _ frontier: [Int]) -> Standing {
    guard let after = frontier.firstIndex(where: { $0 > index }), after > 0 else {
      preconditionFailure("the cheapest and the best strategy are on the frontier")
    }
    return .extendedlyDominated(by: frontier[after - 1], and: frontier[after])
  }

  private static func ratio(_ a: Strategy, _ b: Strategy) -> Double {
    (b.pounds - a.pounds) / (b.qalys - a.qalys)
  }

  /// Where a row stands, in words.
  public func words(_ row: Row) -> String {
    switch row.standing {
    case .cheapest: "cheapest"
    case .frontier(_, let before): "on the frontier, after \(rows[before].strategy.id)"
    case .same(let other): "the same as \(rows[other].strategy.id)"
    case .dominated(let other): "dominated by \(rows[other].strategy.id)"
    case .extendedlyDominated(let a, let b):
      "extendedly dominated by \(rows[a].strategy.id) and \(rows[b].strategy.id)"
    }
  }
}
