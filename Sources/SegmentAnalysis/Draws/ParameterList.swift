import SegmentModel
import SegmentSimulation

/// The uncertain numbers of a run, each once, and how they are drawn.
struct ParameterList: Sendable {
  /// Where the values of a quantity stand among those of all parameters.
  enum Part: Sendable {
    /// The number itself.
    case value(Int)
    /// The factor on its table.
    case factor(Int)
    /// The numbers of its table, in their order.
    case split([Int])
  }

  private(set) var parameters: [Parameter] = []
  /// By the id of a quantity.
  private(set) var parts: [String: Part] = [:]
  private(set) var lucks: [Int: ParameterLuck] = [:]
  /// By group: what has no luck but that of the group.
  private var drawnAsOne: [String: [Int]] = [:]
  private(set) var splits: [(members: [Int], luck: SplitLuck)] = []
  private var known: [String: Quantity] = [:]
  /// The shares, by what the split that they belong to is called.
  private var shares: [String: [(parameter: Int, sampleSize: Double)]] = [:]

  /// The quantity whose numbers are set one by one and never drawn, if there is one.
  private let freed: String?

  /// Lists the uncertain numbers of a model and its scenarios.
  ///
  /// The numbers of the quantity called `freed`, which must be marked as uncertain, are parameters
  /// of their own that are never drawn. Throws ``AnalysisError`` when shares of a split do not fit
  /// together.
  init(model: Model, scenarios: [Scenario], freeing freed: String? = nil) throws {
    self.freed = freed
    func list(_ quantity: Quantity) throws -> Quantity {
      try quantity.mapParts {
        try add($0)
        return $0
      }
    }
    _ = try model.mapQuantities(list)
    for scenario in scenarios { _ = try scenario.mapQuantities(list) }
    for (group, members) in shares.sorted(by: { $0.key < $1.key }) {
      try addSplit(group, members)
    }
  }

  /// Adds what is drawn from a distribution of its own.
  mutating func add(
    _ parameter: Parameter, _ distribution: Distribution, correlation: Correlation? = nil
  ) -> Int {
    parameters.append(parameter)
    let index = parameters.count - 1
    let luck = ParameterLuck(distribution, id: parameter.id, correlation: correlation)
    lucks[index] = luck
    if luck.isDrawnAsOne, let correlation {
      drawnAsOne[correlation.group, default: []].append(index)
    }
    return index
  }

  /// The central values.
  var central: [Double] { parameters.map(\.value) }

  /// The values in a draw.
  func values(draw: Int, _ luck: Luck) -> [Double] {
    var values = parameters.indices.map { lucks[$0]?.value(draw: draw, luck) ?? 0 }
    for split in splits {
      for (member, value) in zip(split.members, split.luck.values(draw: draw, luck)) {
        if member >= 0 { values[member] = value }
      }
    }
    return values
  }

  /// Parameters that every draw moves as one, two or more, by their group and in order; by the first.
  var groups: [(name: String, members: [Int])] {
    drawnAsOne.filter { $0.value.count > 1 }.map { (name: $0.key, members: $0.value) }
      .sorted { $0.members[0] < $1.members[0] }
  }

  /// The parameters of a quantity that is not a product, as indices.
  func indices(of quantity: Quantity) -> [Int] {
    guard quantity.uncertainty != nil, let part = parts[quantity.id] else { return [] }
    switch part {
    case .value(let index), .factor(let index): return [index]
    case .split(let indices): return indices
    }
  }

  /// A quantity with the values of a draw.
  func drawn(_ quantity: Quantity, _ values: [Double]) -> Quantity {
    guard quantity.isUncertain else { return quantity }
    return quantity.mapParts { drawnPart($0, values) }
  }

  private func drawnPart(_ quantity: Quantity, _ values: [Double]) -> Quantity {
    guard quantity.uncertainty != nil, let part = parts[quantity.id] else { return quantity }
    var drawn = quantity
    switch part {
    case .value(let index): drawn.values = .constant(values[index])
    case .factor(let index): drawn.values = quantity.values.mapLeaves { $0 * values[index] }
    case .split(let indices):
      var next = indices.makeIterator()
      drawn.values = quantity.values.mapLeaves { next.next().map { values[$0] } ?? $0 }
    }
    return drawn
  }

