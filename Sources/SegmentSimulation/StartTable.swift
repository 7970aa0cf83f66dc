import SegmentModel

/// Cumulative shares of a pathway's start segments, worked out once for each kind of resident.
struct StartTable {
  private let shares: [ValueTree]
  /// Strata that the shares tell apart, and which of them each stratum is.
  private let strata: [Attributes]
  private let kindOfStratum: [Int]
  /// 1 if shares depend on age, else 0.
  private let ageStride: Int
  /// Pathways whose segments the shares depend on, with their numbers of segments.
  private let conditions: [(pathway: Int, segments: Int)]
  private let segments: [UInt8]
  /// Cumulative thresholds: [kind of resident][share], once they are known.
  private var thresholds: [UInt64]
  private var knowledge: [Knowledge]

  /// What is known of a kind of resident.
  private enum Knowledge {
    case nothing, thresholds
    /// They are in the first segment whatever luck says.
    case isSettled
  }

  init(model: Model, strata: [Attributes], shares: [Int: Quantity]) {
    let sorted = shares.sorted { $0.key < $1.key }
    self.shares = sorted.map(\.value.values)
    segments = sorted.map { UInt8($0.key) }
    let traits = self.shares.reduce(into: Traits()) { $0.formUnion($1.traits) }
    let kindsOfStrata = strata.map(traits.kind)
    self.strata = Set(kindsOfStrata).sorted {
      ($0.sex, $0.area, $0.deprivation) < ($1.sex, $1.area, $1.deprivation)
    }
    let number = Dictionary(uniqueKeysWithValues: zip(self.strata, self.strata.indices))
    kindOfStratum = kindsOfStrata.map { number[$0]! }
    ageStride = traits.contains(.age) ? 1 : 0
    let pathways = Set(shares.values.flatMap { $0.values.pathways }).sorted()
    conditions = pathways.map { ($0, model.pathways[$0].segments.count) }
    let kinds = conditions.reduce(self.strata.count * (AgeRange.oldest + 1)) { $0 * $1.segments }
    thresholds = [UInt64](repeating: 0, count: kinds * shares.count)
    knowledge = [Knowledge](repeating: .nothing, count: kinds)
  }

  /// A number for a kind of resident, who holds segments as `held` says.
  @inline(__always)
  mutating func kind(stratum: Int, age: Int, held: (_ pathway: Int) -> Int) -> Int {
    var kind = kindOfStratum[stratum] * (AgeRange.oldest + 1) + age * ageStride
    for condition in conditions { kind = kind * condition.segments + held(condition.pathway) }
    if knowledge[kind] == .nothing {
      let limits = cumulative(stratum, age, held)
      for (index, limit) in limits.enumerated() {
        thresholds[kind * limits.count + index] = limit
      }
      knowledge[kind] = limits.allSatisfy { $0 == 0 } ? .isSettled : .thresholds
    }
    return kind
  }

  /// Whether a kind of resident is in the first segment whatever luck says.
  @inline(__always)
  func isSettled(kind: Int) -> Bool { knowledge[kind] == .isSettled }

  /// The segment that a uniform falls in which is at least `least` and below `end`; the uniform
  /// itself is asked for only where that does not say.
  @inline(__always)
  func segment(
    kind: Int, from least: UInt64, to end: UInt64, uniform: () -> UInt64
  ) -> UInt8 {
    var (least, end) = (least, end)
    for index in segments.indices {
      let limit = thresholds[kind * segments.count + index]
      if least < limit && limit < end {
        least = uniform()
        end = least + 1
      }
      if least < limit { return segments[index] }
    }
    return 0
  }

  private func cumulative(_ stratum: Int, _ age: Int, _ held: (Int) -> Int) -> [UInt64] {
    var who = strata[kindOfStratum[stratum]]
    who.age = age
    var total = 0.0
    return shares.map {
      total += $0.value(for: who, segment: held)
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
