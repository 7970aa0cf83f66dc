/// Finds those whose luck falls below their bound: for whom something may happen in a channel and step.
final class CandidateFinder {
  /// Room for the candidates and their uniforms; four more than can be, for what is made four at a time.
  let residents: UnsafeMutablePointer<Int32>
  let uniforms: UnsafeMutablePointer<UInt64>
  /// By code of ``CandidateBounds``, the uniforms below it.
  private let limits: UnsafeMutablePointer<UInt64>
  /// Bits of residents listed by the level in hand, and by any.
  private let taken: UnsafeMutablePointer<UInt64>
  private let listed: UnsafeMutablePointer<UInt64>
  private let levels = LuckLevel.all
  private static let words = LuckLevel.residents / 64

  init() {
    residents = .allocate(capacity: Block.size + 4)
    uniforms = .allocate(capacity: Block.size + 4)
    limits = .allocate(capacity: 256)
    taken = .allocate(capacity: Self.words)
    listed = .allocate(capacity: Self.words)
    residents.initialize(repeating: 0, count: Block.size + 4)
    uniforms.initialize(repeating: 0, count: Block.size + 4)
    for code in 0..<256 {
      let limit = CandidateBounds.chance(code: UInt8(code)) * 0x1p56
      (limits + code).initialize(to: UInt64(limit))
    }
    taken.initialize(repeating: 0, count: Self.words)
    listed.initialize(repeating: 0, count: Self.words)
  }

  deinit {
    for p in [uniforms, limits, taken, listed] { p.deallocate() }
    residents.deallocate()
  }

  /// Lists the candidates of a block in ``residents``, in no order, and their uniforms; says how many
  /// there are. `codes` are their bounds and `highest` is at least the highest of them.
  @inline(__always)
  func find(
    _ luck: Luck, block: Int, step: Int, channel: UInt32, codes: UnsafePointer<UInt8>,
    highest: UInt8
  ) -> Int {
    let most = limits[Int(highest)]
    var count = 0
    listed.update(repeating: 0, count: Self.words)
    for number in 0..<levels.count where most > levels[number].lower {
      taken.update(repeating: 0, count: Self.words)
      luck.forEachResident(
        in: levels[number], number: number, run: block, step: step, channel: channel, taken: taken
      ) { i, uniform in
        if uniform < limits[Int(codes[i])] && listed[i >> 6] >> UInt64(i & 63) & 1 == 0 {
          residents[count] = Int32(truncatingIfNeeded: i)
          uniforms[count] = uniform
          count += 1
        }
      }
      for word in 0..<Self.words { listed[word] |= taken[word] }
    }
    if most > LuckLevel.top {
      count = findTop(luck, block: block, step: step, channel: channel, codes, from: count)
    }
    return count
  }

  /// Lists those, too, whose bound and uniform are above all levels.
  private func findTop(
    _ luck: Luck, block: Int, step: Int, channel: UInt32, _ codes: UnsafePointer<UInt8>,
    from start: Int
  ) -> Int {
    let row = UnsafeRawPointer(codes)
    // The code whose chance is just the top's.
    let top = SIMD16<UInt8>(repeating: CandidateBounds.code(chance: 0x1p-4 * (1 - 0x1p-6)))
    var end = start
    for group in stride(from: 0, to: Block.size, by: 16) {
      let hit = row.loadUnaligned(fromByteOffset: group, as: SIMD16<UInt8>.self) .> top
      let marks = unsafeBitCast(
        SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: hit), to: SIMD2<UInt64>.self)
      if marks.x | marks.y == 0 { continue }
      for half in 0..<2 {
        var rest = half == 0 ? marks.x : marks.y
        while rest != 0 {
          let i = group + 8 * half + rest.trailingZeroBitCount / 8
          rest &= rest &- 1
          if listed[i >> 6] >> UInt64(i & 63) & 1 == 0 {
            residents[end] = Int32(truncatingIfNeeded: i)
            end += 1
          }
        }
      }
    }
    luck.topUniforms(
      residents + start, count: end - start, first: block * Block.size, step: step,
      channel: channel, into: uniforms + start)
    var count = start
    for n in start..<end where uniforms[n] < limits[Int(codes[Int(residents[n])])] {
      residents[count] = residents[n]
      uniforms[count] = uniforms[n]
      count += 1
    }
    return count
  }
}
