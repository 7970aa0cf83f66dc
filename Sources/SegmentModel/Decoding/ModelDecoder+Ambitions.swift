extension ModelDecoder {
  /// The ambitions of an intervention, each with the keys it changes.
  func ambitions(_ node: Node?) -> [(ambition: Ambition, changes: [String: Node])] {
    var seen: [String: Node] = [:]
    return list(node, of: "ambitions", mayBeEmpty: false).compactMap { element in
      let keys = ["id", "name", "change"]
      guard let record = record(element, "an ambition", keys: keys, required: ["id"]) else {
        return nil
      }
      let name = words(record["name"])
      let changes = record["change"].flatMap(changes)
      return id(record["id"], "ambition", seen: &seen).map {
        (Ambition(id: $0, name: name), changes ?? [:])
      }
    }
  }

  /// The keys of an intervention that an ambition or a scenario replaces.
  func changes(_ node: Node) -> [String: Node]? {
    record(node, "a change of an intervention", keys: Self.changeableKeys)?.members
  }

  /// Takes down which ambition a scenario wants of some of its interventions.
  func setAmbitions(
    _ node: Node, in interventions: inout [InterventionDraft], list: NameList
  ) {
    for member in entries(node, "ambitions by intervention") {
      let index = lookUp(member, of: node, in: list)
      let names = index.map { interventions[$0].ambitions } ?? .open("ambition")
      guard let position = lookUp(node.sibling(member.value), in: names) else { continue }
      if let index { interventions[index].ambition = names.names[position] }
    }
  }

  /// Puts an ambition in force wherever a scenario says nothing else of an intervention.
  func setAmbition(_ node: Node, in interventions: inout [InterventionDraft], isWhole: Bool) {
    guard let name = string(node) else { return }
    let lists = interventions.map(\.ambitions)
    guard lists.contains(where: { $0.index(of: name) != nil }) else {
      guard isWhole, !lists.contains(where: \.isOpen) else { return }
      report(.noneHasAmbition(name, lists.flatMap(\.names)), at: node)
      return
    }
    for index in interventions.indices where interventions[index].ambition == nil {
      guard !lists[index].names.isEmpty else { continue }
      if lookUp(node, in: lists[index]) != nil { interventions[index].ambition = name }
    }
  }
}
