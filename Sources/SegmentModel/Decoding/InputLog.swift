/// Collects the numbers about the world, each once, however often it is met.
struct InputLog {
  private struct Key: Hashable {
    var order: Int
    var offset: Int
  }

  private var numbers: [Key: InputNumber] = [:]

  /// Notes the numbers of a quantity, whose value stands at `node`; `positions` says of each number of
  /// its tree which leaf it is.
  mutating func add(_ leaves: [Node], of quantity: Quantity, at node: Node, positions: [Int]) {
    for (index, leaf) in leaves.enumerated() {
      guard case .number(let value) = leaf.value.content else { continue }
      numbers[Key(order: leaf.file.order, offset: leaf.value.offset)] = InputNumber(
        file: leaf.file.path, path: leaf.value.path, value: value,
        range95: quantity.range95(of: value),
        distribution: quantity.distribution,
        correlation: quantity.uncertainty?.correlation, tag: quantity.tag,
        evidence: quantity.evidence, quantity: quantity.id,
        positions: positions.indices.filter { positions[$0] == index },
        name: leaf.file.readerNames[leaf.value],
        quantityName: node.file.readerNames[node.value])
    }
  }

  /// The numbers by file, in the order of reading, and by position, with names that differ.
  var sorted: [InputNumber] {
    let sorted = numbers.sorted { a, b in
      (a.key.order, a.key.offset) < (b.key.order, b.key.offset)
    }.map(\.value)
    var names = DistinctNames()
    for number in sorted {
      names.add(number.quantity, number.quantityName)
      names.add(number.ownID, number.name)
    }
    let distinct = names.distinct
    return sorted.map { number in
      var number = number
      number.name = distinct[number.ownID] ?? number.name
      number.quantityName = distinct[number.quantity] ?? number.quantityName
      return number
    }
  }
}

extension InputNumber {
  /// The same as ``quantity`` where the number is all of it.
  fileprivate var ownID: String {
    let path = path.hasSuffix(".value") ? String(path.dropLast(6)) : path
    return "\(quantity.prefix { $0 != ":" }):\(path)"
  }
}
