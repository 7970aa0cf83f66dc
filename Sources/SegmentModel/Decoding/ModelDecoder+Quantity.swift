extension ModelDecoder {
  /// The keys of a number with evidence, without those of tables.
  static let numberKeys =
    ["value"] + uncertaintyKeys + ["tag", "source", "quality", "product"]

  /// A number about the world, or a table of them, with its evidence.
  func quantity(_ node: Node?, _ rule: QuantityRule) -> Quantity? {
    guard let node else { return nil }
    guard node.isObject, node["value"] != nil || !isTable(node) else {
      return node["byChoice"] == nil ? bareQuantity(node, rule) : chosenQuantity(node, rule)
    }
    if node["value"] == nil, node["product"] != nil { return product(node, rule) }
    let tables = rule.allowsTable ? Self.axes : ["byChoice"]
    let solve = rule.tables == .all && canSolve ? ["solve"] : []
    let keys = Self.numberKeys + solve + tables
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
    let tag = choice(record["tag"], of: ParameterTag.self)
    let stated = uncertainty(record, of: values, rule)
    let solved = solved(record, valueNode, rule, evidence)
    guard let values, let evidence else { return nil }
    let quantity = Quantity(
      values, evidence: evidence, range95: stated.range95,
      distribution: stated.distribution?.rawValue, uncertainty: stated.uncertainty,
      tag: tag ?? rule.tag, location: record.node.location, id: id(of: record.node),
      solved: solved.map { [$0] } ?? [], range: rule.range)
    noteGroup(of: quantity, at: record.node)
    return noted(quantity, leaves, at: valueNode, rule)
  }

  private func bareQuantity(_ node: Node, _ rule: QuantityRule) -> Quantity? {
    var leaves: [Node] = []
    let values = tree(node, rule, &leaves)
    guard values != nil || !leaves.isEmpty else { return nil }
    guard let evidence = node.evidence else {
      report(.noEvidence(["source", "quality"]), at: node)
      return nil
    }
    return values.map {
      noted(
        Quantity(
          $0, evidence: evidence, tag: rule.tag, location: node.location, id: id(of: node),
          range: rule.range), leaves, at: node, rule)
    }
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
    guard !factors.isEmpty, factors.count == elements.count else { return nil }
    let product = Quantity(
      product: factors, location: node.location, id: id(of: node), range: rule.range)
    return checkProduct(product.values, rule, at: node) ? product : nil
  }

  private func noted(
    _ quantity: Quantity, _ leaves: [Node], at node: Node, _ rule: QuantityRule
  ) -> Quantity {
    note(leaves, of: quantity, at: node, rule)
    return quantity
  }
}
