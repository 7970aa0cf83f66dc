extension Model {
  /// For whom the shares of a pathway's start come to more than the whole; nil when for nobody.
  public func excessOfShares(pathway: Int) -> String? {
    guard case .shares(let shares) = pathways[pathway].start else { return nil }
    return excess(of: SumCheck.terms(ofShares: shares))
  }

  /// The segment that the moves of a pathway leave with probabilities of more than the whole, and
  /// for whom; nil when there is none.
  public func excessOfExits(pathway: Int) -> String? {
    let (moves, segments) = (pathways[pathway].moves, pathways[pathway].segments)
    for segment in segments.indices {
      let terms = SumCheck.terms(ofExits: moves, from: segment)
      if let who = excess(of: terms) { return "\(segments[segment].id), \(who)" }
    }
    return nil
  }

  /// For whom a quantity is more than makes sense; nil when for nobody.
  public func excess(of quantity: Quantity) -> String? {
    excess(of: [SumCheck.Term(values: quantity.values)], above: quantity.range.upperBound)
  }

  private func excess(of terms: [SumCheck.Term], above whole: Double = 1) -> String? {
    guard terms.reduce(0, { $0 + $1.values.ceiling }) > SumCheck.limit(whole) else { return nil }
    return SumCheck(terms, Names(self)).firstExcess(above: whole)?.who
  }
}

extension Names {
  /// The names by which a model tells residents apart.
  fileprivate init(_ model: Model) {
    sexes = NameList(noun: "sex", names: model.population.sexes)
    areas = NameList(noun: "area", names: model.population.areas.map(\.id))
    deprivation = NameList(noun: "deprivation group", names: model.population.deprivation)
    pathways = NameList(noun: "pathway", names: model.pathways.map(\.id))
    segments = model.pathways.map {
      NameList(noun: "segment", owner: $0.id, names: $0.segments.map(\.id))
    }
  }
}
