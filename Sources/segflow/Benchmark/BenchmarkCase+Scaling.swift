import SegmentModel

extension BenchmarkCase {
  /// Makes the place larger or smaller; whatever is a number of people changes in proportion.
  mutating func scale(toResidents residents: Int) {
    let factor = model.scale(toResidents: residents)
    for index in scenarios.indices { scenarios[index].scale(by: factor) }
  }

  /// Makes the pathways as many times as many, with copies that nobody leaves the place by.
  ///
  /// A copy has the segments, start and moves of the original, but what happens in it is not
  /// counted as an outcome, costs nothing and triggers nothing, so the rest of the place stays
  /// as it was.
  mutating func copyPathways(times: Int) {
    let originals = model.pathways
    let moves = originals.reduce(0) { $0 + $1.moves.count }
    for number in 1..<max(times, 1) {
      for original in originals {
        model.pathways.append(copy(of: original, number: number, at: model.pathways.count))
      }
    }
    let added = model.pathways.reduce(0) { $0 + $1.moves.count } - moves
    for index in scenarios.indices {
      for n in scenarios[index].interventions.indices {
        scenarios[index].interventions[n].shiftHappenings(from: moves, by: added)
      }
    }
  }

  private func copy(of original: Pathway, number: Int, at index: Int) -> Pathway {
    var copy = original
    copy.id += " copy \(number)"
    for segment in copy.segments.indices {
      copy.segments[segment].leaves = nil
      copy.segments[segment].costs = []
      copy.segments[segment].uses = []
      copy.segments[segment].utilityLoss = nil
    }
    copy.moves = original.moves.compactMap { move in
      guard let own = move.move, original.segments[own.to].leaves == nil else { return nil }
      var move = move
      move.id += " copy \(number)"
      move.move = OwnMove(pathway: index, from: own.from, to: own.to)
      move.outcome = nil
      move.triggers = []
      move.costs = []
      move.uses = []
      move.qalyLoss = nil
      return move
    }
    return copy
  }
}

extension Intervention {
  /// Points effects, costs and uses at where events stand once moves were added before them.
  fileprivate mutating func shiftHappenings(from first: Int, by count: Int) {
    func shifted(_ happening: Int) -> Int { happening < first ? happening : happening + count }
    effects = effects.map { effect in
      switch effect.target {
      case .happening(let happening):
        Effect(target: .happening(shifted(happening)), change: effect.change)
      case .trigger(let happening, let trigger):
        Effect(
          target: .trigger(happening: shifted(happening), trigger: trigger), change: effect.change)
      }
    }
    costs = costs.map { cost in
      guard case .perEvent(let unit, let happening) = cost else { return cost }
      return .perEvent(unit, happening: shifted(happening))
    }
    uses = uses.map { use in
      guard case .perEvent(let amount, let happening) = use else { return use }
      return .perEvent(amount, happening: shifted(happening))
    }
  }
}
