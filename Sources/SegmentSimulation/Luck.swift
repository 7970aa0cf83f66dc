import SegmentModel

/// All the luck of one replicate, addressed by resident, step and channel.
///
/// A uniform has 56 bits, as an integer below 2^56. Nothing is consumed, so the same resident meets
/// the same luck in every scenario and on any number of threads. The layout below is part of
/// every published result: changing it changes them all.
public struct Luck: Hashable, Sendable {
  let key0: UInt32
  let key1: UInt32

  /// What a uniform is for: the last word of the counter.
  enum Purpose {
    static let top: UInt32 = 0
    static let refinement: UInt32 = 1
    static let propensity: UInt32 = 2
    static let start: UInt32 = 3
    static let startOrder: UInt32 = 4
    static let parameter: UInt32 = 5
    /// Plus the number of the level.
    static let level: UInt32 = 0x10
    /// Plus the position of the trigger in its list.
    static let trigger: UInt32 = 0x100
  }

  /// The luck of a replicate; its key is a hash of seed, draw and replicate.
  public init(seed: UInt64, draw: Int, replicate: Int) {
    self.init(
      seed: seed, UInt32(truncatingIfNeeded: draw), UInt32(truncatingIfNeeded: replicate), 1)
  }

  /// The luck that decides in which segments residents start: the same in every replicate.
  public static func start(seed: UInt64) -> Luck { Luck(seed: seed, 0, 0, 2) }

  /// The luck that uncertain parameters are drawn by: the same in every replicate.
  public static func parameters(seed: UInt64) -> Luck { Luck(seed: seed, 0, 0, 3) }

  /// Where an intervention comes in a draw's random order of interventions: the lower, the earlier.
  ///
  /// It depends on the seed, the draw and the intervention's id alone, so leaving one out keeps the
  /// order of the others.
  public static func place(ofIntervention id: String, seed: UInt64, draw: Int) -> UInt64 {
    Luck(seed: seed, UInt32(truncatingIfNeeded: draw), 0, 4)
      .propensity(resident: 0, channel: ChannelKey.once(id))
  }

