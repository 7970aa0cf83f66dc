/// Collects the numbers about the world, each once, however often it is met.
struct InputLog {
  private struct Key: Hashable {
    var order: Int
    var offset: Int
  }

  private var numbers: [Key: InputNumber] = [:]

  /// Notes the numbers of a quantity.
  mutating func add(_ leaves: [Node], of quantity: Quantity) {
    for leaf in leaves {
      guard case .number(let value) = leaf.value.content else { continue }
      numbers[Key(order: leaf.file.order, offset: leaf.value.offset)] = InputNumber(
        file: leaf.file.path, path: leaf.value.path, value: value,
        range95: quantity.range95(of: value),
        distribution: quantity.distribution,
        correlation: quantity.uncertainty?.correlation, tag: quantity.tag,
        evidence: quantity.evidence)
    }
  }

  /// The numbers by file, in the order of reading, and by position.
  var sorted: [InputNumber] {
    numbers.sorted { a, b in (a.key.order, a.key.offset) < (b.key.order, b.key.offset) }
      .map(\.value)
  }
}
