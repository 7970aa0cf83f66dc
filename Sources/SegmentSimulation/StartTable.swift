import SegmentModel

/// Cumulative shares of a pathway's start segments, worked out once for each kind of resident.
struct StartTable {
  private let shares: [(segment: Int, share: Quantity)]
  private let strata: [Attributes]
  /// Pathways whose segments the shares depend on, with their numbers of segments.
  private let conditions: [(pathway: Int, segments: Int)]
  /// Cumulative thresholds by kind of resident; empty until asked for.
  private var thresholds: [[UInt64]]

  init(model: Model, strata: [Attributes], shares: [Int: Quantity]) {
    self.shares = shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.strata = strata
    let pathways = Set(shares.values.flatMap { $0.values.pathways }).sorted()
    conditions = pathways.map { ($0, model.pathways[$0].segments.count) }
    let kinds = conditions.reduce(strata.count * (AgeRange.oldest + 1)) { $0 * $1.segments }
    thresholds = [[UInt64]](repeating: [], count: kinds)
  }

  /// The segment that a uniform falls in.
  mutating func segment(
    _ uniform: UInt64, stratum: Int, age: Int, held: (_ pathway: Int) -> Int
  ) -> UInt8 {
    var kind = stratum * (AgeRange.oldest + 1) + age
    for condition in conditions { kind = kind * condition.segments + held(condition.pathway) }
    if thresholds[kind].isEmpty { thresholds[kind] = cumulative(stratum, age, held) }
    let limits = thresholds[kind]
    for index in limits.indices where uniform < limits[index] {
      return UInt8(shares[index].segment)
    }
    return 0
  }

  private func cumulative(_ stratum: Int, _ age: Int, _ held: (Int) -> Int) -> [UInt64] {
    var who = strata[stratum]
    who.age = age
    var total = 0.0
    return shares.map {
      total += $0.share.value(for: who, segment: held)
      return Luck.threshold(min(total, 1))
    }
  }
}

extension ValueTree {
  /// Pathways whose segment the value depends on.
  var pathways: Set<Int> {
    switch self {
    case .constant, .atAge: []
    case .byAge(let bands): Set(bands.flatMap { $0.1.pathways })
    case .bySex(let branches), .byArea(let branches), .byDeprivation(let branches),
      .product(let branches):
      Set(branches.flatMap(\.pathways))
    case .bySegment(let pathway, let branches): Set(branches.flatMap(\.pathways)).union([pathway])
    }
  }
}
