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
    var kinds = [Int](repeating: 0, count: Self.groupSize)
    var slots = [UInt8](repeating: 0, count: Self.groupSize)
    for first in stride(from: 0, to: count, by: Self.groupSize) {
      let group = first..<min(first + Self.groupSize, count)
      var isSettled = true
      for resident in group {
        let kind = table.kind(
          stratum: Int(people.stratum[resident]), age: age(resident)
        ) { Int(earlier[$0][resident]) }
        kinds[resident - first] = kind
        if !table.isSettled(kind: kind) { isSettled = false }
      }
      if isSettled { continue }
      order(&slots, group: first / Self.groupSize, key: key)
      for resident in group {
        // The slot is the first six bits of the uniform.
        let slot = UInt64(slots[resident - first])
        segments[resident] = table.segment(
          kind: kinds[resident - first], from: slot << 50, to: (slot + 1) << 50
        ) {
          let words = luck.block(UInt32(resident), 0, key, Luck.Purpose.start)
          return slot << 50 | Luck.bits56(words) >> 6
        }
      }
    }
    return segments
  }

  /// Age in completed years on entering.
  private func age(_ resident: Int) -> Int {
    let entry = Int(people.entryStep[resident]) * stepMonths
    return min((entry - Int(people.birthMonth[resident])) / 12, AgeRange.oldest)
  }

  /// Puts the 64 slots of a group in a random order.
  private func order(_ slots: inout [UInt8], group: Int, key: UInt32) {
    slots.withUnsafeMutableBufferPointer { slots in
      for slot in 0..<Self.groupSize { slots[slot] = UInt8(slot) }
      for first in stride(from: Self.groupSize - 4, through: 0, by: -4) {
        let words = luck.fourBlocks(
          UInt32(group), from: UInt32(first), key, Luck.Purpose.startOrder)
        for last in stride(from: first + 3, through: max(first, 1), by: -1) {
          slots.swapAt(last, Int((words[last - first] &* UInt64(last + 1)) >> 32))
        }
      }
    }
  }

  /// Exact numbers of those present at the start, picked by the order of a keyed uniform.
  private func allot(_ pathway: Pathway, _ counts: [Int: Int]) -> [UInt8] {
    var segments = [UInt8](repeating: 0, count: people.stratum.count)
    let key = ChannelKey.pathway(pathway.id)
    let order = lowest(counts.values.reduce(0, +), key: key)
    var next = 0
    for (segment, number) in counts.sorted(by: { $0.key < $1.key }) {
      for resident in order[next..<next + number] { segments[resident] = UInt8(segment) }
      next += number
    }
    return segments
  }

  /// Of those present at the start, so many with the lowest uniforms, in their order.
  private func lowest(_ number: Int, key: UInt32) -> [Int] {
    var uniforms: [(uniform: UInt64, resident: Int)] = []
    uniforms.reserveCapacity(people.entryStep.count)
    for resident in people.entryStep.indices where people.entryStep[resident] == 0 {
      let words = luck.block(UInt32(resident), 0, key, Luck.Purpose.start)
      uniforms.append((Luck.bits56(words), resident))
    }
    // Nearly all who are not among them are left out before sorting.
    let share = Double(number) / Double(max(uniforms.count, 1))
    let most = share + 0.01 + 10 * (share / Double(max(uniforms.count, 1))).squareRoot()
    let few = uniforms.filter { $0.uniform < Luck.threshold(min(1, most)) }
    let enough = few.count >= number ? few : uniforms
    return enough.sorted { $0 < $1 }.prefix(number).map(\.resident)
  }
}

extension Start {
  /// Pathways whose start segments the shares depend on.
  fileprivate var conditions: Set<Int> {
    guard case .shares(let shares) = self else { return [] }
    return Set(shares.values.flatMap { $0.values.pathways })
  }
}
