extension ModelDecoder {
  /// The keys that moves and events have in common.
  static let happeningKeys =
    ["id", "name", "eligible"] + ChanceKind.keys
    + ["multipliers", "triggers", "costs", "uses", "qalyLoss", "outcome", "cause"]

  /// The events of all files of a place.
  func events(_ node: Node?) -> (events: [Event], outlines: [HappeningOutline], isOpen: Bool) {
    let tops = resolveAll(node, .events, of: "lists of events")
    var decoded: [Happening] = []
    var isOpen = false
    if let node, !node.isList { isOpen = true }
    var seen: [String: Node] = [:]
    for top in tops {
      let list = top.flatMap { events(in: $0, seen: &seen) }
      decoded += list ?? []
      isOpen = isOpen || list == nil
    }
    return (decoded.compactMap(\.event), decoded.map(\.outline), isOpen)
  }

  /// The events of one file; nil when there is no list of them.
  func events(in top: Node, seen: inout [String: Node]) -> [Happening]? {
    // An event may stand by itself where a file of events may, whatever it lacks.
    let isEvent = Self.happeningKeys.contains { top[$0] != nil }
    if top["segflow"] == nil, top["events"] == nil, isEvent {
      return [event(top, seen: &seen)]
    }
    guard let record = file(top, .events, keys: ["events"], required: ["events"]),
      let node = record["events"]
    else { return nil }
    let elements = list(node, of: "events")
    guard node.isList else { return nil }
    return elements.map { event($0, seen: &seen) }
  }

  private func event(_ element: Node, seen: inout [String: Node]) -> Happening {
    guard
      let record = record(element, "an event", keys: Self.happeningKeys, required: ["id"])
    else { return Happening(outline: HappeningOutline(triggers: []), node: element) }
    var id = id(record["id"], "event", seen: &seen)
    if let clash = id, names.pathways.index(of: clash) != nil, let node = record["id"] {
      report(.eventNamedAsPathway(clash), at: node)
      // What is said of the event under its right name is no mistake.
      id = nil
    }
    return happening(record, id: id, name: id)
  }

  /// What moves and events have in common.
  func happening(_ record: Record, id: String?, name: String?) -> Happening {
    let title = words(record["name"]) ?? name
    let eligible = eligibility(record["eligible"])
    let (kind, chance) = chance(record)
    let multipliers = multipliers(record["multipliers"])
    let triggers = triggers(record["triggers"])
    let costs = distinct(record["costs"], of: "costs").compactMap(unitCost)
    let uses = uses(record["uses"], per: "perEvent", of: "a use of an event")
    let loss = quantity(record["qalyLoss"], .loss)
    let outcome = lookUp(record["outcome"], in: names.outcomes)
    let cause = words(record["cause"])
    if let node = record["cause"], record.lacks("outcome") {
      report(.causeWithoutOutcome, at: node)
    }
    if outcome != nil, cause ?? title == "all", let node = record["cause"] ?? record["name"] {
      report(.causeNamedAsTotal, at: node)
    }
    let outline = HappeningOutline(
      id: id, chance: kind, triggers: triggers.ids,
      isWhole: triggers.isWhole && !record.misspelt.contains("triggers"))
    var event: Event?
    if let id, let title, let chance, record.misspelt.isEmpty {
      event = Event(
        id: id, name: title, chance: chance, eligible: eligible, multipliers: multipliers,
        triggers: triggers.triggers, costs: costs, uses: uses, qalyLoss: loss, outcome: outcome,
        cause: cause)
    }
    let node = kind.flatMap { record[$0.key] } ?? record.node
    return Happening(outline: outline, event: event, node: node)
  }

  private func chance(_ record: Record) -> (ChanceKind?, Chance?) {
    let present = record.present(ChanceKind.keys)
    guard present.count == 1, let node = record[present[0]] else {
      if present.count > 1 {
        report(.severalOf(present), at: record.node)
      } else if ChanceKind.keys.allSatisfy(record.lacks) {
        let probability = ChanceKind.probability(names.step ?? .quarter)
        report(.noneOf([ChanceKind.rate.key, probability.key]), at: record.node)
      }
      return (nil, nil)
    }
    let kind = ChanceKind(key: present[0])
    guard case .probability(let period) = kind else {
      return (kind, quantity(node, .rate).map { .ratePerYear($0) })
    }
    if let step = names.step, step != period { report(.otherPeriod(kind.key, step), at: node) }
    return (kind, quantity(node, .probability).map { .probability($0, per: period) })
  }

  private func multipliers(_ node: Node?) -> [Multiplier] {
    guard let node else { return [] }
    var multipliers: [Multiplier] = []
    for member in entries(node, "multipliers by pathway") {
      let table = node.sibling(member.value)
      let pathway = lookUp(member, of: node, in: names.pathways)
      var ratios: [Int: Quantity] = [:]
      for ratio in entries(table, "multipliers by segment") {
        let value = quantity(table.sibling(ratio.value), .ratio)
        if let segment = lookUp(ratio, of: table, in: segments(of: pathway)) {
          ratios[segment] = value
        }
      }
      if let pathway { multipliers.append(Multiplier(pathway: pathway, ratios: ratios)) }
    }
    return multipliers.sorted { $0.pathway < $1.pathway }
  }

  private func unitCost(_ node: Node) -> UnitCost? {
    let needed = ["payer", "pounds"]
    let keys = needed + ["service", "kind"]
    guard let record = record(node, "a cost of an event", keys: keys, required: needed) else {
      return nil
    }
    let payer = lookUp(record["payer"], in: names.payers)
    let service = lookUp(record["service"], in: names.services)
    let pounds = quantity(record["pounds"], .cost)
    guard let payer, let pounds else { return nil }
    let kind = choice(record["kind"], of: UnitCostKind.self) ?? .activity
    return UnitCost(payer: payer, service: service, pounds: pounds, kind: kind)
  }
}
