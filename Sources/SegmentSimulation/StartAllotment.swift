import Dispatch
import SegmentModel
import Synchronization

/// Puts residents into their start segments, block by block and pathway by pathway.
struct StartAllotment {
  private let people: PopulationRoll
  private let stepMonths: Int
  private let luck: Luck
  private let known: StartRows?
  private var pathways: [Pathway]

  /// Residents who share one stratified sample of uniforms.
  private static let groupSize = 64

  /// How residents start in a pathway.
  private enum Pathway {
    case first
    /// As is known already.
    case known
    case shares(StartTable, key: UInt32)
    /// Residents in their order, those of the first block first, with their segments.
    case chosen([(resident: Int, segment: UInt8)])
  }

  /// An allotment of people; where the start of a pathway is the same as one that is known already,
  /// it is taken from there.
  init(
    model: Model, strata: [Attributes], stepMonths: Int, people: PopulationRoll, luck: Luck,
    sharing other: (starts: [Start], rows: StartRows)? = nil
  ) {
    self.people = people
    self.stepMonths = stepMonths
    self.luck = luck
    known = other?.rows
    pathways = []
    var isShared: [Bool] = []
    for (index, pathway) in model.pathways.enumerated() {
      isShared.append(
        other?.starts[index] == pathway.start
          && pathway.start.conditions.allSatisfy { isShared[$0] })
      let key = ChannelKey.pathway(pathway.id)
      switch pathway.start {
      case _ where isShared[index]: pathways.append(.known)
      case .shares(let shares) where shares.isEmpty: pathways.append(.first)
      case .shares(let shares):
        pathways.append(
          .shares(StartTable(model: model, strata: strata, shares: shares), key: key))
      case .counts(let counts): pathways.append(.chosen(chosen(counts, key: key)))
      }
    }
  }

