import SegmentModel

/// Cumulative shares of a pathway's start segments, worked out once for each kind of resident.
struct StartTable {
  private let luck: StartLuck
  private let shares: [ValueTree]
  private let segments: [UInt8]
  /// By kind of resident, how many of the 64 slots of a group are not wholly in the first segment.
  private var slots: [UInt8]
  /// Cumulative thresholds: [kind][share], once they are known.
  private var thresholds: [UInt64]

  /// Stands in ``slots`` for what is not known yet.
  private static let unknown: UInt8 = .max

  /// For so many `kinds` of residents, the last of whom are nobody.
  init(shares: [Int: Quantity], kinds: Int, luck: StartLuck) {
    self.luck = luck
    let sorted = shares.sorted { $0.key < $1.key }
    self.shares = sorted.map(\.value.values)
    segments = sorted.map { UInt8($0.key) }
    slots = [UInt8](repeating: Self.unknown, count: kinds - 1) + [0]
    thresholds = [UInt64](repeating: 0, count: kinds * shares.count)
  }

  /// Puts a block's residents, sorted into kinds, into the pathway's segments.
  ///
  /// In each group the slot of a resident is the first six bits of their uniform. Whose slots are low
  /// is found slot by slot, as far as shares reach.
  mutating func allot(_ pathway: Int, to block: StartBlock, by kinds: StartKinds) {
    for first in stride(from: 0, to: block.count, by: StartLuck.groupSize) {
      let group = first..<first + StartLuck.groupSize
      var most = mostSlots(kinds, of: group)
      if most == Self.unknown {
        for i in group where slots[kinds[i]] == Self.unknown { learn(kinds[i], kinds) }
        most = mostSlots(kinds, of: group)
      }
      if most == 0 { continue }
      let number = (block.first + first) / StartLuck.groupSize
      luck.forEachSlot(below: Int(most), ofGroup: number) { slot, member in
        let i = first + member
        guard slot < slots[kinds[i]] else { return }
        let segment = segment(kind: kinds[i], slot: UInt64(slot)) {
          luck.uniform(of: block.first + i)
        }
        if segment != 0 { block.put(i, pathway, segment) }
      }
    }
  }

  /// The most slots of any resident of a group.
  @inline(__always)
  private func mostSlots(_ kinds: StartKinds, of group: Range<Int>) -> UInt8 {
    // Every kind is below the number of kinds.
    slots.withUnsafeBufferPointer { slots in
      var most: UInt8 = 0
      for i in group { most = max(most, slots[kinds[i]]) }
      return most
    }
  }

  /// The segment that a uniform in a slot falls in; its other bits are asked for only where the slot
  /// does not say.
  @inline(__always)
  private func segment(kind: Int, slot: UInt64, uniform: () -> UInt64) -> UInt8 {
    var (least, end) = (slot << 50, (slot + 1) << 50)
    let first = kind * segments.count
    for index in segments.indices {
      let limit = thresholds[first + index]
      if least < limit && limit < end {
        least |= uniform() >> 14
        end = least + 1
      }
      if least < limit { return segments[index] }
    }
    return 0
  }

  /// Works out the shares of residents of a kind, and of those of all other ages.
  private mutating func learn(_ kind: Int, _ kinds: StartKinds) {
    let (first, who, held) = kinds.youngest(like: kind)
    var totals = [Double](repeating: 0, count: kinds.ages)
    for (index, share) in shares.enumerated() {
      let values =
        kinds.ages == 1
        ? [share.value(for: who) { held[$0] }] : share.valuesByAge(for: who) { held[$0] }
      for age in totals.indices {
        totals[age] += values[age]
        let limit = Luck.threshold(min(totals[age], 1))
        thresholds[(first + age) * shares.count + index] = limit
        slots[first + age] = UInt8((limit + (1 << 50) - 1) >> 50)
      }
    }
  }
}
