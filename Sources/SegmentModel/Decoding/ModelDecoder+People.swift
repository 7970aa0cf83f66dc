extension ModelDecoder {
  /// Heads counted by any nesting of area, sex and age.
  func people(_ node: Node) -> [PeopleCell] {
    var cells: [PeopleCell] = []
    let isWhole = people(node, area: nil, sex: nil, ages: nil, &cells)
    // A millionth of a person can be shared out; far less cannot.
    if isWhole, !cells.contains(where: { $0.people > 1e-6 }) { report(.nobody, at: node) }
    // Of part of the people nothing follows.
    return isWhole ? cells : []
  }

  private func people(
    _ node: Node, area: Int?, sex: Int?, ages: AgeRange?, _ cells: inout [PeopleCell]
  ) -> Bool {
    if case .number = node.value.content {
      guard let people = number(node, in: 0...1e9) else { return false }
      // Nobody has no ages.
      if people == 0, ages == nil { return true }
      guard let ages else {
        report(.peopleWithoutAges, at: node)
        return false
      }
      cells.append(PeopleCell(area: area, sex: sex, ages: ages, people: people))
      return true
    }
    let axes = ["byArea", "bySex", "byAge"]
    guard let record = record(node, "a number of people or a table", keys: axes) else {
      return false
    }
    let present = record.present(axes)
    guard present.count == 1, let axis = record[present[0]] else {
      if present.count > 1 {
        report(.severalOf(present), at: node)
      } else if record.misspelt.isEmpty {
        report(.emptyTable, at: node)
      }
      return false
    }
    let taken = ["byArea": area != nil, "bySex": sex != nil, "byAge": ages != nil]
    guard taken[present[0]] == false else {
      report(.axisTwice(present[0]), at: axis)
      return false
    }
    return people(axis, by: present[0], area: area, sex: sex, ages: ages, &cells)
  }

  private func people(
    _ node: Node, by axis: String, area: Int?, sex: Int?, ages: AgeRange?,
    _ cells: inout [PeopleCell]
  ) -> Bool {
    var isWhole = true
    var bands: [(ages: AgeRange, key: JSONMember)] = []
    let groups = ["byArea": names.areas, "bySex": names.sexes][axis]
    let members = entries(node, "a table")
    for member in members {
      let child = node.sibling(member.value)
      var (area, sex, ages) = (area, sex, ages)
      let index = groups.flatMap { lookUp(member, of: node, in: $0) }
      if groups != nil, index == nil { isWhole = false }
      switch axis {
      case "byArea": area = index
      case "bySex": sex = index
      default:
        let band = ageKey(member, of: node)
        if let band { bands.append((band, member)) } else { isWhole = false }
        ages = band ?? AgeRange(0, AgeRange.oldest)
      }
      let childIsWhole = people(child, area: area, sex: sex, ages: ages, &cells)
      isWhole = isWhole && childIsWhole
    }
    guard node.isObject else { return false }
    // Of ages that cannot be read, nobody knows what they leave out.
    let isReadable = groups != nil || bands.count == members.count
    let isCovered =
      groups.map { covers($0, members.map(\.key), in: node) }
      ?? (isReadable && leavesNoGap(between: bands, in: node))
    return isWhole && isCovered
  }

  /// Whether a table names everybody; who is left out would be nobody, and the others more.
  private func covers(_ list: NameList, _ keys: [String], in node: Node) -> Bool {
    let missing = list.missing(among: keys)
    guard !missing.isEmpty, !list.isOpen else { return true }
    report(.peopleUncovered(missing), at: node)
    return false
  }

  /// Whether bands follow one another; there may be nobody younger or older than any band.
  private func leavesNoGap(
    between bands: [(ages: AgeRange, key: JSONMember)], in node: Node
  ) -> Bool {
    guard let gaps = gaps(between: bands, in: node) else { return false }
    let within = gaps.filter { gap in
      bands.contains { $0.ages.upper < gap.lower } && bands.contains { $0.ages.lower > gap.upper }
    }
    if !within.isEmpty { report(.peopleAgeGap(within), at: node) }
    return within.isEmpty
  }
}
