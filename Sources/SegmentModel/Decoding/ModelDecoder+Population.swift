extension ModelDecoder {
  private static let populationKeys = [
    "residents", "sexes", "areaLabel", "areas", "deprivation", "ageBands", "people",
    "deprivationShares", "birthsPerYear", "joinersPerYear",
  ]

  /// The people of a place; also fixes the names of sexes, areas and deprivation groups.
  func population(_ top: Node) -> PopulationPlan? {
    guard
      let record = file(
        top, .population, keys: Self.populationKeys, required: ["residents"])
    else { return nil }
    names.residents = integer(record["residents"], in: 1...100_000_000)
    var plan = PopulationPlan(residents: names.residents ?? 1)
    if let node = record["sexes"] { plan.sexes = groups(node, "sex", of: "sexes") ?? [] }
    if let node = record["deprivation"] {
      plan.deprivation = groups(node, "deprivation group", of: "deprivation groups") ?? []
    }
    if let node = record["areas"] {
      let areas = things(node, "area")
      plan.areas = areas.isWhole ? areas.list.map { Area(id: $0.id, name: $0.name) } : []
      if areas.isWhole, areas.list.isEmpty { report(.emptyList, at: node) }
    }
    let strata =
      max(plan.areas.count, 1) * max(plan.sexes.count, 1) * max(plan.deprivation.count, 1)
    if strata > PopulationPlan.mostStrata, let node = record["areas"] ?? record["deprivation"] {
      let what = "combinations of area, deprivation and sex"
      report(.tooMany(strata, what, most: PopulationPlan.mostStrata), at: node)
    }
    names.sexes = nameList("sex", plan.sexes, open: !record.misspelt.isEmpty)
    names.deprivation = nameList(
      "deprivation group", plan.deprivation, open: !record.misspelt.isEmpty)
    names.areas = nameList("area", plan.areas.map(\.id), open: !record.misspelt.isEmpty)
    if let label = words(record["areaLabel"]) { plan.areaLabel = label }
    if let node = record["ageBands"] { plan.ageBands = ageBands(node) }
    if !record.misspelt.contains("ageBands") { names.ageBands = plan.ageBands }
    if let node = record["people"] {
      // Sums of fractions must not depend on the order of keys.
      plan.people = people(node).sorted {
        ($0.area ?? -1, $0.sex ?? -1, $0.ages.lower) < ($1.area ?? -1, $1.sex ?? -1, $1.ages.lower)
      }
    }
    plan.deprivationShares = deprivationShares(record)
    plan.birthsPerYear = quantity(record["birthsPerYear"], .people)
    if let node = record["joinersPerYear"] { plan.joinersPerYear = joiners(node) }
    checkJoiners(plan, record)
    return plan
  }

  /// Joiners copy the residents of their age, so there must be some.
  private func checkJoiners(_ plan: PopulationPlan, _ record: Record) {
    func somebody(aged ages: AgeRange) -> Bool {
      plan.people.contains {
        $0.people > 0 && $0.ages.lower <= ages.upper && ages.lower <= $0.ages.upper
      }
    }
    guard plan.people.contains(where: { $0.people > 0 }), !record.misspelt.contains("people")
    else { return }
    if let births = plan.birthsPerYear, births.scalar > 0, !somebody(aged: AgeRange(0, 0)),
      let node = record["birthsPerYear"]
    {
      report(.nobodyToCopy(AgeRange(0, 0)), at: node)
    }
    for joiners in plan.joinersPerYear
    where joiners.peoplePerYear.scalar > 0 && !somebody(aged: joiners.ages) {
      if let node = record["joinersPerYear"] { report(.nobodyToCopy(joiners.ages), at: node) }
    }
  }

  /// A list of names; without a single one it is broken, and any name is let pass.
  private func nameList(_ noun: String, _ names: [String], open: Bool) -> NameList {
    NameList(noun: noun, names: names, isOpen: open || names.isEmpty)
  }

  private func groups(_ node: Node, _ noun: String, of what: String) -> [String]? {
    let elements = list(node, of: what, mayBeEmpty: false)
    var seen: [String: Node] = [:]
    let ids = elements.compactMap { id($0, noun, seen: &seen) }
    return ids.count == elements.count ? ids : nil
  }

  private func ageBands(_ node: Node) -> [AgeRange] {
    let elements = list(node, of: "age bands")
    let bands = elements.compactMap(ages)
    guard node.isList, bands.count == elements.count else { return bands }
    var next = 0
    for (element, band) in zip(elements, bands) {
      guard band.lower == next else {
        report(.ageBandStart(band.description, expected: next), at: element)
        return bands
      }
      next = band.upper + 1
    }
    if next <= AgeRange.oldest { report(.ageGap([AgeRange(next, AgeRange.oldest)]), at: node) }
    return bands
  }

  private func joiners(_ node: Node) -> [Joiners] {
    var joiners: [Joiners] = []
    var bands: [(ages: AgeRange, key: JSONMember)] = []
    for member in entries(node, "joiners by age") {
      let people = quantity(node.sibling(member.value), .people)
      guard let ages = ageKey(member, of: node) else { continue }
      bands.append((ages, member))
      if let people { joiners.append(Joiners(ages, peoplePerYear: people)) }
    }
    _ = gaps(between: bands, in: node)
    return joiners.sorted { $0.ages.lower < $1.ages.lower }
  }

  private func deprivationShares(_ record: Record) -> [[Double]] {
    guard let node = record["deprivationShares"] else {
      let count = names.deprivation.names.count
      if count > 1, record.lacks("deprivationShares") {
        report(.missingKey("deprivationShares", of: "a population"), at: record.node)
      }
      return names.areas.names.map { _ in [Double](repeating: 1, count: count) }
    }
    var shares = [[Double]?](repeating: nil, count: names.areas.names.count)
    let members = entries(node, "deprivation shares by area")
    for member in members {
      let row = shareRow(node.sibling(member.value))
      guard let area = lookUp(member, of: node, in: names.areas) else { continue }
      shares[area] = row
    }
    let missing = names.areas.missing(among: members.map(\.key))
    if node.isObject, !names.areas.isOpen, !missing.isEmpty {
      report(.uncovered(names.areas, missing, allowsOther: false), at: node)
    }
    return shares.map { $0 ?? [] }
  }

  private func shareRow(_ node: Node) -> [Double]? {
    var row = [Double](repeating: 0, count: names.deprivation.names.count)
    var isWhole = true
    for member in entries(node, "shares by deprivation group") {
      let share = number(node.sibling(member.value), in: 0...1)
      let group = lookUp(member, of: node, in: names.deprivation)
      if let share, let group { row[group] = share } else { isWhole = false }
    }
    guard node.isObject, isWhole else { return nil }
    let sum = row.reduce(0, +)
    if abs(sum - 1) > 1e-6 { report(.sharesNotOne(sum), at: node) }
    return row
  }
}