  // MARK: - Listing

  private mutating func add(_ quantity: Quantity) throws {
    guard let uncertainty = quantity.uncertainty else { return }
    if let other = known.updateValue(quantity, forKey: quantity.id) {
      guard other == quantity else {
        throw AnalysisError(
          "\(quantity.location) and \(other.location) are both called \(quantity.id)")
      }
      return
    }
    if quantity.id == freed { return addFreed(quantity) }
    switch uncertainty.kind {
    case .value(let distribution):
      let index = add(
        parameter(quantity), distribution, correlation: uncertainty.correlation)
      parts[quantity.id] = .value(index)
    case .factor(let distribution):
      let index = add(
        parameter(quantity, value: 1), distribution, correlation: uncertainty.correlation)
      parts[quantity.id] = .factor(index)
    case .split(let size):
      if let group = uncertainty.correlation?.group {
        parts[quantity.id] = .value(parameters.count)
        shares[group, default: []].append((parameters.count, size))
        parameters.append(parameter(quantity))
      } else {
        addSplit(of: quantity, sampleSize: size)
      }
    }
  }

  /// Adds the numbers of a quantity, each by itself and never drawn.
  private mutating func addFreed(_ quantity: Quantity) {
    let leaves = quantity.values.leaves
    parts[quantity.id] = .split(leaves.indices.map { parameters.count + $0 })
    parameters += leaves.enumerated().map { index, leaf in
      Parameter(
        id: "\(quantity.id)#\(index + 1)", tag: quantity.tag, evidence: quantity.evidence,
        value: leaf, distribution: "")
    }
  }

  private func parameter(_ quantity: Quantity, value: Double? = nil) -> Parameter {
    Parameter(
      id: quantity.id, tag: quantity.tag, evidence: quantity.evidence,
      value: value ?? quantity.scalar,
      range95: quantity.range95(of: value ?? quantity.scalar),
      distribution: quantity.distribution ?? "")
  }

  /// Adds the split whose shares are the numbers of a table.
  private mutating func addSplit(of quantity: Quantity, sampleSize: Double) {
    let leaves = quantity.values.leaves
    let members = leaves.indices.map { parameters.count + $0 }
    for (index, leaf) in leaves.enumerated() {
      var parameter = parameter(quantity, value: leaf)
      parameter.id += "#\(index + 1)"
      parameters.append(parameter)
    }
    parts[quantity.id] = .split(members)
    splits.append(
      (
        members,
        SplitLuck(
          leaves, total: leaves.reduce(0, +), sampleSize: sampleSize,
          ids: members.map { parameters[$0].id })
      ))
  }

  /// Adds the split whose shares are single numbers, which leave the rest of 1.
  private mutating func addSplit(
    _ group: String, _ members: [(parameter: Int, sampleSize: Double)]
  ) throws {
    let values = members.map { parameters[$0.parameter].value }
    let ids = members.map { parameters[$0.parameter].id }
    let sum = values.reduce(0, +)
    guard Set(members.map(\.sampleSize)).count == 1 else {
      throw AnalysisError(
        "the shares of the split '\(group)' have several sample sizes: "
          + ids.joined(separator: ", "))
    }
    guard sum > 0, sum <= 1 + 1e-9 else {
      throw AnalysisError(
        "the shares of the split '\(group)' come to \(sum), not to between 0 and 1: "
          + ids.joined(separator: ", "))
    }
    let rest = max(0, 1 - sum)
    splits.append(
      (
        members.map(\.parameter) + [-1],
        SplitLuck(
          values + [rest], total: sum + rest, sampleSize: members[0].sampleSize,
          ids: ids + ["the rest of " + group])
      ))
  }

  /// Throws when two ids have the same key, which would make their luck the same; to be called once all
  /// are added.
  func requireDistinctKeys() throws {
    var seen: [UInt64: String] = [:]
    for (index, luck) in lucks {
      if let key = luck.shared?.key { seen[key] = "the group of \(parameters[index].id)" }
    }
    for parameter in parameters {
      if let other = seen.updateValue(parameter.id, forKey: ParameterLuck.ownKey(parameter.id)) {
        throw AnalysisError("\(parameter.id) and \(other) have the same key of luck")
      }
    }
  }
}
