extension ModelDecoder {
  /// The keys that ambitions and scenarios can change.
  static let changeableKeys = [
    "name", "starts", "ends", "eligible", "propensity", "reach", "effects", "once",
    "capacityPerYear", "costs", "uses", "utilityGain",
  ]

  /// An intervention in the ambition in force, with what scenarios change in it.
  ///
  /// `setters` notes what it sets. Checks it in every other ambition as well, and as written.
  func intervention(
    _ draft: InterventionDraft, setters: inout [EffectTarget: Node]
  ) -> Intervention? {
    canSolve = false
    defer { canSolve = true }
    guard
      let plain = file(
        draft.top, .intervention, keys: ["id"] + Self.changeableKeys + ["ambitions"],
        required: ["id", "starts"])
    else { return nil }
    let ambitions = ambitions(plain["ambitions"])
    let inForce = ambitions.first { $0.ambition.id == draft.ambition }
    checkAside {
      let isChanged = inForce != nil || !draft.changes.isEmpty
      let others = ambitions.map(\.changes) + (ambitions.isEmpty || !isChanged ? [] : [[:]])
      for changes in others {
        var setters: [EffectTarget: Node] = [:]
        _ = intervention(plain.replacing(changes), &setters)
      }
    }
    let record = plain.replacing(inForce?.changes ?? [:]).replacing(draft.changes)
    var result = intervention(record, &setters)
    result?.ambition = inForce?.ambition
    return result
  }

  private func intervention(
    _ record: Record, _ setters: inout [EffectTarget: Node]
  ) -> Intervention? {
    let id = identifier(record["id"])
    check(record["id"], id, of: "an intervention", isNone: Intervention.reservedIDs)
    let name = words(record["name"])
    let starts = month(record["starts"])
    let ends = month(record["ends"])
    checkMonths(record, starts: starts, ends: ends)
    let eligible = eligibility(record["eligible"])
    let propensity = identifier(record["propensity"])
    let reach = record["reach"].flatMap(reach)
    let effects = distinct(record["effects"], of: "effects").compactMap { effect($0, &setters) }
    let once = triggers(record["once"]).triggers
    let capacity = quantity(record["capacityPerYear"], .capacity)
    let costs = distinct(record["costs"], of: "costs").compactMap(interventionCost)
    let uses = distinct(record["uses"], of: "uses").compactMap(interventionUse)
    let gain = quantity(record["utilityGain"], .utilityGain)
    guard let id, let starts else { return nil }
    return Intervention(
      id: id, name: name, starts: starts, ends: ends, eligible: eligible, propensity: propensity,
      reach: reach ?? Reach(share: 1), effects: effects, once: once, capacityPerYear: capacity,
      costs: costs, uses: uses, utilityGain: gain)
  }

  private func checkMonths(_ record: Record, starts: CalendarMonth?, ends: CalendarMonth?) {
    if let starts, let start = names.start, starts < start, let node = record["starts"] {
      report(.before(starts, start: start), at: node)
    }
    if let starts, let end = names.end, starts >= end, let node = record["starts"] {
      report(.afterEnd(starts, end: end), at: node)
    }
    guard let starts, let ends, ends <= starts, let node = record["ends"] else { return }
    if let changed = record["starts"], record.isReplaced("starts"), !record.isReplaced("ends") {
      report(.startsAfterEnd(starts, ends: ends), at: changed)
    } else {
      report(.endsBeforeStart(ends, starts: starts), at: node)
    }
  }

  // MARK: - Reach

  private func reach(_ node: Node) -> Reach? {
    let isNumber = isTable(node) || Self.numberKeys.contains { node[$0] != nil }
    guard node.isObject, node["ramp"] != nil || !isNumber else {
      return quantity(node, .share).map { Reach(ramp: [ReachPoint(years: 0, share: $0)]) }
    }
    let keys = ["ramp", "factor"]
    guard let record = record(node, "a reach", keys: keys, required: ["ramp"]) else { return nil }
    let factor = quantity(record["factor"], .factor)
    guard let ramp = record["ramp"] else { return nil }
    let elements = list(ramp, of: "points", mayBeEmpty: false)
    let points = elements.compactMap(rampPoint)
    for (previous, next) in zip(points, points.dropFirst()) where next.years <= previous.years {
      report(.rampNotRising(next.years, after: previous.years), at: ramp)
    }
    return points.isEmpty ? nil : Reach(ramp: points, factor: factor)
  }

