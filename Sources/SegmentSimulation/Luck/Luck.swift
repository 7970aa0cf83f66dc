import SegmentModel

/// All the luck of one replicate, addressed by resident, step and channel.
///
/// A uniform has 56 bits, as an integer below 2^56. Nothing is consumed, so the same resident meets
/// the same luck in every scenario and on any number of threads. The layout below is part of
/// every published result: changing it changes them all.
public struct Luck: Hashable, Sendable {
  let key: UInt64

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
    key = Philox.block(Self.counter(a, b, kind, 0x5345_4746), key: seed).0
  }

  @inline(__always)
  private static func counter(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> Philox.Words {
    (UInt64(a) | UInt64(b) << 32, UInt64(c) | UInt64(d) << 32)
  }

  @inline(__always)
  func block(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> Philox.Words {
    Philox.block(Self.counter(a, b, c, d), key: key)
  }

  // MARK: - A channel's uniform in a step

  // Whose uniform is low is listed, level by level (see ``LuckLevel``); the lowest level that lists a
  // resident holds theirs. Everybody else's lies above all levels, at an address of their own.

  /// The residents of a run of 1,024, counted from its first, whose uniform may lie in a level, in no
  /// order: unless it lies in a lower one, which lists them too.
  ///
  /// `body` is called with each, and the uniform that is theirs then. `marks` has a number for each of
  /// the 1,024, none of them `mark`, which those listed are left with; `body` is told which it was.
  @inline(__always)
  func forEachResident(
    in level: LuckLevel, number: Int, run: Int, step: Int, channel: UInt32,
    marks: UnsafeMutablePointer<UInt32>, mark: UInt32,
    _ body: (_ resident: Int, _ uniform: UInt64, _ before: UInt32) -> Void
  ) {
    let purpose = Purpose.level + UInt32(truncatingIfNeeded: number)
    var address = UInt32(truncatingIfNeeded: run) &<< 10
    var words = block(address, UInt32(truncatingIfNeeded: step), channel, purpose)
    var left = level.count(words.0)
    @inline(__always)
    func take(_ random: UInt64) {
      let resident = Int(truncatingIfNeeded: random >> 54)
      let before = marks[resident]
      // All are to be different.
      if left == 0 || before == mark { return }
      marks[resident] = mark
      left &-= 1
      body(resident, level.uniform(random), before)
    }
    take(words.1)
    while left > 0 {
      address &+= 1
      words = block(address, UInt32(truncatingIfNeeded: step), channel, purpose)
      take(words.0)
      take(words.1)
    }
  }

  /// The first seven bits of the uniforms above all levels of 16 neighbouring residents, each in the
  /// low bits of a byte; the group's number is that of its first resident over 16.
  @inline(__always)
  func topBytes(ofGroup group: Int, step: Int, channel: UInt32) -> SIMD16<UInt8> {
    let words = block(
      UInt32(truncatingIfNeeded: group), UInt32(truncatingIfNeeded: step), channel, Purpose.top)
    return unsafeBitCast(SIMD2(words.0, words.1), to: SIMD16<UInt8>.self)
      & SIMD16(repeating: 0x7F)
  }

  /// The uniform above all levels of a resident, given its first seven bits.
  @inline(__always)
  func topUniform(_ bits: UInt8, resident: Int, step: Int, channel: UInt32) -> UInt64 {
    let rest = block(
      UInt32(truncatingIfNeeded: resident), UInt32(truncatingIfNeeded: step), channel,
      Purpose.refinement)
    let top = LuckLevel.top
    return top
      + (UInt64(bits) &<< 57 | rest.0 &>> 7).multipliedFullWidth(by: (1 << 56) - top).high
  }

  /// The uniforms of those whom a level lists, of a run of 1,024 residents, by place in it.
  func lowUniforms(run: Int, step: Int, channel: UInt32) -> [Int: UInt64] {
    var uniforms: [Int: UInt64] = [:]
    var marks = [UInt32](repeating: 0, count: LuckLevel.residents)
    for number in 0..<LuckLevel.all.count {
      forEachResident(
        in: LuckLevel.all[number], number: number, run: run, step: step, channel: channel,
        marks: &marks, mark: UInt32(number) + 1
      ) { resident, uniform, before in if before == 0 { uniforms[resident] = uniform } }
    }
    return uniforms
  }

  /// The uniform of a resident whom no level lists.
  func topUniform(resident: Int, step: Int, channel: UInt32) -> UInt64 {
    let bits = topBytes(ofGroup: resident / 16, step: step, channel: channel)[resident % 16]
    return topUniform(bits, resident: resident, step: step, channel: channel)
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
    let words = Philox.block(
      (key, UInt64(UInt32(truncatingIfNeeded: draw)) | UInt64(Purpose.parameter) << 32),
      key: self.key)
    return (Double(Self.bits56(words) >> 4) + 0.5) * 0x1p-52
  }

  @inline(__always)
  static func bits56(_ words: Philox.Words) -> UInt64 {
    words.0 >> 8
  }

  /// The integer that a uniform must be below for something of this probability to happen.
  @inline(__always)
  static func threshold(_ probability: Double) -> UInt64 { UInt64(probability * 0x1p56) }
}
