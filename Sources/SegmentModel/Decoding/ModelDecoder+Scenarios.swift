extension ModelDecoder {
  /// A scenario with everything it takes from others.
  func scenario(_ top: Node) -> Scenario? {
    guard var draft = draft(top, extended: []) else { return nil }
    if let node = draft.ambition {
      setAmbition(node, in: &draft.interventions, isWhole: draft.isWhole)
    }
    var setters: [EffectTarget: Node] = [:]
    var interventions = draft.interventions.compactMap { intervention($0, setters: &setters) }
    let late = interventions.filter { intervention in
      draft.until.map { intervention.starts >= $0 } ?? false
    }
    if let until = draft.until { stop(&interventions, at: until) }
    return Scenario(
      id: draft.id, name: draft.name, note: draft.note, interventions: interventions,
      until: draft.until, stops: draft.stops, tooLate: late.map(\.id))
  }

  /// Ends interventions in a month, unless they end before; those that start later never run.
  private func stop(_ interventions: inout [Intervention], at month: CalendarMonth) {
    interventions.removeAll { $0.starts >= month }
    for index in interventions.indices {
      interventions[index].ends = interventions[index].ends.map { min($0, month) } ?? month
    }
  }

  /// The options that a scenario states, itself or through what it extends, by choice.
  func options(of top: Node) -> [Int: Int] { draft(top, extended: [])?.options ?? [:] }

  private struct ScenarioDraft {
    var id: String
    var name: String?
    var note: String?
    /// The options stated, by choice.
    var options: [Int: Int]
    var interventions: [InterventionDraft]
    /// The ambition wanted of all interventions of which nothing else is said.
    var ambition: Node?
    /// When all interventions end.
    var until: CalendarMonth?
    /// The scenario that this one stops.
    var stops: String?
    /// Whether no intervention is missing because something is broken.
    var isWhole: Bool
  }

  /// The interventions of a scenario before their numbers are read.
  ///
  /// `extended` are the scenarios that led here, each extending the next.
  private func draft(_ top: Node, extended: [Node]) -> ScenarioDraft? {
    guard let record = file(top, .scenario, keys: Self.scenarioKeys, required: ["id"]) else {
      return nil
    }
    let id = identifier(record["id"])
    let name = words(record["name"])
    guard checkPlace(record["place"]) else { return nil }
    var interventions: [InterventionDraft] = []
    var options: [Int: Int] = [:]
    var ambition = record["ambition"]
    let stated = until(record["until"])
    var until = stated
    var stops: String?
    var isWhole = !record.misspelt.contains("interventions") && !record.misspelt.contains("extends")
    if let node = record["extends"] {
      let base = base(node, of: extended + [top])
      interventions = base?.interventions ?? []
      options = base?.options ?? [:]
      ambition = ambition ?? base?.ambition
      until = until ?? base?.until
      // With other changes of its own it is not the other one stopped.
      let changes = record.present(["choices", "interventions", "ambition", "ambitions", "change"])
      if let stated, changes.isEmpty, base?.until.map({ stated < $0 }) ?? true { stops = base?.id }
      isWhole = isWhole && base?.isWhole == true
    }
    for element in list(record["interventions"], of: "interventions") {
      isWhole = add(element, to: &interventions, of: top) && isWhole
    }
    if let node = record["choices"] { options.merge(statedOptions(node)) { _, new in new } }
    let list = NameList(
      noun: "intervention", names: interventions.map { $0.id ?? "" }, isOpen: !isWhole)
    if let node = record["ambitions"] { setAmbitions(node, in: &interventions, list: list) }
    if let node = record["change"] { change(node, in: &interventions, list: list) }
    return ScenarioDraft(
      id: id ?? "", name: name, note: silentString(top["note"]), options: options,
      interventions: interventions, ambition: ambition, until: until, stops: stops,
      isWhole: isWhole)
  }

  /// The month in which all interventions of a scenario end, which must be within the run.
  private func until(_ node: Node?) -> CalendarMonth? {
    guard let node, let month = month(node) else { return nil }
    if let start = names.start, month < start {
      report(.before(month, start: start), at: node)
    }
    if let end = names.end, month >= end { report(.afterEnd(month, end: end), at: node) }
    return month
  }

  private func base(_ node: Node, of extended: [Node]) -> ScenarioDraft? {
    guard let top = resolve(node, .scenario) else { return nil }
    if let first = extended.firstIndex(where: { $0.identity == top.identity }) {
      let circle = extended[first...] + [top]
      if circles.insert(Set(circle.map(\.identity))).inserted {
        report(.extendsItself(circle.map(\.file.path)), at: node)
      }
      return nil
    }
    return draft(top, extended: extended)
  }

  /// Adds an intervention to those of a scenario; false when it cannot be told what it is.
  private func add(
    _ element: Node, to interventions: inout [InterventionDraft], of scenario: Node
  ) -> Bool {
    guard let top = resolve(element, .intervention) else { return false }
    let id = silentString(top["id"])
    if let id, let first = interventions.first(where: { $0.id == id }) {
      // Whoever extends itself has everything already.
      if !circles.contains(where: { $0.contains(scenario.identity) }) {
        report(.interventionTwice(id, first: first.named.place), at: element)
      }
    } else {
      interventions.append(InterventionDraft(id: id, top: top, named: element))
    }
    return id != nil
  }

  private func change(
    _ node: Node, in interventions: inout [InterventionDraft], list: NameList
  ) {
    for member in entries(node, "changes by intervention") {
      let changes = changes(node.sibling(member.value))
      guard let index = lookUp(member, of: node, in: list), let changes else { continue }
      interventions[index].changes.merge(changes) { _, new in new }
    }
  }

  private func silentString(_ node: Node?) -> String? {
    guard case .string(let text) = node?.value.content else { return nil }
    return text
  }

  // MARK: - The place of a scenario

  private static let scenarioKeys = [
    "id", "name", "place", "extends", "until", "choices", "interventions", "ambition",
    "ambitions", "change",
  ]

  /// The place that scenarios name, themselves or through what they extend.
  func findPlace(of scenarios: [Node]) -> Node? {
    let found = scenarios.map { placeTop(of: $0) }
    if let first = scenarios.first, found.allSatisfy(\.isMissing) {
      report(.missingKey("place", of: FileKind.scenario.noun), at: first)
    }
    return found.compactMap(\.top).first
  }

  /// The place of a scenario; `isMissing` unless something broken hides it.
  private func placeTop(
    of scenario: Node, visited: Set<String> = []
  ) -> (top: Node?, isMissing: Bool) {
    guard !visited.contains(scenario.identity) else { return (nil, false) }
    if let node = scenario["place"] { return (resolve(node, .place), false) }
    guard let node = scenario["extends"] else { return (nil, !misspellsPlace(scenario)) }
    guard let base = resolve(node, .scenario) else { return (nil, false) }
    return placeTop(of: base, visited: visited.union([scenario.identity]))
  }

  private func misspellsPlace(_ scenario: Node) -> Bool {
    guard case .object(let members) = scenario.value.content else { return true }
    return members.contains { member in
      let nearest = Spelling.nearest(to: member.key, in: Self.scenarioKeys)
      return nearest != member.key && ["place", "extends"].contains(nearest)
    }
  }

  /// Whether a place is the one that is read, as far as can be told; reports another one, whose
  /// names mean nothing here.
  @discardableResult
  func checkPlace(_ node: Node?) -> Bool {
    guard let node, let top = resolve(node, .place), let place, top.identity != place.identity
    else { return true }
    report(.otherPlace(top.file.path, place.file.path), at: node)
    return false
  }
}
