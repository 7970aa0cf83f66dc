extension ModelDecoder {
  /// Keys that say what an expression is.
  private static let expressionKinds = [
    "events", "outcome", "people", "personYears", "deaths", "reached", "pounds", "resource",
    "holding", "shareOfSpend", "sum", "difference", "product", "ratio", "in", "avoided",
  ]

  /// Keys that say more of an expression of a kind.
  private static func details(_ kind: String) -> [String] {
    switch kind {
    case "events", "personYears", "deaths", "reached": ["from", "years", "where"]
    case "outcome": ["causes", "from", "years", "where"]
    case "people": ["at", "where"]
    case "holding": ["atLeast", "at"]
    case "shareOfSpend": ["from"]
    case "pounds", "resource": ["from", "years"]
    case "in": ["of"]
    case "avoided": ["by"]
    default: []
    }
  }

  /// Arithmetic on what a run counts; nil once a mistake is reported.
  func expression(_ node: Node?, _ scope: ExpressionScope) -> Expression? {
    guard let node else { return nil }
    if case .number(let value) = node.value.content { return .number(value) }
    let kinds = Self.expressionKinds
    let keys = kinds + ["causes", "atLeast", "at", "from", "years", "where", "of", "by"]
    guard let record = record(node, "an expression", keys: keys),
      let kind = oneOf(kinds, record)
    else { return nil }
    for key in record.present(keys) where key != kind && !Self.details(kind).contains(key) {
      if let useless = record[key] { report(.keyBeside(key, kind), at: useless) }
    }
    return expression(kind, record, scope)
  }

  private func expression(
    _ kind: String, _ record: Record, _ scope: ExpressionScope
  ) -> Expression? {
    guard let node = record[kind] else { return nil }
    switch kind {
    case "sum": return operands(node, scope).map { .sum($0) }
    case "product": return operands(node, scope).map { .product($0) }
    case "difference": return pair(node, scope).map { .difference($0.0, $0.1) }
    case "ratio": return pair(node, scope).map { .ratio($0.0, $0.1) }
    case "in":
      if record.lacks("of") { report(.missingKey("of", of: "'in'"), at: record.node) }
      let id = scenarioID(node, scope)
      let inner = expression(record["of"], scope)
      guard let id, let inner else { return nil }
      return .inScenario(id, inner)
    case "avoided":
      if record.lacks("by") { report(.missingKey("by", of: "'avoided'"), at: record.node) }
      let id = scenarioID(record["by"], scope)
      let inner = expression(node, scope)
      guard let id, let inner else { return nil }
      return .avoided(inner, by: id)
    default: return count(kind, node, record, scope).map { .count($0) }
    }
  }

  private func operands(_ node: Node, _ scope: ExpressionScope) -> [Expression]? {
    let elements = list(node, of: "expressions", mayBeEmpty: false)
    let operands = elements.compactMap { expression($0, scope) }
    return operands.isEmpty || operands.count < elements.count ? nil : operands
  }

  private func pair(_ node: Node, _ scope: ExpressionScope) -> (Expression, Expression)? {
    let elements = list(node, of: "two expressions")
    guard node.isList else { return nil }
    guard elements.count == 2 else {
      report(.needsTwo(elements.count), at: node)
      return nil
    }
    let both = elements.compactMap { expression($0, scope) }
    return both.count == 2 ? (both[0], both[1]) : nil
  }

  private func scenarioID(_ node: Node?, _ scope: ExpressionScope) -> String? {
    knownName(node, in: scope.scenarios)
  }

  /// A name of a list, which a target cannot have.
  private func knownName(_ node: Node?, in list: NameList?) -> String? {
    guard let node, let name = string(node) else { return nil }
    guard let list else {
      report(.targetOfBaseline, at: node)
      return nil
    }
    if list.index(of: name) != nil || list.isOpen { return name }
    report(.unknownName(name, list), at: node)
    return nil
  }

  // MARK: - Counts

  private func count(
    _ kind: String, _ node: Node, _ record: Record, _ scope: ExpressionScope
  ) -> Count? {
    let isMoment = ["people", "holding"].contains(kind)
    let period = period(record, isMoment: isMoment)
    let margin = record["where"].flatMap(margin)
    let what = what(kind, node, record, scope)
    guard let what, let period, record["where"] == nil || margin != nil else { return nil }
    return Count(what, from: period.from, years: period.years, margin: margin)
  }

  private func what(
    _ kind: String, _ node: Node, _ record: Record, _ scope: ExpressionScope
  ) -> Count.What? {
    switch kind {
    case "events":
      return lookUpAll(node, in: names.targets.list).map { indices in
        .events(indices.sorted().map { names.targets.targets[$0] })
      }
    case "outcome":
      let outcome = lookUp(node, in: names.outcomes)
      let known = outcome.flatMap { $0 < names.causes.count ? names.causes[$0] : nil }
      let list = known ?? .open("cause")
      let causes = lookUpAll(record["causes"], in: list)?.map { list.names[$0] }
      return outcome.map { .outcome($0, causes: causes.map { Set($0) }) }
    case "people": return segmentsOrAll(node).map { .people($0) }
    case "personYears": return segmentsOrAll(node).map { .personYears($0) }
    case "deaths": return isAll(node) ? .deaths : nil
    case "reached":
      return knownName(node, in: scope.interventions).map { .reached($0) }
    case "resource": return lookUp(node, in: names.resources).map { .resource($0) }
    case "holding": return holding(node, record)
    case "shareOfSpend": return lookUp(node, in: names.spendSegments).map { .shareOfSpend($0) }
    default: return pounds(node)
    }
  }

  private func holding(_ node: Node, _ record: Record) -> Count.What? {
    if record.lacks("atLeast") {
      report(.missingKey("atLeast", of: "'holding'"), at: record.node)
    }
    let count = lookUp(node, in: names.counts)
    let most = count.map { names.countedPathways[$0] } ?? Int(UInt8.max)
    guard let atLeast = integer(record["atLeast"], in: 1...most), let count else { return nil }
    return .holding(count, atLeast: atLeast)
  }

  private func pounds(_ node: Node) -> Count.What? {
    guard let record = record(node, "a sum of pounds", keys: ["payer", "category"]) else {
      return nil
    }
    let payer = lookUp(record["payer"], in: names.payers)
    let category = choice(record["category"], of: CostCategory.self)
    guard record["payer"] == nil || payer != nil, record["category"] == nil || category != nil
    else { return nil }
    return .pounds(payer: payer, category: category)
  }

  /// The segments of one pathway, or nil inside for everybody.
  private func segmentsOrAll(_ node: Node) -> Count.Segments?? {
    guard node.isObject else { return isAll(node) ? .some(nil) : nil }
    let members = entries(node, "segments of one pathway")
    guard members.count == 1 else {
      report(.needsOnePathway(members.count), at: node)
      return nil
    }
    let pathway = lookUp(members[0], of: node, in: names.pathways)
    let segments = lookUpAll(node.sibling(members[0].value), in: segments(of: pathway))
    guard let pathway, let segments else { return nil }
    return Count.Segments(pathway: pathway, segments: segments)
  }

  private func isAll(_ node: Node) -> Bool {
    guard let text = string(node) else { return false }
    if text != "all" { report(.unknownWord(text, ["all"]), at: node) }
    return text == "all"
  }

  // MARK: - When and among whom

  private func period(_ record: Record, isMoment: Bool) -> (from: CalendarMonth, years: Int)? {
    let node = record[isMoment ? "at" : "from"]
    let stated = month(node)
    let years = isMoment ? 0 : record["years"] == nil ? 1 : integer(record["years"], in: 1...200)
    guard node == nil || stated != nil, let years, let from = stated ?? names.start else {
      return nil
    }
    if let start = names.start, let node {
      guard from >= start else {
        report(.before(from, start: start), at: node)
        return nil
      }
      guard (from.ordinal - start.ordinal) % 12 == 0 else {
        report(.offYear(from, start: start), at: node)
        return nil
      }
    }
    let last = CalendarMonth(ordinal: from.ordinal + 12 * years)
    if let end = names.end, last > end {
      report(.countedAfterEnd(last, end: end), at: node ?? record["years"] ?? record.node)
      return nil
    }
    return (from, years)
  }

  /// Some of the residents.
  func margin(_ node: Node) -> Margin? {
    let keys = ["area", "deprivation", "sex", "ages"]
    guard let record = record(node, "a part of the residents", keys: keys),
      let key = oneOf(keys, record)
    else { return nil }
    switch key {
    case "area": return lookUp(record["area"], in: names.areas).map { .area($0) }
    case "deprivation":
      return lookUp(record["deprivation"], in: names.deprivation).map { .deprivation($0) }
    case "sex": return lookUp(record["sex"], in: names.sexes).map { .sex($0) }
    default: return wholeBands(record["ages"])
    }
  }

  private func wholeBands(_ node: Node?) -> Margin? {
    guard let node, let ages = ages(node) else { return nil }
    let bands = names.ageBands
    guard
      bands.isEmpty
        || (bands.contains { $0.lower == ages.lower } && bands.contains { $0.upper == ages.upper })
    else {
      report(.notWholeBands(ages, bands), at: node)
      return nil
    }
    return .ages(ages)
  }
}
