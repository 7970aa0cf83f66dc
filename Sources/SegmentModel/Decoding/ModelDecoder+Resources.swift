extension ModelDecoder {
  /// The resources of a place; fixes their names.
  func resources(_ place: Record) -> [Resource] {
    let node = place["resources"]
    let elements = list(node, of: "resources")
    var seen: [String: Node] = [:]
    let resources = elements.compactMap { element -> Resource? in
      let keys = ["id", "name", "unit"]
      guard let record = record(element, "a resource", keys: keys, required: ["id", "unit"])
      else { return nil }
      let (name, unit) = (words(record["name"]), words(record["unit"]))
      return id(record["id"], "resource", seen: &seen).map {
        Resource(id: $0, name: name, unit: unit ?? "")
      }
    }
    let isRead = node?.isList ?? place.lacks("resources")
    names.resources = NameList(
      noun: "resource", names: resources.map(\.id),
      isOpen: !isRead || resources.count < elements.count)
    return resources
  }

  /// What something takes of resources; `key` says for what the amounts are.
  func uses(_ node: Node?, per key: String, of what: String) -> [ResourceUse] {
    distinct(node, of: "uses").compactMap { element in
      let keys = ["resource", key]
      guard let record = record(element, what, keys: keys, required: keys) else { return nil }
      return use(record, amount: record[key], .amount)
    }
  }

  /// What an intervention takes of a resource.
  func interventionUse(_ node: Node) -> InterventionUse? {
    let kinds = ["perPersonReached", "perPersonYear", "perEvent", "perYear"]
    let keys = ["resource", "on"] + kinds
    guard
      let record = record(node, "a use of an intervention", keys: keys, required: ["resource"])
    else { return nil }
    guard let kind = oneOf(kinds, record) else {
      _ = lookUp(record["resource"], in: names.resources)
      return nil
    }
    let use = use(record, amount: record[kind], .amount.ofDelivery)
    let happening = happening(countedBy: record, kind, perEvent: "perEvent", "a use per event")
    guard let use else { return nil }
    switch kind {
    case "perPersonReached": return .perPersonReached(use)
    case "perPersonYear": return .perPersonYear(use)
    case "perEvent": return happening.map { .perEvent(use, happening: $0) }
    default: return .perYear(use)
    }
  }

  private func use(_ record: Record, amount: Node?, _ rule: QuantityRule) -> ResourceUse? {
    let resource = lookUp(record["resource"], in: names.resources)
    let amount = quantity(amount, rule)
    guard let resource, let amount else { return nil }
    return ResourceUse(resource: resource, amount: amount)
  }

  // MARK: - What an intervention pays for or takes

  /// The happening named under `on`, which belongs to amounts per event and to no others.
  func happening(
    countedBy record: Record, _ key: String, perEvent: String, _ what: String
  ) -> Int? {
    guard key == perEvent else {
      if let on = record["on"] { report(.onWithout(key, only: perEvent), at: on) }
      return nil
    }
    if record.lacks("on") { report(.missingKey("on", of: what), at: record.node) }
    guard let on = record["on"], let index = lookUp(on, in: names.targets.list) else { return nil }
    guard case .happening(let happening) = names.targets.targets[index] else {
      report(.countOnTrigger(names.targets.list.names[index]), at: on)
      return nil
    }
    return happening
  }
}
