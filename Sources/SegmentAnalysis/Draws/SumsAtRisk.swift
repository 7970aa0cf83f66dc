import SegmentModel

/// What the reader checks at the central values, and a draw may break: products, the shares of
/// starts, and the probabilities of competing moves.
///
/// Where a draw comes to more than makes sense for somebody, the uncertain numbers of that product,
/// start or pathway are as in the files in this draw, and it is named.
struct SumsAtRisk: Sendable {
  private let model: Model
  private var products: [Quantity] = []
  private var starts: [Int] = []
  private var exits: [Int] = []
  /// Pathways of which the probability of a move is solved in every draw.
  private var solvedExits: [Int] = []

  /// Collects what has uncertain numbers.
  init(model: Model, scenarios: [Scenario]) {
    self.model = model
    var products: [String: Quantity] = [:]
    func collect(_ quantity: Quantity) -> Quantity {
      if !quantity.factors.isEmpty, quantity.isUncertain { products[quantity.id] = quantity }
      return quantity
    }
    _ = model.mapQuantities(collect)
    for scenario in scenarios { _ = scenario.mapQuantities(collect) }
    self.products = products.values.sorted { $0.id < $1.id }
    for (index, pathway) in model.pathways.enumerated() {
      if case .shares(let shares) = pathway.start, shares.values.contains(where: \.isUncertain) {
        starts.append(index)
      }
      let hasUncertain = pathway.moves.contains { move in
        if case .probability(let quantity, _) = move.chance { quantity.isUncertain } else { false }
      }
      if hasUncertain { exits.append(index) }
      let hasSolved = pathway.moves.contains { move in
        if case .probability(let quantity, _) = move.chance {
          !quantity.solved.isEmpty
        } else {
          false
        }
      }
      if hasSolved { solvedExits.append(index) }
    }
  }

  /// Puts the values of parameters back to what the files say wherever they break a sum; gives the
  /// names of what they broke.
  func mend(_ values: inout [Double], _ list: ParameterList) -> [String] {
    var broken: [String] = []
    for product in products {
      guard model.excess(of: list.drawn(product, values)) != nil else { continue }
      broken.append(product.id)
      putBack([product], &values, list)
    }
    for index in starts {
      guard case .shares(let shares) = model.pathways[index].start else { continue }
      var drawn = model
      drawn.pathways[index].start = .shares(shares.mapValues { list.drawn($0, values) })
      guard drawn.excessOfShares(pathway: index) != nil else { continue }
      broken.append("the start of \(model.pathways[index].id)")
      putBack(Array(shares.values), &values, list)
    }
    for index in exits {
      var drawn = model
      for move in drawn.pathways[index].moves.indices {
        let chance = drawn.pathways[index].moves[move].chance
        guard case .probability(let quantity, let period) = chance else { continue }
        drawn.pathways[index].moves[move].chance = .probability(
          list.drawn(quantity, values), per: period)
      }
      guard drawn.excessOfExits(pathway: index) != nil else { continue }
      broken.append("the moves of \(model.pathways[index].id)")
      putBack(model.pathways[index].moves.map(\.chance.quantity), &values, list)
    }
    return broken
  }

  /// Puts the probabilities of moves back to what the files say wherever solving them broke a sum; gives the
  /// names of what it broke.
  func restoreExits(of drawn: inout Model) -> [String] {
    var broken: [String] = []
    for index in solvedExits where drawn.excessOfExits(pathway: index) != nil {
      for move in drawn.pathways[index].moves.indices {
        drawn.pathways[index].moves[move].chance = model.pathways[index].moves[move].chance
      }
      broken.append("the moves of \(model.pathways[index].id)")
    }
    return broken
  }

  private func putBack(
    _ quantities: [Quantity], _ values: inout [Double], _ list: ParameterList
  ) {
    for quantity in quantities {
      _ = quantity.mapParts { part in
        for index in list.indices(of: part) { values[index] = list.central[index] }
        return part
      }
    }
  }
}
