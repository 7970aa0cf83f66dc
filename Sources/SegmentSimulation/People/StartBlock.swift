import SegmentModel

/// A block of residents while it is worked out where they start.
///
/// One thread has it in hand. Residents, by place in the block, and pathways are numbered by those who
/// allot, which keeps them in range; debug builds check.
final class StartBlock {
  /// The first resident, and how many there are.
  private(set) var first = 0
  private(set) var count = 0
  /// By resident, what never changes; age is in completed years on entering.
  let stratum: UnsafeMutablePointer<UInt16>
  let age: UnsafeMutablePointer<UInt8>
  private let pathways: Int
  /// [pathway][resident].
  private let segments: UnsafeMutablePointer<UInt8>
  /// By resident, the number of pathways in which they are not in the first segment, and these: each
  /// in the low byte, the segment in the high one.
  private let heldCount: UnsafeMutablePointer<UInt8>
  private let held: UnsafeMutablePointer<UInt16>

  init(pathways: Int) {
    self.pathways = pathways
    stratum = .allocate(capacity: Block.size)
    age = .allocate(capacity: Block.size)
    segments = .allocate(capacity: pathways * Block.size)
    heldCount = .allocate(capacity: Block.size)
    held = .allocate(capacity: pathways * Block.size)
  }

  deinit {
    stratum.deallocate()
    age.deallocate()
    segments.deallocate()
    heldCount.deallocate()
    held.deallocate()
  }

  /// Takes up a block, with everybody in the first segments.
  func begin(_ index: Int, of people: PopulationRoll, stepMonths: Int) {
    first = index * Block.size
    count = min(Block.size, people.count - first)
    for i in 0..<count {
      stratum[i] = people.stratum[first + i]
      let entry = Int(people.entryStep[first + i]) * stepMonths
      let months = entry - Int(people.birthMonth[first + i])
      age[i] = UInt8(min(months / 12, AgeRange.oldest))
    }
    segments.initialize(repeating: 0, count: pathways * Block.size)
    heldCount.initialize(repeating: 0, count: Block.size)
  }

  @inline(__always)
  func segment(_ i: Int, _ pathway: Int) -> UInt8 {
    assert(i >= 0 && i < count && pathway >= 0 && pathway < pathways)
    return segments[pathway * Block.size + i]
  }

  /// Puts a resident into a segment of a pathway, other than the first; once for each pathway.
  @inline(__always)
  func put(_ i: Int, _ pathway: Int, _ segment: UInt8) {
    assert(self.segment(i, pathway) == 0 && segment != 0)
    segments[pathway * Block.size + i] = segment
    held[i * pathways + Int(heldCount[i])] =
      UInt16(truncatingIfNeeded: pathway) | UInt16(segment) << 8
    heldCount[i] &+= 1
  }

  /// Everybody's segments, as ``StartRows`` keeps them.
  func packed() -> [UInt8] {
    let bytes = (0..<count).reduce(count) { $0 + 2 * Int(heldCount[$1]) }
    return [UInt8](unsafeUninitializedCapacity: bytes) { packed, used in
      for i in 0..<count {
        packed[used] = heldCount[i]
        used += 1
        for n in 0..<Int(heldCount[i]) {
          let pair = held[i * pathways + n]
          packed[used] = UInt8(truncatingIfNeeded: pair)
          packed[used + 1] = UInt8(pair >> 8)
          used += 2
        }
      }
    }
  }
}
