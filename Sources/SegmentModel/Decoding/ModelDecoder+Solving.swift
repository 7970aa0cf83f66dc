extension ModelDecoder {
  /// What a quantity is solved for, with the places of its numbers.
  func solved(
    _ record: Record, _ value: Node, _ rule: QuantityRule, _ evidence: Evidence?
  ) -> SolvedNumbers? {
    guard let node = record["solve"] else { return nil }
    let uncertain = record.present(Self.uncertaintyKeys)
    if !uncertain.isEmpty { report(.severalOf(uncertain + ["solve"]), at: record.node) }
    if let evidence, evidence.quality != .calibrated, !record.misspelt.contains("quality") {
      report(.solvedNotCalibrated, at: node)
    }
    let targets: Set<Int>?
    if case .string = node.value.content {
      targets = lookUp(node, in: names.goals).map { [$0] }
    } else {
      targets = lookUpAll(node, in: names.goals)
    }
    guard let targets else { return nil }
    for target in targets.sorted() where names.goalUses[target] == .validation {
      report(.solvesValidation(names.goals.names[target]), at: node)
    }
    solvedGoals.formUnion(targets)
    guard let (positions, leaves) = positions(value, rule) else { return nil }
    let numbers = leaves.map { leaf -> SolvedNumbers.Leaf in
      guard case .number(let value) = leaf.value.content else {
        preconditionFailure("a leaf of a table is a number")
      }
      return SolvedNumbers.Leaf(span: span(leaf), value: value)
    }
    return SolvedNumbers(
      targets: targets.sorted(), leaves: numbers, positions: positions, range: rule.range)
  }

  func span(_ node: Node) -> TextSpan {
    TextSpan(file: node.file.path, bytes: node.value.offset..<node.value.end)
  }

  // MARK: - Settling

  /// How the shares of a start are worked out.
  func settlement(_ start: Node, pathway: Int) -> Settlement? {
    guard let node = start["settle"],
      let record = record(node, "how a start settles", keys: ["by"])
    else { return nil }
    guard start["counts"] == nil else {
      report(.severalOf(["counts", "settle"]), at: start)
      return nil
    }
    guard let shares = start["shares"], shares.isObject else { return nil }
    let by = lookUp(record["by"], in: names.pathways)
    if let by, by >= pathway, let node = record["by"] {
      report(.laterPathway(names.pathways.names[by]), at: node)
      return nil
    }
    guard record["by"] == nil || by != nil else { return nil }
    let segments = segments(of: pathway)
    let living = segments.names.indices.dropFirst().filter {
      !names.absorbing[pathway].contains($0)
    }
    let stated = shares.keys.filter { $0 != "note" }
    let missing = segments.missing(among: stated).filter { name in
      living.contains { segments.names[$0] == name }
    }
    guard missing.isEmpty || segments.isOpen else {
      report(.uncovered(segments, missing, allowsOther: false), at: shares)
      return nil
    }
    return Settlement(
      by: by,
      shares: living.compactMap { segment in
        shares[segments.names[segment]].flatMap { settledShare($0, segment) }
      })
  }

  /// A share that is worked out: a number or table, or the product of one and a table by area.
  private func settledShare(_ node: Node, _ segment: Int) -> Settlement.Share? {
    let share = branchInForce(node)
    let factors = share["product"].map { list($0, of: "factors") } ?? [share]
    var areas: [TextSpan] = []
    var tables: [Node] = []
    for factor in factors.map(branchInForce) {
      for key in ["solve", "distribution"] {
        if let node = factor[key] { report(.severalOf(["settle", key]), at: node) }
      }
      let table = factor["value"] ?? factor
      if has("byChoice", table), !names.choices.isOpen { report(.settlesChoice, at: table) }
      if factors.count > 1, table["byArea"] != nil {
        areas.append(span(table))
      } else {
        tables.append(table)
      }
    }
    guard tables.count == 1, areas.count < 2 else {
      // What is neither a number nor a table is reported by itself.
      if tables.allSatisfy({ $0.isNumber || isTable($0) }) { report(.settlesProduct, at: share) }
      return nil
    }
    return Settlement.Share(
      segment: segment, table: span(tables[0]), areas: areas.first, knots: knots(tables[0]))
  }

  /// The branch in force, where a choice stands; else the value itself.
  private func branchInForce(_ node: Node) -> Node {
    guard let choice = node["byChoice"] else { return node }
    return inForce(of: choice) { branch, _ in Optional(branch) } ?? node
  }

  /// Whether a key stands anywhere in a value.
  private func has(_ key: String, _ node: Node) -> Bool {
    guard case .object(let members) = node.value.content else { return false }
    return members.contains { $0.key == key || has(key, node.sibling($0.value)) }
  }

  /// The whole ages at which tables anywhere in a value have knots.
  private func knots(_ node: Node) -> [Int] {
    guard case .object(let members) = node.value.content else { return [] }
    return members.flatMap { member -> [Int] in
      let child = node.sibling(member.value)
      guard member.key == "atAge", case .object(let knots) = member.value.content else {
        return self.knots(child)
      }
      return knots.compactMap { Int($0.key) }
    }
  }

  /// Checks that what starts settle by is one pathway that nobody moves in.
  func checkSettlements(_ pathways: [Pathway], _ events: [Event]) {
    guard log.isEmpty else { return }
    let happenings = pathways.flatMap(\.moves) + events
    var first: Int?
    for pathway in pathways {
      guard let by = pathway.settlement?.by, let node = place else { continue }
      let moved = happenings.contains { event in
        event.move?.pathway == by || event.triggers.contains { $0.pathway == by }
      }
      if moved { report(.settlesByMoving(pathway.id, by: pathways[by].id), at: node) }
      if let first, first != by {
        report(.settlesByTwo(pathways[first].id, pathways[by].id), at: node)
      }
      first = by
    }
  }
}
