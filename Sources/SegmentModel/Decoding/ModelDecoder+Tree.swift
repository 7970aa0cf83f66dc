extension ModelDecoder {
  /// The keys that make an object a table.
  static let axes = [
    "byAge", "atAge", "bySex", "byArea", "byDeprivation", "bySegment", "byChoice",
  ]

  /// Whether an object is meant as a table.
  func isTable(_ node: Node) -> Bool {
    guard case .object(let members) = node.value.content else { return false }
    return members.contains { Self.axes.contains($0.key) }
  }

  /// A number or a table of numbers; every number that stands in it is added to `leaves`.
  func tree(_ node: Node, _ rule: QuantityRule, _ leaves: inout [Node]) -> ValueTree? {
    switch node.value.content {
    case .number(let value):
      leaves.append(node)
      guard rule.range.contains(value) else {
        report(.senseless(value, rule), at: node)
        return nil
      }
      return .constant(readsPositions ? Double(leaves.count - 1) : value)
    case .object: return table(node, rule, &leaves)
    default:
      report(.notNumber(node.value, expected: rule.noun), at: node)
      return nil
    }
  }

  private func table(_ node: Node, _ rule: QuantityRule, _ leaves: inout [Node]) -> ValueTree? {
    guard rule.allowsTable || node["byChoice"] != nil || !isTable(node) else {
      report(.needsOneNumber(rule), at: node)
      return nil
    }
    guard node["value"] == nil else {
      report(.evidenceInTable, at: node)
      return nil
    }
    guard let record = record(node, "a table", keys: Self.axes),
      let key = oneOf(Self.axes, record), let axis = record[key]
    else { return nil }
    if rule.tables == .byAge, !["byAge", "byChoice"].contains(key) {
      report(.needsAges(rule), at: node)
      return nil
    }
    switch key {
    case "byAge": return bands(axis, rule, &leaves).map { .byAge($0) }
    case "atAge": return knots(axis, rule, &leaves).map { .atAge($0) }
    case "bySex": return branches(axis, names.sexes, rule, &leaves).map { .bySex($0) }
    case "byArea": return branches(axis, names.areas, rule, &leaves).map { .byArea($0) }
    case "byDeprivation":
      return branches(axis, names.deprivation, rule, &leaves).map { .byDeprivation($0) }
    case "byChoice": return byChoice(axis, rule, &leaves)
    default: return bySegment(axis, rule, &leaves)
    }
  }

  private func byChoice(
    _ node: Node, _ rule: QuantityRule, _ leaves: inout [Node]
  ) -> ValueTree? {
    var chosen: [Node] = []
    let tree = inForce(of: node) { branch, isInForce -> ValueTree? in
      // Positions count on from the numbers that came before.
      var own = isInForce ? leaves : []
      let tree = self.tree(branch, rule, &own)
      if isInForce { chosen = own }
      return tree
    }
    if !chosen.isEmpty { leaves = chosen }
    return tree
  }

  private func branches(
    _ node: Node, _ list: NameList, _ rule: QuantityRule, _ leaves: inout [Node]
  ) -> [ValueTree]? {
    var branches = [ValueTree?](repeating: nil, count: list.names.count)
    var named: Set<Int> = []
    var other: ValueTree?
    let members = entries(node, "a table by \(list.noun)")
    for member in members {
      let tree = tree(node.sibling(member.value), rule, &leaves)
      if member.key == "other" {
        other = tree
      } else if let index = lookUp(member, of: node, in: list, orOther: true) {
        named.insert(index)
        branches[index] = tree
      }
    }
    guard node.isObject, !list.isOpen else { return nil }
    let missing = list.missing(among: members.map(\.key), orOther: true)
    if !missing.isEmpty {
      report(.uncovered(list, missing, allowsOther: true), at: node)
      return nil
    }
    for index in branches.indices where !named.contains(index) { branches[index] = other }
    let whole = branches.compactMap { $0 }
    return whole.count == branches.count ? whole : nil
  }

  private func bySegment(
    _ node: Node, _ rule: QuantityRule, _ leaves: inout [Node]
  ) -> ValueTree? {
    let members = entries(node, "a table by segment of one pathway")
    guard let earlier = rule.earlierPathways else {
      report(.bySegmentElsewhere, at: node)
      return nil
    }
    guard members.count == 1 else {
      if node.isObject { report(.needsOnePathway(members.count), at: node) }
      return nil
    }
    let pathway = lookUp(members[0], of: node, in: names.pathways)
    let table = node.sibling(members[0].value)
    if let pathway, pathway >= earlier {
      report(.laterPathway(members[0].key), at: members[0], of: node)
      return nil
    }
    let branches = branches(table, segments(of: pathway), rule, &leaves)
    guard let pathway, let branches else { return nil }
    return .bySegment(pathway: pathway, branches)
  }
}
