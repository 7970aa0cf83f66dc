extension Model {
  /// The model with every quantity replaced; see ``Quantity/mapParts(_:)`` for products.
  ///
  /// Quantities are met in a fixed order: population, pathways and events as the files list them.
  public func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> Model {
    var model = self
    model.baseUtility = try baseUtility.map(replace)
    model.population.birthsPerYear = try population.birthsPerYear.map(replace)
    model.population.joinersPerYear = try population.joinersPerYear.map {
      Joiners($0.ages, peoplePerYear: try replace($0.peoplePerYear))
    }
    model.pathways = try pathways.map { try $0.mapQuantities(replace) }
    model.events = try events.map { try $0.mapQuantities(replace) }
    return model
  }
}

extension Scenario {
  /// The scenario with every quantity replaced; see ``Quantity/mapParts(_:)`` for products.
  public func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> Scenario {
    var scenario = self
    scenario.interventions = try interventions.map { try $0.mapQuantities(replace) }
    return scenario
  }
}

extension Pathway {
  /// Every number and table of it, moves included, in a fixed order.
  var quantities: [Quantity] { quantitiesMet { _ = mapQuantities($0) } }

  fileprivate func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> Pathway {
    var pathway = self
    pathway.segments = try segments.map { try $0.mapQuantities(replace) }
    if case .shares(let shares) = start {
      var mapped: [Int: Quantity] = [:]
      for (segment, share) in shares.sorted(by: { $0.key < $1.key }) {
        mapped[segment] = try replace(share)
      }
      pathway.start = .shares(mapped)
    }
    pathway.moves = try moves.map { try $0.mapQuantities(replace) }
    return pathway
  }
}

extension Segment {
  fileprivate func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> Segment {
    var segment = self
    segment.costs = try costs.map { cost in
      RunningCost(
        payer: cost.payer, service: cost.service,
        poundsPerYear: try replace(cost.poundsPerYear))
    }
    segment.uses = try uses.map { try $0.mapQuantities(replace) }
    segment.utilityLoss = try utilityLoss.map(replace)
    return segment
  }
}

extension Event {
  /// Every number and table of it, in a fixed order.
  var quantities: [Quantity] { quantitiesMet { _ = mapQuantities($0) } }

  fileprivate func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> Event {
    var event = self
    switch chance {
    case .ratePerYear(let rate): event.chance = .ratePerYear(try replace(rate))
    case .probability(let probability, let period):
      event.chance = .probability(try replace(probability), per: period)
    }
    event.multipliers = try multipliers.map { multiplier in
      var ratios: [Int: Quantity] = [:]
      for (segment, ratio) in multiplier.ratios.sorted(by: { $0.key < $1.key }) {
        ratios[segment] = try replace(ratio)
      }
      return Multiplier(pathway: multiplier.pathway, ratios: ratios)
    }
    event.triggers = try triggers.map { try $0.mapQuantities(replace) }
    event.costs = try costs.map { try $0.mapQuantities(replace) }
    event.uses = try uses.map { try $0.mapQuantities(replace) }
    event.qalyLoss = try qalyLoss.map(replace)
    return event
  }
}

extension Trigger {
  fileprivate func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> Trigger {
    var trigger = self
    trigger.probability = try replace(probability)
    return trigger
  }
}

extension UnitCost {
  fileprivate func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> UnitCost {
    UnitCost(payer: payer, service: service, pounds: try replace(pounds), kind: kind)
  }
}

extension ResourceUse {
  fileprivate func mapQuantities(
    _ replace: (Quantity) throws -> Quantity
  ) rethrows -> ResourceUse {
    ResourceUse(resource: resource, amount: try replace(amount))
  }
}

extension Intervention {
  /// Every number and table of it, in a fixed order.
  var quantities: [Quantity] { quantitiesMet { _ = mapQuantities($0) } }

  fileprivate func mapQuantities(
    _ replace: (Quantity) throws -> Quantity
  ) rethrows -> Intervention {
    var intervention = self
    intervention.reach.ramp = try reach.ramp.map {
      ReachPoint(years: $0.years, share: try replace($0.share))
    }
    intervention.reach.factor = try reach.factor.map(replace)
    intervention.effects = try effects.map { effect in
      Effect(target: effect.target, change: try effect.change.mapQuantities(replace))
    }
    intervention.once = try once.map { try $0.mapQuantities(replace) }
    intervention.capacityPerYear = try capacityPerYear.map(replace)
    intervention.costs = try costs.map { cost in
      try cost.mapAmount { try $0.mapQuantities(replace) }
    }
    intervention.uses = try uses.map { use in try use.mapAmount { try $0.mapQuantities(replace) } }
    intervention.utilityGain = try utilityGain.map(replace)
    return intervention
  }
}

extension Change {
  fileprivate func mapQuantities(_ replace: (Quantity) throws -> Quantity) rethrows -> Change {
    switch self {
    case .multiplyRate(let ratio): .multiplyRate(try replace(ratio))
    case .addRatePerYear(let rate): .addRatePerYear(try replace(rate))
    case .setRatePerYear(let rate): .setRatePerYear(try replace(rate))
    case .setProbability(let chance): .setProbability(try replace(chance))
    }
  }
}

extension InterventionAmount {
  fileprivate func mapAmount(_ replace: (Amount) throws -> Amount) rethrows -> Self {
    switch self {
    case .perPersonReached(let amount): .perPersonReached(try replace(amount))
    case .perPersonYear(let amount): .perPersonYear(try replace(amount))
    case .perEvent(let amount, let happening):
      .perEvent(try replace(amount), happening: happening)
    case .perYear(let amount): .perYear(try replace(amount))
    }
  }
}

/// The quantities that a walk over them meets, in its order.
private func quantitiesMet(in walk: ((Quantity) -> Quantity) -> Void) -> [Quantity] {
  var all: [Quantity] = []
  walk {
    all.append($0)
    return $0
  }
  return all
}
