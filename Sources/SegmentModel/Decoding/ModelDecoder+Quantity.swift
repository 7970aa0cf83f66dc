extension ModelDecoder {
  /// A number about the world, or a table of them, with its evidence.
  func quantity(_ node: Node?, _ rule: QuantityRule) -> Quantity? {
    guard let node else { return nil }
    guard node.isObject, node["value"] != nil || !isTable(node) else {
      return node["byChoice"] == nil ? bareQuantity(node, rule) : chosenQuantity(node, rule)
    }
    if node["value"] == nil, node["product"] != nil { return product(node, rule) }
    let tables = rule.allowsTable ? Self.axes : ["byChoice"]
    let solve = rule.allowsTable && canSolve ? ["solve"] : []
    let keys =
      ["value", "range95", "distribution", "source", "quality", "product"] + solve + tables
    guard let record = record(node, "a number with evidence", keys: keys) else { return nil }
    let others = record.present(["product"] + Self.axes)
    guard let valueNode = record["value"], others.isEmpty else {
      if record["value"] != nil {
        report(.severalOf(["value"] + others), at: node)
      } else if record.misspelt.isEmpty {
        report(.missingKey("value", of: "a number with evidence"), at: node)
      }
      return nil
    }
    return quantity(record, valueNode, rule)
  }

  private func quantity(_ record: Record, _ valueNode: Node, _ rule: QuantityRule) -> Quantity? {
    var leaves: [Node] = []
    let values = tree(valueNode, rule, &leaves)
    let evidence = evidence(record)
    let distribution = choice(record["distribution"], of: DistributionName.self)
    let range = record["range95"].flatMap { range95($0, of: values, rule) }
    let solved = solved(record, valueNode, rule, evidence)
    guard let values, let evidence else { return nil }
    return noted(
      Quantity(
        values, evidence: evidence, range95: range, distribution: distribution?.rawValue,
        location: record.node.location, solved: solved.map { [$0] } ?? []), leaves)
  }

  private func bareQuantity(_ node: Node, _ rule: QuantityRule) -> Quantity? {
    var leaves: [Node] = []
    let values = tree(node, rule, &leaves)
    guard values != nil || !leaves.isEmpty else { return nil }
    guard let evidence = node.evidence else {
      report(.noEvidence(["source", "quality"]), at: node)
      return nil
    }
    return values.map { noted(Quantity($0, evidence: evidence, location: node.location), leaves) }
  }

  /// A choice between quantities, each with evidence of its own.
  private func chosenQuantity(_ node: Node, _ rule: QuantityRule) -> Quantity? {
    guard let record = record(node, "a table", keys: Self.axes),
      let choice = record["byChoice"]
    else { return nil }
    guard record.present(Self.axes).count == 1 else {
      report(.severalOf(record.present(Self.axes)), at: node)
      return nil
    }
    return inForce(of: choice) { branch, _ in quantity(branch, rule) }
  }

  /// The product of quantities, each with evidence of its own.
  private func product(_ node: Node, _ rule: QuantityRule) -> Quantity? {
    guard let record = record(node, "a product", keys: ["product"]), let list = record["product"]
    else { return nil }
    let elements = self.list(list, of: "factors", mayBeEmpty: false)
    let factors = elements.compactMap { quantity($0, rule.factor) }
    guard let first = factors.first, factors.count == elements.count else { return nil }
    let values = ValueTree.product(factors.map(\.values))
    guard checkProduct(values, rule, at: node) else { return nil }
    return Quantity(
      values, evidence: first.evidence, location: node.location,
      solved: factors.flatMap(\.solved))
  }

  private func noted(_ quantity: Quantity, _ leaves: [Node]) -> Quantity {
    note(leaves, of: quantity)
    return quantity
  }

  private func range95(
    _ node: Node, of values: ValueTree?, _ rule: QuantityRule
  ) -> ClosedRange<Double>? {
    let elements = list(node, of: "two numbers")
    guard node.isList else { return nil }
    guard elements.count == 2 else {
      report(.rangeNeedsTwo(elements.count), at: node)
      return nil
    }
    let ends = elements.compactMap { number($0, in: rule.range) }
    guard ends.count == 2 else { return nil }
    let (low, high) = (ends[0], ends[1])
    guard low <= high else {
      report(.rangeReversed(low, high), at: node)
      return nil
    }
    switch values {
    case .constant(let value) where !(low...high).contains(value):
      report(.rangeWithout(value, low...high), at: node)
    case .constant, nil: break
    default: report(.rangeOfTable, at: node)
    }
    return low...high
  }
}
