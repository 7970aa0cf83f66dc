extension ModelDecoder {
  /// The keys that say how uncertain a number is.
  static let uncertaintyKeys = [
    "distribution", "range95", "relative95", "range", "sampleSize", "correlated",
  ]

  /// What a number says of its uncertainty.
  struct StatedUncertainty {
    var distribution: DistributionName?
    /// The 95% range; of a table, that of a factor on it.
    var range95: ClosedRange<Double>?
    var uncertainty: Uncertainty?
  }

  /// How uncertain a number or a table is.
  func uncertainty(
    _ record: Record, of values: ValueTree?, _ rule: QuantityRule
  ) -> StatedUncertainty {
    let name = choice(record["distribution"], of: DistributionName.self)
    let range95 = record["range95"].flatMap { ends($0, of: values, rule) }
    let relative95 = record["relative95"].flatMap { relativeEnds($0, of: values, rule) }
    let range = record["range"].flatMap { ends($0, of: values, rule) }
    let size = number(record["sampleSize"], in: 1...1e6)
    let correlation = record["correlated"].flatMap(correlation)
    var stated = StatedUncertainty(distribution: name, range95: range95 ?? relative95)
    guard let name else {
      // A range by itself is only listed.
      let keys = Self.uncertaintyKeys.filter { $0 != "range95" }
      if record.lacks("distribution"), let key = record.present(keys).first, let node = record[key]
      {
        report(.needsDistribution(key), at: node)
      }
      return stated
    }
    guard let values, check(name, record, isTable: values.isTable) else { return stated }
    let kind: Uncertainty.Kind?
    switch name {
    case .fixed: kind = nil
    case .dirichlet:
      kind = size.map { .split(sampleSize: $0) }
      if values.isTable { checkSplit(values, rule, at: record.node) }
    default:
      let fit = fit(values, range95: range95 ?? relative95, range: range, rule)
      kind = fit.flatMap { distribution(name, $0, record) }
        .map { values.isTable ? .factor($0) : .value($0) }
    }
    if record["correlated"] == nil || correlation != nil {
      stated.uncertainty = kind.map { Uncertainty($0, correlation: correlation) }
    }
    return stated
  }

  /// Checks that a distribution is told what it needs, and nothing else.
  private func check(_ name: DistributionName, _ record: Record, isTable: Bool) -> Bool {
    let (needed, allowed): ([String], [String])
    switch name {
    case .fixed: (needed, allowed) = ([], ["range95", "relative95", "range"])
    case .dirichlet:
      let group = isTable ? [] : ["correlated"]
      (needed, allowed) = (["sampleSize"] + group, [])
    case .triangular, .uniform:
      let range = record["range"] == nil || isTable ? [] : ["range"]
      (needed, allowed) = (
        range.isEmpty ? [isTable ? "relative95" : "range95"] : range, ["correlated"]
      )
    default: (needed, allowed) = ([isTable ? "relative95" : "range95"], ["range", "correlated"])
    }
    // A range that does not suit a number or a table is reported by itself.
    let unsuited = isTable ? ["range95", "range"] : ["relative95"]
    var isWhole = record.present(unsuited).isEmpty
    for key in Self.uncertaintyKeys.dropFirst() where !(needed + allowed + unsuited).contains(key) {
      guard let node = record[key] else { continue }
      report(.keyBeside(key, name.rawValue), at: node)
      isWhole = false
    }
    for key in needed where isWhole && record.lacks(key) {
      report(.missingKey(key, of: "the distribution '\(name.rawValue)'"), at: record.node)
    }
    let needsReason = [.fixed, .triangular, .uniform].contains(name)
    if needsReason, text(record.node["note"])?.isBlank ?? true {
      report(.needsReason(name.rawValue), at: record["distribution"] ?? record.node)
    }
    return isWhole && needed.allSatisfy { record[$0] != nil }
  }

  // MARK: - Ranges

  /// The low and the high end of a range that contains the value.
  private func ends(
    _ node: Node, of values: ValueTree?, _ rule: QuantityRule
  ) -> ClosedRange<Double>? {
    guard let range = ends(node, in: rule.range) else { return nil }
    switch values {
    case .constant(let value) where !range.contains(value):
      report(.rangeWithout(value, range), at: node)
      return nil
    case .constant, nil: return range
    default:
      report(.rangeOfTable, at: node)
      return nil
    }
  }

  /// The ends of the range of a factor on a whole table.
  private func relativeEnds(
    _ node: Node, of values: ValueTree?, _ rule: QuantityRule
  ) -> ClosedRange<Double>? {
    guard let range = ends(node, in: 0...1e6) else { return nil }
    guard let values else { return nil }
    guard values.isTable else {
      report(.relativeOfNumber, at: node)
      return nil
    }
    guard range.contains(1) else {
      report(.rangeWithout(1, range), at: node)
      return nil
    }
    let limits = values.factors(within: rule.range)
    guard range.upperBound <= limits.upperBound else {
      let leaf = values.leaves.map(abs).max() ?? 0
      report(.senseless(leaf * range.upperBound, rule), at: node)
      return nil
    }
    return range
  }

  private func ends(_ node: Node, in sensible: ClosedRange<Double>) -> ClosedRange<Double>? {
    let elements = list(node, of: "two numbers")
    guard node.isList else { return nil }
    guard elements.count == 2 else {
      report(.rangeNeedsTwo(elements.count), at: node)
      return nil
    }
    let ends = elements.compactMap { number($0, in: sensible) }
    guard ends.count == 2 else { return nil }
    guard ends[0] <= ends[1] else {
      report(.rangeReversed(ends[0], ends[1]), at: node)
      return nil
    }
    return ends[0]...ends[1]
  }

  // MARK: - Distributions

  /// What a distribution is worked out from; nil when its range is wrong.
  private func fit(
    _ values: ValueTree, range95: ClosedRange<Double>?, range: ClosedRange<Double>?,
    _ rule: QuantityRule
  ) -> DistributionFit? {
    guard let widest = range95 ?? range else { return nil }
    guard case .constant(let value) = values else {
      return DistributionFit(
        value: 1, range95: range95, range: nil, support: values.factors(within: rule.range))
    }
    // A number that is not below 0 at 95% is not below 0 at all.
    let low = widest.lowerBound >= 0 ? max(rule.range.lowerBound, 0) : rule.range.lowerBound
    let high = widest.upperBound <= 0 ? min(rule.range.upperBound, 0) : rule.range.upperBound
    return DistributionFit(
      value: value, range95: range95, range: range,
      support: max(low, range?.lowerBound ?? low)...min(high, range?.upperBound ?? high))
  }

  private func distribution(
    _ name: DistributionName, _ fit: DistributionFit, _ record: Record
  ) -> Distribution? {
    let node = record["range95"] ?? record["relative95"] ?? record["range"] ?? record.node
    if let range95 = fit.range95, let stated = record["range"], let range = fit.range,
      !fit.support.contains(range95.lowerBound) || !fit.support.contains(range95.upperBound)
    {
      report(.rangeInside95(range, range95), at: stated)
      return nil
    }
    do throws(DistributionFit.Failure) {
      return try fit.distribution(name)
    } catch {
      report(.noDistribution(name.rawValue, fit, error), at: node)
      return nil
    }
  }

  /// Checks that the shares of a split can be no more than makes sense.
  private func checkSplit(_ values: ValueTree, _ rule: QuantityRule, at node: Node) {
    let leaves = values.leaves
    let sum = leaves.reduce(0, +)
    if leaves.contains(where: { $0 < 0 }) || !(sum > 0) || sum > rule.range.upperBound * (1 + 1e-9)
    {
      report(.noSplit(sum, rule), at: node)
    }
  }

  /// What a number moves with: a group, or a group and a correlation.
  private func correlation(_ node: Node) -> Correlation? {
    if case .string = node.value.content {
      return words(node).map { Correlation(group: $0) }
    }
    let keys = ["group", "correlation"]
    guard let record = record(node, "a correlation", keys: keys, required: keys) else {
      return nil
    }
    let group = words(record["group"])
    let correlation = number(record["correlation"], in: -1...1)
    guard let group, let correlation else { return nil }
    return Correlation(group: group, correlation: correlation)
  }

  // MARK: - Ids

  /// Names a number wherever the files are kept.
  func id(of node: Node) -> String {
    guard let place else { return node.location }
    let file = relativeNames[node.file.order] ?? relativeName(of: node.file, to: place)
    relativeNames[node.file.order] = file
    return "\(file):\(node.value.path)"
  }

  private func relativeName(of file: SourceFile, to place: Node) -> String {
    let folder = place.file.identity.split(separator: "/").dropLast()
    let parts = file.identity.split(separator: "/")
    var shared = 0
    while shared < folder.count, shared < parts.count - 1, folder[shared] == parts[shared] {
      shared += 1
    }
    let up = [Substring](repeating: "..", count: folder.count - shared)
    var id = "place"
    if case .string(let text) = place["id"]?.value.content { id = text }
    return ([id[...]] + up + parts[shared...]).joined(separator: "/")
  }
}

extension ValueTree {
  /// Whether it tells residents apart.
  var isTable: Bool {
    if case .constant = self { false } else { true }
  }

  /// The factors with which no number leaves a range that contains 0.
  func factors(within range: ClosedRange<Double>) -> ClosedRange<Double> {
    let most = leaves.map { leaf in
      leaf == 0 ? .infinity : (leaf > 0 ? range.upperBound : range.lowerBound) / leaf
    }
    return 0...max(0, most.min() ?? .infinity)
  }
}
