extension ModelDecoder {
  private static let claimsKeys = ["place", "baseline", "choose", "scenarios", "claims"]
  private static let claimKeys = [
    "id", "claim", "value", "unit", "source", "line", "measure", "notComparable", "why",
  ]

  /// Reads a file of claims, or a place that names one, with everything that the claims are
  /// checked in, world by world; nil when there are mistakes.
  ///
  /// `asked` are options that take the place of those that the claims list.
  func claims(
    _ path: String, choose asked: [(choice: String, options: [String])] = []
  ) -> LoadedClaims? {
    claimsTop(path).flatMap { claims(in: $0, choose: asked) }
  }

  /// Reads a list of claims in the same way; where its place is known, `place` is that.
  func claims(
    in top: Node, choose asked: [(choice: String, options: [String])] = []
  ) -> LoadedClaims? {
    guard let record = claimsRecord(top) else { return nil }
    if place == nil {
      if record.lacks("place") { report(.missingKey("place", of: "a list of claims"), at: top) }
      place = resolve(record["place"], .place)
    }
    checkPlace(record["place"])
    let placeTop = place
    // Read under the defaults first, which also tells what choices there are.
    turn(to: [])
    var model = placeTop.flatMap { place($0) }
    options = names.choices.names.map { _ in 0 }
    let baselineTop = resolve(record["baseline"] ?? place?["baseline"], .scenario)
    let tops = resolveAll(record["scenarios"], .scenario, of: "scenarios").compactMap { $0 }
    let listed = record["choose"].map(chosen) ?? [:]
    let chosen = listed.merging(askedOptions(asked)) { _, asked in asked }
    var worlds: [LoadedRun] = []
    var claims: [Claim] = []
    for options in combinations(names.choices.names.indices.map { chosen[$0] ?? [0] }) {
      let read = world(options, placeTop, &model, baselineTop, tops) { scenarios in
        if worlds.isEmpty { claims = self.claims(record["claims"], scope(scenarios)) }
      }
      guard let read else { break }
      worlds.append(read)
    }
    guard let worlds = complete(worlds) else { return nil }
    return LoadedClaims(
      worlds: worlds, chosen: chosen.keys.sorted().map { names.choices.names[$0] }, claims: claims)
  }

  /// The options that claims are read under, by choice.
  private func chosen(_ node: Node) -> [Int: [Int]] {
    var chosen: [Int: [Int]] = [:]
    for member in entries(node, "lists of options by choice") {
      let choice = lookUp(member, of: node, in: names.choices)
      let options = lookUpAll(node.sibling(member.value), in: self.options(of: choice))
      if let choice, let options { chosen[choice] = options.sorted() }
    }
    return chosen
  }

  /// The claims of a place that names some; of a file of claims, itself.
  private func claimsTop(_ path: String) -> Node? {
    guard let (top, kind) = open(path) else { return nil }
    switch kind {
    case .claims: return top
    case .place:
      place = top
      guard let node = top["claims"] else {
        report(.missingKey("claims", of: "a place whose claims are checked"), at: top)
        return nil
      }
      return resolve(node, .claims)
    default:
      report(.wrongFile(found: kind, expected: "claims or a place"), at: top["segflow"] ?? top)
      return nil
    }
  }

  /// A list of claims checked by itself, without the place that gives its names a meaning.
  func claims(_ top: Node) {
    guard let record = claimsRecord(top) else { return }
    let open = NameList.open("scenario")
    _ = claims(
      record["claims"],
      ExpressionScope(scenarios: open, interventions: .open("intervention")))
  }

  private func claimsRecord(_ top: Node) -> Record? {
    record(
      top, FileKind.claims.noun, keys: ["segflow"] + Self.claimsKeys, required: ["claims"])
  }

  private func scope(_ scenarios: [Scenario?]) -> ExpressionScope {
    let known = scenarios.compactMap { $0 }
    let isOpen = known.count < scenarios.count
    let interventions = known.flatMap(\.interventions).map(\.id).distinct
    return ExpressionScope(
      scenarios: NameList(noun: "scenario", names: known.map(\.id), isOpen: isOpen),
      interventions: NameList(noun: "intervention", names: interventions, isOpen: isOpen))
  }

  private func claims(_ node: Node?, _ scope: ExpressionScope) -> [Claim] {
    var seen: [String: Node] = [:]
    return list(node, of: "claims", mayBeEmpty: false).compactMap { claim($0, scope, &seen) }
  }

  private func claim(
    _ node: Node, _ scope: ExpressionScope, _ seen: inout [String: Node]
  ) -> Claim? {
    let needed = ["id", "claim", "value", "source"]
    guard let record = record(node, "a claim", keys: Self.claimKeys, required: needed) else {
      return nil
    }
    let id = id(record["id"], "claim", seen: &seen)
    let claim = words(record["claim"])
    let value = number(record["value"], in: -Double.infinity...Double.infinity)
    let unit = words(record["unit"])
    let source = lookUp(record["source"], in: names.sources)
    let line = integer(record["line"], in: 1...1_000_000)
    let basis = basis(record, scope)
    guard let id, let claim, let value, let source, let basis else { return nil }
    return Claim(
      id: id, claim: claim, value: value, unit: unit ?? "", source: names.sources.names[source],
      line: line, basis: basis.basis, why: basis.why)
  }

  /// What a claim is compared with, and the sentence that says why it differs, or cannot be.
  private func basis(
    _ record: Record, _ scope: ExpressionScope
  ) -> (basis: Claim.Basis, why: String)? {
    let why = words(record["why"])
    switch oneOf(["measure", "notComparable"], record) {
    case "measure":
      if record.lacks("why") { report(.missingKey("why", of: "a claim"), at: record.node) }
      let measure = expression(record["measure"], scope)
      guard let measure, let why else { return nil }
      return (.measure(measure), why)
    case "notComparable":
      if let node = record["why"] { report(.keyBeside("why", "notComparable"), at: node) }
      return words(record["notComparable"]).map { (.notComparable, $0) }
    default: return nil
    }
  }
}
