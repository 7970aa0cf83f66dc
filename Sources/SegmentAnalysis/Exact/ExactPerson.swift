import SegmentModel

/// Who a resident is at one moment, as far as a number of the model can depend on it.
struct ExactPerson {
  /// Attributes, age in completed years at that moment.
  var who: Attributes
  /// The segment held in each pathway.
  var segments: [Int]
  /// Whether each intervention reaches the resident in this step.
  var reached: [Bool]

  /// The value of a quantity for this resident.
  func value(_ quantity: Quantity) -> Double { value(quantity.values) }

  private func value(_ tree: ValueTree) -> Double {
    switch tree {
    case .constant(let value): value
    case .byAge(let bands):
      bands.lazy.filter { $0.0.lower <= who.age && who.age <= $0.0.upper }.map { value($0.1) }
        .first ?? 0
    case .atAge(let knots):
      Self.onLines(through: knots.map { ($0.age, $0.value) }, at: Double(who.age) + 0.5)
    case .bySex(let branches): value(branches[who.sex])
    case .byArea(let branches): value(branches[who.area])
    case .byDeprivation(let branches): value(branches[who.deprivation])
    case .bySegment(let pathway, let branches): value(branches[segments[pathway]])
    case .product(let factors): factors.map(value).reduce(1, *)
    }
  }

  /// Whether a condition admits this resident.
  func meets(_ condition: Eligibility) -> Bool {
    if let ages = condition.ages, who.age < ages.lower || who.age > ages.upper { return false }
    if let sexes = condition.sexes, !sexes.contains(who.sex) { return false }
    if let areas = condition.areas, !areas.contains(who.area) { return false }
    if let groups = condition.deprivation, !groups.contains(who.deprivation) { return false }
    return condition.segments.allSatisfy { $0.value.contains(segments[$0.key]) }
  }

  /// The height at `x` of the lines that join points, level before the first and after the last.
  static func onLines(through points: [(x: Double, y: Double)], at x: Double) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if x <= first.x { return first.y }
    for (a, b) in zip(points, points.dropFirst()) where x <= b.x {
      let part = (x - a.x) / (b.x - a.x)
      return a.y * (1 - part) + b.y * part
    }
    return last.y
  }
}