  private func rampPoint(_ node: Node) -> ReachPoint? {
    let keys = ["years", "share"]
    guard let record = record(node, "a point of a ramp", keys: keys, required: keys) else {
      return nil
    }
    let years = number(record["years"], in: 0...200)
    let share = quantity(record["share"], .share)
    guard let years, let share else { return nil }
    return ReachPoint(years: years, share: share)
  }

  // MARK: - Effects

  private static let setKeys = ["setRatePerYear", "setProbability"]
  private static let changeKeys = ["multiplyRate", "addRatePerYear"] + setKeys

  private func effect(_ node: Node, _ setters: inout [EffectTarget: Node]) -> Effect? {
    let keys = ["on"] + Self.changeKeys
    guard let record = record(node, "an effect", keys: keys, required: ["on"]) else { return nil }
    let target = lookUp(record["on"], in: names.targets.list).map { names.targets.targets[$0] }
    let present = record.present(Self.changeKeys)
    guard present.count == 1, let number = record[present[0]] else {
      if present.count > 1 {
        report(.severalOf(present), at: node)
      } else if Self.changeKeys.allSatisfy(record.lacks) {
        report(.noneOf(Self.changeKeys), at: node)
      }
      return nil
    }
    let change = change(present[0], number)
    guard let target else { return nil }
    check(present[0], on: target, at: number)
    if Self.setKeys.contains(present[0]), let first = setters.updateValue(number, forKey: target) {
      report(.setTwice(string(record["on"]) ?? "", first: first.place), at: number)
    }
    return change.map { Effect(target: target, change: $0) }
  }

  private func change(_ key: String, _ node: Node) -> Change? {
    switch key {
    case "multiplyRate": quantity(node, .ratio).map { .multiplyRate($0) }
    case "addRatePerYear": quantity(node, .addedRate).map { .addRatePerYear($0) }
    case "setRatePerYear": quantity(node, .rate).map { .setRatePerYear($0) }
    default: quantity(node, .probability).map { .setProbability($0) }
    }
  }

  /// Checks that a change suits how the chance of its target is given.
  private func check(_ key: String, on target: EffectTarget, at node: Node) {
    guard key != "multiplyRate" else { return }
    switch target {
    case .trigger:
      if key != "setProbability" { report(.wrongTriggerChange(key), at: node) }
    case .happening(let index):
      switch names.targets.chances[index] {
      case .rate where key == "setProbability": report(.setsProbabilityOfRate, at: node)
      case .probability where key != "setProbability":
        report(.changesRateOfProbability(key), at: node)
      default: break
      }
    }
  }

  // MARK: - Costs

  private func interventionCost(_ node: Node) -> InterventionCost? {
    let kinds = [
      "poundsPerPersonReached", "poundsPerPersonYear", "poundsPerEvent", "poundsPerYear",
    ]
    let keys = ["payer", "service", "on"] + kinds
    guard let record = record(node, "a cost of an intervention", keys: keys, required: ["payer"])
    else { return nil }
    let payer = lookUp(record["payer"], in: names.payers)
    let service = lookUp(record["service"], in: names.services)
    guard let kind = oneOf(kinds, record) else { return nil }
    let pounds = quantity(record[kind], .cost.ofDelivery)
    let happening = happening(
      countedBy: record, kind, perEvent: "poundsPerEvent", "a cost per event")
    guard let payer, let pounds else { return nil }
    let cost = UnitCost(payer: payer, service: service, pounds: pounds)
    switch kind {
    case "poundsPerPersonReached": return .perPersonReached(cost)
    case "poundsPerPersonYear": return .perPersonYear(cost)
    case "poundsPerEvent": return happening.map { .perEvent(cost, happening: $0) }
    default: return .perYear(cost)
    }
  }
}