  /// Where everybody starts.
  func rows(threads: Int) -> StartRows {
    let blocks = (people.count + Block.size - 1) / Block.size
    let pieces = max(1, min(threads, blocks))
    let done = Mutex([StartRows?](repeating: nil, count: pieces))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      // A copy, since what is worked out for a kind of resident is kept.
      var allotment = self
      let rows = allotment.rows(blocks: blocks * piece / pieces..<blocks * (piece + 1) / pieces)
      done.withLock { $0[piece] = rows }
    }
    var all = StartRows(pathways: pathways.count)
    for rows in done.withLock({ $0 }) { rows.map { all.append(contentsOf: $0) } }
    return all
  }

  private mutating func rows(blocks: Range<Int>) -> StartRows {
    var rows = StartRows(pathways: pathways.count)
    for block in blocks {
      let first = block * Block.size
      let residents = first..<min(first + Block.size, people.count)
      var segments: [[UInt8]] = []
      for index in pathways.indices {
        segments.append(allot(index, residents, earlier: segments))
      }
      rows.append(segments, residents: residents.count)
    }
    return rows
  }

  private mutating func allot(
    _ index: Int, _ residents: Range<Int>, earlier: [[UInt8]]
  ) -> [UInt8] {
    switch pathways[index] {
    case .known:
      if let known {
        return known.segments(
          pathway: index, block: residents.lowerBound / Block.size, residents: residents.count)
      }
    case .shares(var table, let key):
      // Taken out while it is changed, so that it is not copied.
      pathways[index] = .first
      let segments = allot(&table, key: key, residents, earlier: earlier)
      pathways[index] = .shares(table, key: key)
      return segments
    case .chosen(let chosen):
      return segments(of: chosen, residents)
    case .first: break
    }
    return [UInt8](repeating: 0, count: residents.count)
  }

  private func allot(
    _ table: inout StartTable, key: UInt32, _ residents: Range<Int>, earlier: [[UInt8]]
  ) -> [UInt8] {
    var segments = [UInt8](repeating: 0, count: residents.count)
    var kinds = [Int](repeating: 0, count: Self.groupSize)
    var slots = [UInt8](repeating: 0, count: Self.groupSize)
    let before = residents.lowerBound
    for first in stride(from: before, to: residents.upperBound, by: Self.groupSize) {
      let group = first..<min(first + Self.groupSize, residents.upperBound)
      var isSettled = true
      for resident in group {
        let kind = table.kind(
          stratum: Int(people.stratum[resident]), age: age(resident)
        ) { Int(earlier[$0][resident - before]) }
        kinds[resident - first] = kind
        if !table.isSettled(kind: kind) { isSettled = false }
      }
      if isSettled { continue }
      order(&slots, group: first / Self.groupSize, key: key)
      for resident in group {
        // The slot is the first six bits of the uniform.
        let slot = UInt64(slots[resident - first])
        segments[resident - before] = table.segment(
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
      for last in stride(from: Self.groupSize - 1, to: 0, by: -2) {
        let words = luck.block(UInt32(group), UInt32(last), key, Luck.Purpose.startOrder)
        slots.swapAt(last, Int(words.0.multipliedFullWidth(by: UInt64(last + 1)).high))
        if last > 1 {
          slots.swapAt(last - 1, Int(words.1.multipliedFullWidth(by: UInt64(last)).high))
        }
      }
    }
  }

  /// Exact numbers of those present at the start, picked by the order of a keyed uniform.
  private func chosen(
    _ counts: [Int: Int], key: UInt32
  ) -> [(resident: Int, segment: UInt8)] {
    let order = lowest(counts.values.reduce(0, +), key: key)
    var chosen: [(resident: Int, segment: UInt8)] = []
    for (segment, number) in counts.sorted(by: { $0.key < $1.key }) {
      chosen += order[chosen.count..<chosen.count + number].map { ($0, UInt8(segment)) }
    }
    return chosen.sorted { $0.resident < $1.resident }
  }

  /// The segments of some residents, given those who were chosen.
  private func segments(
    of chosen: [(resident: Int, segment: UInt8)], _ residents: Range<Int>
  ) -> [UInt8] {
    var segments = [UInt8](repeating: 0, count: residents.count)
    var (low, high) = (0, chosen.count)
    while low < high {
      let middle = (low + high) / 2
      if chosen[middle].resident < residents.lowerBound { low = middle + 1 } else { high = middle }
    }
    for (resident, segment) in chosen[low...].prefix(while: { $0.resident < residents.upperBound })
    {
      segments[resident - residents.lowerBound] = segment
    }
    return segments
  }

  /// Of those present at the start, so many with the lowest uniforms, in their order.
  private func lowest(_ number: Int, key: UInt32) -> [Int] {
    let present = people.entryStep.count { $0 == 0 }
    // Nearly all who are not among them are left out before sorting.
    let share = Double(number) / Double(max(present, 1))
    let most = min(1, share + 0.01 + 10 * (share / Double(max(present, 1))).squareRoot())
    let few = uniforms(below: Luck.threshold(most), key: key)
    let enough = few.count >= number ? few : uniforms(below: .max, key: key)
    return enough.sorted { $0 < $1 }.prefix(number).map(\.resident)
  }

  /// The uniforms of those present at the start that are below a limit.
  private func uniforms(below limit: UInt64, key: UInt32) -> [(uniform: UInt64, resident: Int)] {
    people.entryStep.indices.compactMap { resident in
      guard people.entryStep[resident] == 0 else { return nil }
      let uniform = Luck.bits56(luck.block(UInt32(resident), 0, key, Luck.Purpose.start))
      return uniform < limit ? (uniform, resident) : nil
    }
  }
}

extension Start {
  /// Pathways whose start segments the shares depend on.
  fileprivate var conditions: Set<Int> {
    guard case .shares(let shares) = self else { return [] }
    return Set(shares.values.flatMap { $0.values.pathways })
  }
}
