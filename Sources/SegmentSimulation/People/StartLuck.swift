/// The luck by which residents start in the segments of one pathway.
///
/// It is keyed by resident, or by group of neighbours, and pathway alone.
struct StartLuck {
  private let luck: Luck
  private let key: UInt32

  /// Neighbours who share one stratified sample of uniforms.
  static let groupSize = 64

  init(_ luck: Luck, pathway id: String) {
    self.luck = luck
    key = ChannelKey.pathway(id)
  }

  /// A resident's uniform, of 64 bits.
  @inline(__always)
  func uniform(of resident: Int) -> UInt64 {
    let pair = words(resident / 2, 0, Luck.Purpose.start)
    return resident % 2 == 0 ? pair.0 : pair.1
  }

  /// Calls with the uniform of each of some residents, of whom the first has an even number.
  @inline(__always)
  func forEachUniform(
    of residents: Range<Int>, _ body: (_ resident: Int, _ uniform: UInt64) -> Void
  ) {
    var resident = residents.lowerBound
    while resident < residents.upperBound {
      let pair = words(resident / 2, 0, Luck.Purpose.start)
      body(resident, pair.0)
      if resident + 1 < residents.upperBound { body(resident + 1, pair.1) }
      resident += 2
    }
  }

  /// Calls with the places in a group of those who have its slots 0, 1, ..., in this order, up to so
  /// many.
  ///
  /// Who has a slot does not depend on how many are asked for.
  @inline(__always)
  func forEachSlot(
    below count: Int, ofGroup group: Int, _ body: (_ slot: Int, _ member: Int) -> Void
  ) {
    // Every index is below the size of a group: a place, or a slot and a pick from there to its end.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.groupSize) { members in
      var pair = words(group, 0, Luck.Purpose.startOrder)
      // Six bits of their own make each member's slot uniform to the last bit.
      let flip = UInt8(truncatingIfNeeded: pair.0 & 63)
      for place in 0..<Self.groupSize {
        members[place] = UInt8(truncatingIfNeeded: place) ^ flip
      }
      var fraction = pair.0 & ~63
      for slot in 0..<count {
        // A word serves four slots, so that what is left of it stays uniform.
        if slot & 3 == 0 && slot > 0 {
          if slot & 7 == 0 { pair = words(group, slot >> 3, Luck.Purpose.startOrder) }
          fraction = slot & 7 == 0 ? pair.0 : pair.1
        }
        let left = UInt64(truncatingIfNeeded: Self.groupSize &- slot)
        let pick = fraction.multipliedFullWidth(by: left)
        fraction = pick.low
        members.swapAt(slot, slot &+ Int(truncatingIfNeeded: pick.high))
      }
      for slot in 0..<count { body(slot, Int(members[slot])) }
    }
  }

  /// The two random integers at an address.
  @inline(__always)
  private func words(_ a: Int, _ b: Int, _ purpose: UInt32) -> (UInt64, UInt64) {
    luck.block(UInt32(truncatingIfNeeded: a), UInt32(truncatingIfNeeded: b), key, purpose)
  }
}