  private init(seed: UInt64, _ a: UInt32, _ b: UInt32, _ kind: UInt32) {
    let words = Philox.block(
      (a, b, kind, 0x5345_4746),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    (key0, key1) = (words.0, words.1)
  }

  @inline(__always)
  func block(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> Philox.Words {
    Philox.block((a, b, c, d), key: (key0, key1))
  }

  /// The first words of the blocks at `b`, `b + 1`, `b + 2` and `b + 3`.
  @inline(__always)
  func fourBlocks(_ a: UInt32, from b: UInt32, _ c: UInt32, _ d: UInt32) -> SIMD4<UInt64> {
    let words = Philox.fourBlocks(
      SIMD4(repeating: UInt64(a)), SIMD4(repeating: UInt64(b)) &+ SIMD4(0, 1, 2, 3), UInt64(c),
      UInt64(d), key: (key0, key1))
    return words.0 & SIMD4(repeating: 0xFFFF_FFFF)
  }

  // MARK: - A channel's uniform in a step

  // Whose uniform is low is listed, level by level (see ``LuckLevel``); the lowest level that lists a
  // resident holds theirs. Everybody else's lies above all levels, at an address of their own.

  /// The residents of a run of 1,024, counted from its first, whose uniform may lie in a level, in no
  /// order: unless it lies in a lower one, which lists them too.
  ///
  /// `body` is called with each, and the uniform that is theirs then. `taken` has a bit for each of the
  /// 1,024, all of them 0, and is left with those listed.
  @inline(__always)
  func forEachResident(
    in level: LuckLevel, number: Int, run: Int, step: Int, channel: UInt32,
    taken: UnsafeMutablePointer<UInt64>, _ body: (_ resident: Int, _ uniform: UInt64) -> Void
  ) {
    let purpose = Purpose.level + UInt32(truncatingIfNeeded: number)
    var block = UInt32(truncatingIfNeeded: run) &<< 10
    var eight = Philox.eightIntegers(
      first: block, UInt32(step), channel, purpose, key: (key0, key1))
    var left = level.count(eight[0])
    var next = 1
    while left > 0 {
      if next == 8 {
        block &+= 4
        eight = Philox.eightIntegers(
          first: block, UInt32(step), channel, purpose, key: (key0, key1))
        next = 0
      }
      let random = eight[next]
      next += 1
      let resident = Int(truncatingIfNeeded: random >> 54)
      let bit: UInt64 = 1 << UInt64(resident & 63)
      // All are to be different.
      if taken[resident >> 6] & bit != 0 { continue }
      taken[resident >> 6] |= bit
      left -= 1
      body(resident, level.uniform(random))
    }
  }

  /// The first seven bits of uniforms above all levels, each in the low bits of a byte, for four groups
  /// of 16 neighbouring residents; a group's number is that of its first resident over 16.
  @inline(__always)
  func topBytes(
    ofGroups groups: SIMD4<UInt32>, step: Int, channel: UInt32
  ) -> (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>) {
    let (a, b, c, d) = Philox.fourBlocks(
      SIMD4(truncatingIfNeeded: groups), SIMD4(repeating: UInt64(step)), UInt64(channel),
      UInt64(Purpose.top), key: (key0, key1))
    @inline(__always)
    func bytes(_ lane: Int) -> SIMD16<UInt8> {
      let words = SIMD4(
        UInt32(truncatingIfNeeded: a[lane]), UInt32(truncatingIfNeeded: b[lane]),
        UInt32(truncatingIfNeeded: c[lane]), UInt32(truncatingIfNeeded: d[lane]))
      return unsafeBitCast(words, to: SIMD16<UInt8>.self) & SIMD16(repeating: 0x7F)
    }
    return (bytes(0), bytes(1), bytes(2), bytes(3))
  }

  /// The uniforms above all levels of some residents, numbered from `first`, whose first seven bits are
  /// in the low bits of `uniforms` already.
  ///
  /// Writes four at a time; there is room for that.
  @inline(__always)
  func refineTop(
    _ residents: UnsafePointer<Int32>, count: Int, first: Int, step: Int, channel: UInt32,
    _ uniforms: UnsafeMutablePointer<UInt64>
  ) {
    let low = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    for n in stride(from: 0, to: count, by: 4) {
      let four = UnsafeRawPointer(residents + n).loadUnaligned(as: SIMD4<Int32>.self)
      let numbers = SIMD4<UInt64>(truncatingIfNeeded: four) &+ SIMD4(repeating: UInt64(first))
      let words = Philox.fourBlocks(
        numbers & low, SIMD4(repeating: UInt64(step)), UInt64(channel),
        UInt64(Purpose.refinement), key: (key0, key1))
      let rest = words.0 &<< 32 | words.1 & low
      for lane in 0..<4 { uniforms[n + lane] = Self.topUniform(uniforms[n + lane], rest[lane]) }
    }
  }

  /// The uniform above all levels that seven bits and a random integer stand for.
  @inline(__always)
  private static func topUniform(_ bits: UInt64, _ rest: UInt64) -> UInt64 {
    let top = LuckLevel.top
    return top + (bits &<< 57 | rest &>> 7).multipliedFullWidth(by: (1 << 56) - top).high
  }

  /// The uniforms of those whom a level lists, of a run of 1,024 residents, by place in it.
  func lowUniforms(run: Int, step: Int, channel: UInt32) -> [Int: UInt64] {
    var uniforms: [Int: UInt64] = [:]
    for (number, level) in LuckLevel.all.enumerated() {
      var taken = [UInt64](repeating: 0, count: LuckLevel.residents / 64)
      forEachResident(
        in: level, number: number, run: run, step: step, channel: channel, taken: &taken
      ) { if uniforms[$0] == nil { uniforms[$0] = $1 } }
    }
    return uniforms
  }

  /// The uniform of a resident whom no level lists.
  func topUniform(resident: Int, step: Int, channel: UInt32) -> UInt64 {
    let words = block(UInt32(resident / 16), UInt32(step), channel, Purpose.top)
    let word = [words.0, words.1, words.2, words.3][resident % 16 / 4]
    let rest = block(UInt32(resident), UInt32(step), channel, Purpose.refinement)
    return Self.topUniform(
      UInt64(word >> UInt32(resident % 4 * 8) & 0x7F), UInt64(rest.0) << 32 | UInt64(rest.1))
  }

  /// A resident's uniform in a step and channel.
  public func uniform(resident: Int, step: Int, channel: UInt32) -> UInt64 {
    let (run, place) = resident.quotientAndRemainder(dividingBy: LuckLevel.residents)
    return lowUniforms(run: run, step: step, channel: channel)[place]
      ?? topUniform(resident: resident, step: step, channel: channel)
  }

  // MARK: - Other uniforms

  /// The uniform of one trigger of a happening, or of one move that an intervention makes once.
  @inline(__always)
  public func trigger(resident: Int, step: Int, channel: UInt32, position: Int) -> UInt64 {
    Self.bits56(
      block(UInt32(resident), UInt32(step), channel, Purpose.trigger + UInt32(position)))
  }

  /// A resident's fixed propensity to be reached.
  @inline(__always)
  public func propensity(resident: Int, channel: UInt32) -> UInt64 {
    Self.bits56(block(UInt32(resident), 0, channel, Purpose.propensity))
  }

  /// A uniform of a draw of the parameters, between 0 and 1, exclusive; `key` is a hash of what it
  /// belongs to.
  public func parameter(draw: Int, key: UInt64) -> Double {
    let words = block(
      UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32),
      UInt32(truncatingIfNeeded: draw), Purpose.parameter)
    return (Double(Self.bits56(words) >> 4) + 0.5) * 0x1p-52
  }

  @inline(__always)
  static func bits56(_ words: Philox.Words) -> UInt64 {
    UInt64(words.0) << 24 | UInt64(words.1) >> 8
  }

  /// The integer that a uniform must be below for something of this probability to happen.
  @inline(__always)
  static func threshold(_ probability: Double) -> UInt64 { UInt64(probability * 0x1p56) }
}
