extension ModelDecoder {
  private static let targetKeys = [
    "id", "name", "use", "measure", "value", "error", "definition", "denominator", "source",
    "quality", "line",
  ]

  /// A target before its measure can be read.
  struct Goal {
    fileprivate var record: Record
    fileprivate var id: String?
    fileprivate var use: Target.Use?
  }

  /// The targets of a place; fixes their names, which quantities refer to.
  func goals(_ place: Record) -> [Goal] {
    var seen: [String: Node] = [:]
    let node = place["targets"]
    let tops = resolveAll(node, .targets, of: "lists of targets")
    let lists = tops.map { top in top.flatMap { goals(in: $0, seen: &seen) } }
    let all = lists.compactMap { $0 }.flatMap { $0 }
    names.goals = NameList(
      noun: "target", names: all.map { $0.id ?? "" },
      isOpen: lists.contains { $0 == nil } || all.contains { $0.id == nil }
        || place.misspelt.contains("targets") || node.map { !$0.isList } ?? false)
    names.goalUses = all.map(\.use)
    return all
  }

  /// The targets of a file by itself.
  func goals(in top: Node) -> [Goal] {
    var seen: [String: Node] = [:]
    return goals(in: top, seen: &seen) ?? []
  }

  private func goals(in top: Node, seen: inout [String: Node]) -> [Goal]? {
    guard let file = file(top, .targets, keys: ["targets"], required: ["targets"]),
      let node = file["targets"]
    else { return nil }
    let elements = list(node, of: "targets")
    guard node.isList else { return nil }
    return elements.compactMap { element in
      let required = ["id", "use", "measure", "value", "error", "definition"]
      guard let record = record(element, "a target", keys: Self.targetKeys, required: required)
      else { return nil }
      return Goal(
        record: record, id: id(record["id"], "target", seen: &seen),
        use: choice(record["use"], of: Target.Use.self))
    }
  }

  /// Reads targets once everything that they can measure is known.
  func targets(_ goals: [Goal]) -> [Target] {
    goals.enumerated().compactMap { index, goal in
      let record = goal.record
      let name = words(record["name"])
      let measure = expression(record["measure"], .target)
      let value = publishedValue(record["value"])
      let error = record["error"].flatMap { targetError($0, value: value) }
      let definition = words(record["definition"])
      let denominator = words(record["denominator"])
      let evidence = evidence(record)
      let line = integer(record["line"], in: 1...10_000_000)
      if goal.use == .calibration {
        checkSolved(index, value: value, record)
        if let measure, measure.counts.contains(where: \.followsResidents) {
          report(.calibratesToResidents, at: record["measure"] ?? record.node)
        }
      }
      guard let id = goal.id, let use = goal.use, let measure, let value, let error, let evidence
      else { return nil }
      return Target(
        id: id, name: name, use: use, measure: measure, value: value, error: error,
        definition: definition ?? "", denominator: denominator ?? "", evidence: evidence,
        line: line, location: record.node.location)
    }
  }

  /// The number published; where publications disagree, the one of the option in force.
  private func publishedValue(_ node: Node?) -> Double? {
    guard let choice = node?["byChoice"] else { return number(node, in: 0...1e15) }
    return inForce(of: choice) { branch, _ in number(branch, in: 0...1e15) }
  }

  private func checkSolved(_ index: Int, value: Double?, _ record: Record) {
    if value == 0, let node = record["value"] { report(.solvesForNothing, at: node) }
    // Only a place knows all that could be solved for it.
    guard place != nil, !names.targets.list.isOpen, log.isEmpty else { return }
    if !solvedGoals.contains(index) { report(.unsolved, at: record.node) }
  }

  private func targetError(_ node: Node, value: Double?) -> TargetError? {
    if case .string = node.value.content {
      guard let text = string(node) else { return nil }
      if text != "poisson" { report(.unknownWord(text, ["poisson"]), at: node) }
      return text == "poisson" ? .poisson : nil
    }
    let keys = ["standardError", "range95"]
    guard node.isObject else {
      let expected = "\"poisson\" or an object with 'standardError' or 'range95'"
      report(.wrongKind(found: node.value.kind, expected: expected), at: node)
      return nil
    }
    guard let record = record(node, "an error", keys: keys), oneOf(keys, record) != nil else {
      return nil
    }
    if let error = record["standardError"] {
      return number(error, in: Double.leastNormalMagnitude...1e15).map { .standardError($0) }
    }
    return record["range95"].flatMap { targetRange($0, value: value) }
  }

  private func targetRange(_ node: Node, value: Double?) -> TargetError? {
    let elements = list(node, of: "two numbers")
    guard node.isList else { return nil }
    guard elements.count == 2 else {
      report(.rangeNeedsTwo(elements.count), at: node)
      return nil
    }
    let ends = elements.compactMap { number($0, in: -1e15...1e15) }
    guard ends.count == 2 else { return nil }
    guard ends[0] < ends[1] else {
      report(.rangeReversed(ends[0], ends[1]), at: node)
      return nil
    }
    let range = ends[0]...ends[1]
    if let value, !range.contains(value) { report(.rangeWithout(value, range), at: node) }
    return .range95(range)
  }
}
