import SegmentModel
import SegmentSimulation

/// Which subsets of a scenario's interventions one draw needs, and how their values are shared out.
///
/// A share is the Shapley value: what an intervention adds to those before it, as a mean over the
/// orders in which they could be switched on. ``AttributionMethod/exact`` has all subsets and so all
/// orders. ``AttributionMethod/orders`` takes one random order and its reverse, whose mean is unbiased
/// over draws, and nearly free of noise where overlaps are of two at a time. In both, the shares of
/// each draw add up to the total.
public struct AttributionPlan: Hashable, Sendable {
  /// How many interventions there are.
  public let interventions: Int
  /// How shares are worked out.
  public let method: AttributionMethod
  /// Whether each intervention alone and last in are known.
  public let knowsAlone: Bool
  /// The order that is walked, and then walked back.
  let order: [Int]

  /// The most interventions whose subsets are all run: 4,096 runs.
  public static let mostExact = 12
  /// The most interventions of all.
  public static let most = 64

  /// The plan of a draw for interventions with these ids, at most ``most`` of them, or
  /// ``mostExact`` with all subsets.
  ///
  /// The order depends on the seed, the draw and the ids alone. `alone` asks for each intervention
  /// alone and last in, which ``AttributionMethod/exact`` has anyhow.
  public init(
    interventions ids: [String], seed: UInt64, draw: Int, method: AttributionMethod = .orders,
    alone: Bool = false
  ) {
    let places = ids.map { Luck.place(ofIntervention: $0, seed: seed, draw: draw) }
    self.init(
      order: ids.indices.sorted { (places[$0], $0) < (places[$1], $1) }, method: method,
      alone: alone)
  }

  /// The plan that walks an order.
  init(order: [Int], method: AttributionMethod, alone: Bool) {
    precondition(
      order.count <= (method == .exact ? Self.mostExact : Self.most), "too many interventions")
    self.order = order
    self.method = method
    interventions = order.count
    knowsAlone = alone || method == .exact
  }

  /// The subsets whose values are needed, each once: nobody first, then all, then the others.
  public var subsets: [InterventionSet] {
    let all = InterventionSet(first: interventions)
    var needed: [InterventionSet] = [[], all]
    switch method {
    case .exact: needed += (0..<1 << UInt64(interventions)).map { InterventionSet(rawValue: $0) }
    case .orders: needed += walk(order) + walk(order.reversed())
    }
    if knowsAlone {
      needed += order.sorted().map { InterventionSet(only: $0) }
      needed += order.sorted().map { all.subtracting(InterventionSet(only: $0)) }
    }
    return needed.distinct
  }

  /// The subsets met as interventions are switched on one after the other, nobody first.
  private func walk(_ order: [Int]) -> [InterventionSet] {
    order.reduce(into: [[]]) { $0.append($0[$0.count - 1].union(InterventionSet(only: $1))) }
  }

  /// Shares out the values of a draw, which must be there for every one of ``subsets``; each is a
  /// list of as many measures, and what is shared out is all minus nobody.
  public func attributed(_ values: [InterventionSet: [Double]]) -> AttributedDraw {
    func value(_ subset: InterventionSet) -> [Double] {
      guard let value = values[subset] else { preconditionFailure("a subset was not run") }
      return value
    }
    func added(_ place: Int, to subset: InterventionSet) -> [Double] {
      zip(value(subset.union(InterventionSet(only: place))), value(subset)).map(-)
    }
    let all = InterventionSet(first: interventions)
    let places = Array(0..<interventions)
    let shares =
      switch method {
      case .exact: places.map { exact($0, added) }
      case .orders: walked(added)
      }
    return AttributedDraw(
      total: zip(value(all), value([])).map(-), shares: shares,
      alone: knowsAlone ? places.map { added($0, to: []) } : nil,
      lastIn: knowsAlone
        ? places.map { added($0, to: all.subtracting(InterventionSet(only: $0))) } : nil)
  }

  /// The mean of what each adds in the order and in its reverse.
  private func walked(_ added: (Int, InterventionSet) -> [Double]) -> [[Double]] {
    var shares = [[Double]](repeating: [], count: interventions)
    for order in [order, order.reversed()] {
      for (place, before) in zip(order, walk(order)) {
        let half = added(place, before).map { $0 / 2 }
        shares[place] = shares[place].isEmpty ? half : zip(shares[place], half).map(+)
      }
    }
    return shares
  }

  /// The mean of what one adds over all orders: each subset by the share of orders that it precedes
  /// the intervention in.
  private func exact(_ place: Int, _ added: (Int, InterventionSet) -> [Double]) -> [Double] {
    var weights = [1 / Double(interventions)]
    for size in 1..<max(interventions, 1) {
      weights.append(weights[size - 1] * Double(size) / Double(interventions - size))
    }
    let others = (0..<1 << UInt64(interventions)).map { InterventionSet(rawValue: $0) }
      .filter { !$0.has(place) }
    return others.reduce([]) { sum, subset in
      let part = added(place, subset).map { $0 * weights[subset.count] }
      return sum.isEmpty ? part : zip(sum, part).map(+)
    }
  }
}
