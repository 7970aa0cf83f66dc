extension ModelDecoder {
  /// A table by age bands that cover every age.
  func bands(
    _ node: Node, _ rule: QuantityRule, _ leaves: inout [Node]
  ) -> [(AgeRange, ValueTree)]? {
    var bands: [(ages: AgeRange, key: JSONMember, tree: ValueTree?)] = []
    var other: (hasOne: Bool, tree: ValueTree?) = (false, nil)
    var isWhole = true
    for member in entries(node, "a table by age") {
      let tree = tree(node.sibling(member.value), rule, &leaves)
      if member.key == "other" {
        other = (true, tree)
      } else if let ages = ageKey(member, of: node) {
        bands.append((ages, member, tree))
      } else {
        isWhole = false
      }
    }
    guard node.isObject, isWhole else { return nil }
    guard let gaps = gaps(between: bands.map { ($0.ages, $0.key) }, in: node) else { return nil }
    guard gaps.isEmpty || other.hasOne else {
      report(.ageGap(gaps), at: node)
      return nil
    }
    let all = bands.map { ($0.ages, $0.tree) } + gaps.map { ($0, other.tree) }
    let whole = all.sorted { $0.0.lower < $1.0.lower }.compactMap { ages, tree in
      tree.map { (ages, $0) }
    }
    return whole.count == all.count ? whole : nil
  }

  /// A range of ages that stands as a key.
  func ageKey(_ member: JSONMember, of node: Node) -> AgeRange? {
    guard let ages = AgeRange(member.key) else {
      report(.notAges(member.key), at: member, of: node)
      return nil
    }
    return ages
  }

  /// The ages that no band covers, youngest first; nil when bands overlap, which is reported.
  func gaps(between bands: [(ages: AgeRange, key: JSONMember)], in node: Node) -> [AgeRange]? {
    let sorted = bands.sorted { $0.ages.lower < $1.ages.lower }
    var gaps: [AgeRange] = []
    var next = 0
    var last: AgeRange?
    var overlaps = false
    for band in sorted {
      if let last, band.ages.lower < next {
        report(.ageOverlap(band.key.key, last.description), at: band.key, of: node)
        overlaps = true
      } else if band.ages.lower > next {
        gaps.append(AgeRange(next, band.ages.lower - 1))
      }
      if band.ages.upper >= next { (next, last) = (band.ages.upper + 1, band.ages) }
    }
    if next <= AgeRange.oldest { gaps.append(AgeRange(next, AgeRange.oldest)) }
    return overlaps ? nil : gaps
  }

  /// A table of values at exact ages.
  func knots(
    _ node: Node, _ rule: QuantityRule, _ leaves: inout [Node]
  ) -> [(age: Double, value: Double)]? {
    let members = entries(node, "a table by exact age")
    var knots: [(age: Double, value: Double)] = []
    for member in members {
      let child = node.sibling(member.value)
      guard case .number = member.value.content else {
        report(.notNumber(member.value, expected: "a number"), at: child)
        continue
      }
      let tree = tree(child, rule, &leaves)
      let isPlain = member.key.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard isPlain, let age = Double(member.key), age <= Double(AgeRange.oldest) else {
        report(.notAge(member.key), at: member, of: node)
        continue
      }
      guard !knots.contains(where: { $0.age == age }) else {
        report(.repeatedName(member.key), at: member, of: node)
        continue
      }
      if case .constant(let value) = tree { knots.append((age, value)) }
    }
    guard node.isObject else { return nil }
    if members.isEmpty { report(.emptyTable, at: node) }
    guard !members.isEmpty, knots.count == members.count else { return nil }
    return knots.sorted { $0.age < $1.age }
  }
}
