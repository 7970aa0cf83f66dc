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
    let quantityName = node.file.readerNames[node.value]
    var places = [[Int]](repeating: [], count: leaves.count)
    for (place, leaf) in positions.enumerated() { places[leaf].append(place) }
    for (index, leaf) in leaves.enumerated() {
      guard case .number(let value) = leaf.value.content else { continue }
      numbers[Key(order: leaf.file.order, offset: leaf.value.offset)] = InputNumber(
        file: leaf.file.path, path: leaf.value.path, value: value,
        range95: quantity.range95(of: value),
        distribution: quantity.distribution,
        correlation: quantity.uncertainty?.correlation, tag: quantity.tag,
        evidence: quantity.evidence, quantity: quantity.id,
        positions: places[index],
        name: leaf.file.readerNames[leaf.value],
        quantityName: quantityName)
    }
  }

  /// The numbers by file, in the order of reading, and by position, with names that differ.
  var sorted: [InputNumber] {
    let keys = numbers.keys.sorted { ($0.order, $0.offset) < ($1.order, $1.offset) }
    var sorted = keys.compactMap { numbers[$0] }
    var names = DistinctNames()
    let places = sorted.map {
      (quantity: names.add($0.quantity, $0.quantityName), own: names.add($0.ownID, $0.name))
    }
    let distinct = names.distinct
    for (index, place) in places.enumerated() {
      sorted[index].quantityName = distinct[place.quantity]
      sorted[index].name = distinct[place.own]
    }
    return sorted
  }
}

extension InputNumber {
  /// The same as ``quantity`` where the number is all of it.
  fileprivate var ownID: String {
    let path = path.hasSuffix(".value") ? String(path.dropLast(6)) : path
    return "\(NumberID.file(of: quantity)):\(path)"
  }
}
