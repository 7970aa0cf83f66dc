/// Collects the numbers about the world, each once, however often it is met.
struct InputLog {
  private struct Key: Hashable {
    var order: Int
    var offset: Int
  }

  private var numbers: [Key: InputNumber] = [:]

  /// Notes the numbers of a quantity; `positions` says of each number of its tree which leaf it is.
  mutating func add(_ leaves: [Node], of quantity: Quantity, positions: [Int]) {
    for (index, leaf) in leaves.enumerated() {
      guard case .number(let value) = leaf.value.content else { continue }
      numbers[Key(order: leaf.file.order, offset: leaf.value.offset)] = InputNumber(
        file: leaf.file.path, path: leaf.value.path, value: value,
        range95: quantity.range95(of: value),
        distribution: quantity.distribution,
        correlation: quantity.uncertainty?.correlation, tag: quantity.tag,
        evidence: quantity.evidence, quantity: quantity.id,
        positions: positions.indices.filter { positions[$0] == index })
    }
  }

  /// The numbers by file, in the order of reading, and by position.
  var sorted: [InputNumber] {
    numbers.sorted { a, b in (a.key.order, a.key.offset) < (b.key.order, b.key.offset) }
      .map(\.value)
  }
}
