import SegmentModel

/// Puts residents into their start segments, pathway by pathway.
struct StartAllotment {
  let model: Model
  let strata: [Attributes]
  let stepMonths: Int
  let people: PopulationRoll
  let luck: Luck

  /// Residents who share one stratified sample of uniforms.
  private static let groupSize = 64

  /// Start segments: [pathway][resident]; those of pathways whose start is the same as one that is
  /// known already are taken from there.
  func segments(
    sharing known: (starts: [Start], segments: [[UInt8]])? = nil
  ) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var isShared: [Bool] = []
    for (index, pathway) in model.pathways.enumerated() {
      let others = pathway.start.conditions
      isShared.append(known?.starts[index] == pathway.start && others.allSatisfy { isShared[$0] })
      if isShared[index], let known {
        result.append(known.segments[index])
        continue
      }
      switch pathway.start {
      case .shares(let shares): result.append(allot(pathway, shares, earlier: result))
      case .counts(let counts): result.append(allot(pathway, counts))
      }
    }
    return result
  }

  private func allot(_ pathway: Pathway, _ shares: [Int: Quantity], earlier: [[UInt8]]) -> [UInt8] {
    let count = people.stratum.count
    var segments = [UInt8](repeating: 0, count: count)
    guard !shares.isEmpty else { return segments }
    var table = StartTable(model: model, strata: strata, shares: shares)
    let key = ChannelKey.pathway(pathway.id)
    var slots: [UInt8] = []
    for resident in 0..<count {
      if resident % Self.groupSize == 0 {
        slots = order(group: resident / Self.groupSize, key: key)
      }
      let entry = Int(people.entryStep[resident]) * stepMonths
      let age = min((entry - Int(people.birthMonth[resident])) / 12, AgeRange.oldest)
      let words = luck.block(UInt32(resident), 0, key, Luck.Purpose.start)
      let uniform = UInt64(slots[resident % Self.groupSize]) << 50 | Luck.bits56(words) >> 6
      segments[resident] = table.segment(
        uniform, stratum: Int(people.stratum[resident]), age: age
      ) { Int(earlier[$0][resident]) }
    }
    return segments
  }

  /// A random order of the 64 slots of a group.
  private func order(group: Int, key: UInt32) -> [UInt8] {
    var slots = (0..<UInt8(Self.groupSize)).map { $0 }
    for last in stride(from: Self.groupSize - 1, to: 0, by: -1) {
      let words = luck.block(UInt32(group), UInt32(last), key, Luck.Purpose.startOrder)
      slots.swapAt(last, Int((UInt64(words.0) * UInt64(last + 1)) >> 32))
    }
    return slots
  }

  /// Exact numbers of those present at the start, picked by the order of a keyed uniform.
  private func allot(_ pathway: Pathway, _ counts: [Int: Int]) -> [UInt8] {
    var segments = [UInt8](repeating: 0, count: people.stratum.count)
    let key = ChannelKey.pathway(pathway.id)
    let order = people.entryStep.indices.filter { people.entryStep[$0] == 0 }
      .map { (Luck.bits56(luck.block(UInt32($0), 0, key, Luck.Purpose.start)), $0) }
      .sorted { $0 < $1 }
    var next = 0
    for (segment, number) in counts.sorted(by: { $0.key < $1.key }) {
      for (_, resident) in order[next..<next + number] { segments[resident] = UInt8(segment) }
      next += number
    }
    return segments
  }
}

extension Start {
  /// Pathways whose start segments the shares depend on.
  fileprivate var conditions: Set<Int> {
    guard case .shares(let shares) = self else { return [] }
    return Set(shares.values.flatMap { $0.values.pathways })
  }
}
