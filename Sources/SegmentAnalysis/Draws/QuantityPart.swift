import SegmentModel

/// A part of a quantity, whose value is the sum of its parts: a table that no draw changes, times
/// parameters and unknown factors.
struct QuantityPart {
  var variables = ExpectedTerm.Variables()
  var table: ValueTree

  /// The parts of a quantity.
  ///
  /// `unknowns` gives the unknown factor of a target, as an index, where there is one.
  static func parts(
    of quantity: Quantity, in model: Model, _ list: ParameterList, unknowns: [Int: Int]
  ) throws -> [QuantityPart] {
    if !quantity.factors.isEmpty {
      return try quantity.factors.reduce([QuantityPart(table: .constant(1))]) { partial, factor in
        let parts = try parts(of: factor, in: model, list, unknowns: unknowns)
        return partial.flatMap { part in parts.map { part * $0 } }
      }
    }
    if let solved = quantity.solved.first {
      return try parts(of: solved, in: model, unknowns: unknowns)
    }
    guard quantity.uncertainty != nil, let part = list.parts[quantity.id] else {
      return [QuantityPart(table: quantity.values)]
    }
    switch part {
    case .value(let index):
      return [QuantityPart(variables: .init(parameters: [index]), table: .constant(1))]
    case .factor(let index):
      return [QuantityPart(variables: .init(parameters: [index]), table: quantity.values)]
    case .split(let indices):
      return indices.enumerated().map { position, index in
        var leaf = -1
        let table = quantity.values.mapLeaves { _ in
          leaf += 1
          return leaf == position ? 1 : 0
        }
        return QuantityPart(variables: .init(parameters: [index]), table: table)
      }
    }
  }

  /// The numbers that are solved for each target, and the others.
  private static func parts(
    of solved: SolvedNumbers, in model: Model, unknowns: [Int: Int]
  ) throws -> [QuantityPart] {
    var parts: [QuantityPart] = []
    var others = Set(solved.leaves.indices)
    for target in solved.targets {
      guard let unknown = unknowns[target] else { continue }
      let leaves = try CalibrationPlan.leaves(of: solved, for: target, model)
      others.subtract(leaves)
      parts.append(
        QuantityPart(variables: .init(unknowns: [unknown]), table: solved.table(of: leaves)))
    }
    return others.isEmpty ? parts : parts + [QuantityPart(table: solved.table(of: others))]
  }

  static func * (a: QuantityPart, b: QuantityPart) -> QuantityPart {
    let table: ValueTree =
      switch (a.table, b.table) {
      case (.constant(let x), .constant(let y)): .constant(x * y)
      case (.constant(1), let other), (let other, .constant(1)): other
      default: .product([a.table, b.table])
      }
    return QuantityPart(variables: a.variables * b.variables, table: table)
  }
}

extension SolvedNumbers {
  /// The table with 0 for all but some of its numbers.
  fileprivate func table(of some: Set<Int>) -> ValueTree {
    positions.mapLeaves { some.contains(Int($0)) ? leaves[Int($0)].value : 0 }
  }
}
