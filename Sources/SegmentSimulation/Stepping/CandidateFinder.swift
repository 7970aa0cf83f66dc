/// Finds those whose luck falls below their bound: for whom something may happen in a channel and step.
final class CandidateFinder {
  /// Room for the candidates and their uniforms, and one more.
  ///
  /// Levels list a few dozen at most (``LuckLevel/most``), which there is room for before doubles are
  /// left out; then nobody is there twice.
  let residents: UnsafeMutablePointer<Int32>
  let uniforms: UnsafeMutablePointer<UInt64>
  /// By code of ``CandidateBounds``, the uniforms below it.
  private let limits: UnsafeMutablePointer<UInt64>
  /// By resident, the mark of the last list they were in; each list of each search has another.
  private let marks: UnsafeMutablePointer<UInt32>
  private var lastMark: UInt32 = 0
  /// Groups of 16 residents of whom some have bounds above all levels.
  private let groups: UnsafeMutablePointer<UInt32>
  private let levels = LuckLevel.all

  init() {
    precondition(
      (0..<LuckLevel.all.count).reduce(0) { $0 + LuckLevel.all[$1].most } <= Block.size,
      "the lists of all levels have room in a block")
    residents = .allocate(capacity: Block.size + 1)
    uniforms = .allocate(capacity: Block.size + 1)
    limits = .allocate(capacity: 256)
    marks = .allocate(capacity: Block.size)
    marks.initialize(repeating: 0, count: Block.size)
    residents.initialize(repeating: 0, count: Block.size + 1)
    uniforms.initialize(repeating: 0, count: Block.size + 1)
    for code in 0..<256 {
      let limit = CandidateBounds.chance(code: UInt8(code)) * 0x1p56
      (limits + code).initialize(to: UInt64(limit))
    }
    groups = .allocate(capacity: Block.size / 16 + 1)
    groups.initialize(repeating: 0, count: Block.size / 16 + 1)
  }

  deinit {
    uniforms.deallocate()
    limits.deallocate()
    marks.deallocate()
    residents.deallocate()
    groups.deallocate()
  }

  /// Lists the candidates of a block in ``residents``, in no order, and their uniforms.
  ///
  /// Says how many there are. `codes` are their bounds and `highest` is at least the highest of them.
  @inline(__always)
  func find(
    _ luck: Luck, block: Int, step: Int, channel: UInt32, codes: UnsafePointer<UInt8>,
    highest: UInt8
  ) -> Int {
    let most = limits[Int(highest)]
    var count = 0
    let (residents, uniforms, limits, marks) = (residents, uniforms, limits, marks)
    let none = newMarks()
    for number in 0..<levels.count where most > levels[number].lower {
      luck.forEachResident(
        in: levels[number], number: number, run: block, step: step, channel: channel,
        marks: marks, mark: none + UInt32(number) + 1
      ) { i, uniform, before in
        // Without a branch, so that what is fetched for one is fetched beside the others.
        residents[count] = Int32(truncatingIfNeeded: i)
        uniforms[count] = uniform
        let isBelow = uniform < limits[Int(codes[i])] ? 1 : 0
        count &+= isBelow & (before <= none ? 1 : 0)
      }
    }
    if most > LuckLevel.top {
      count = findTop(
        luck, block: block, step: step, channel: channel, codes, none, from: count)
    }
    return count
  }

  /// The mark that nobody listed in a new search has, nor the marks above it.
  private func newMarks() -> UInt32 {
    let room = UInt32(levels.count)
    if lastMark > .max - 2 * room {
      marks.update(repeating: 0, count: Block.size)
      lastMark = 0
    }
    defer { lastMark += room }
    return lastMark
  }

  /// Lists those, too, whose bound and uniform are above all levels.
  private func findTop(
    _ luck: Luck, block: Int, step: Int, channel: UInt32, _ codes: UnsafePointer<UInt8>,
    _ none: UInt32, from start: Int
  ) -> Int {
    let row = UnsafeRawPointer(codes)
    let high: UInt64 = 0x8080_8080_8080_8080
    var groups = 0
    for group in 0..<Block.size / 16 {
      let eight = row.load(fromByteOffset: 16 * group, as: UInt64.self)
      let more = row.load(fromByteOffset: 16 * group + 8, as: UInt64.self)
      self.groups[groups] = UInt32(truncatingIfNeeded: group)
      groups += (eight | more) & high == 0 ? 0 : 1
    }
    var end = start
    let first = block * (Block.size / 16)
    for n in 0..<groups {
      let group = Int(self.groups[n])
      let bits = luck.topBytes(ofGroup: first + group, step: step, channel: channel)
      end = match(bits, row, group, none, end)
    }
    for n in start..<end {
      uniforms[n] = luck.topUniform(
        UInt8(truncatingIfNeeded: uniforms[n]), resident: block * Block.size + Int(residents[n]),
        step: step, channel: channel)
    }
    return end
  }

  /// Lists those of a group whose bound and uniform are above all levels, given the first seven bits.
  @inline(__always)
  private func match(
    _ bits: SIMD16<UInt8>, _ codes: UnsafeRawPointer, _ group: Int, _ none: UInt32,
    _ start: Int
  ) -> Int {
    let bounds = codes.loadUnaligned(fromByteOffset: 16 * group, as: SIMD16<UInt8>.self)
    let hit = (bits | SIMD16(repeating: 0x80)) .<= bounds
    let hits = unsafeBitCast(
      SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: hit), to: SIMD2<UInt64>.self)
    if hits.x | hits.y == 0 { return start }
    var end = start
    for half in 0..<2 {
      var rest = half == 0 ? hits.x : hits.y
      while rest != 0 {
        let n = 8 * half + rest.trailingZeroBitCount / 8
        let i = 16 * group + n
        rest &= rest &- 1
        residents[end] = Int32(truncatingIfNeeded: i)
        uniforms[end] = UInt64(bits[n])
        end += marks[i] <= none ? 1 : 0
      }
    }
    return end
  }
}
