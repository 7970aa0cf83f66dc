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
    static let step: UInt32 = 0
    static let refinement: UInt32 = 1
    static let propensity: UInt32 = 2
    static let start: UInt32 = 3
    static let startOrder: UInt32 = 4
    static let parameter: UInt32 = 5
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

  // MARK: - A channel's uniform in a step: one byte first, 48 bits more only when they matter

  /// The counter word and the byte of its block that hold a resident's first eight bits.
  ///
  /// 128 residents share eight blocks, laid out so that eight blocks made side by side can be
  /// stored as they are: word by word, four residents a word.
  @inline(__always)
  static func address(of resident: Int) -> (block: UInt32, byte: Int) {
    let block = UInt32(truncatingIfNeeded: resident / 128 * 8 + resident % 32 / 4)
    return (block, resident % 128 / 32 * 4 + resident % 4)
  }

  /// The first eight bits of a resident's uniform.
  public func byte(resident: Int, step: Int, channel: UInt32) -> UInt8 {
    let (block, byte) = Self.address(of: resident)
    let words = self.block(block, UInt32(step), channel, Purpose.step)
    let word = [words.0, words.1, words.2, words.3][byte / 4]
    return UInt8(truncatingIfNeeded: word >> UInt32(byte % 4 * 8))
  }

  /// The other 48 bits of a resident's uniform.
  @inline(__always)
  func refinement(resident: Int, step: Int, channel: UInt32) -> UInt64 {
    let words = block(UInt32(resident), UInt32(step), channel, Purpose.refinement)
    return UInt64(words.0) << 16 | UInt64(words.1) >> 16
  }

  /// Uniforms of some residents, numbered from `first`, of whom the first bytes are known.
  ///
  /// Writes four at a time; `uniforms` has room for that.
  @inline(__always)
  func refine(
    _ residents: UnsafePointer<Int32>, count: Int, first: Int, bytes: UnsafePointer<UInt8>,
    step: Int, channel: UInt32, into uniforms: UnsafeMutablePointer<UInt64>
  ) {
    let low = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    for n in stride(from: 0, to: count, by: 4) {
      let four = UnsafeRawPointer(residents + n).loadUnaligned(as: SIMD4<Int32>.self)
      let numbers = SIMD4<UInt64>(truncatingIfNeeded: four) &+ SIMD4(repeating: UInt64(first))
      let words = Philox.fourBlocks(
        numbers & low, SIMD4(repeating: UInt64(step)), UInt64(channel),
        UInt64(Purpose.refinement), key: (key0, key1))
      let rest = (words.0 & low) &<< 16 | (words.1 & low) &>> 16
      for lane in 0..<min(4, count - n) {
        uniforms[n + lane] = UInt64(bytes[Int(four[lane])]) << 48 | rest[lane]
      }
    }
  }

  /// A resident's uniform in a step and channel.
  public func uniform(resident: Int, step: Int, channel: UInt32) -> UInt64 {
    UInt64(byte(resident: resident, step: step, channel: channel)) << 48
      | refinement(resident: resident, step: step, channel: channel)
  }

  /// The first eight bits for a run of residents; both numbers are multiples of 128.
  @inline(__always)
  func fill(
    _ bytes: UnsafeMutablePointer<UInt8>, first: Int, count: Int, step: Int, channel: UInt32
  ) {
    for offset in stride(from: 0, to: count, by: 128) {
      let block = UInt32(truncatingIfNeeded: (first + offset) / 16)
      for half in 0..<2 {
        let (a, b, c, d) = Philox.fourBlocks(
          first: block &+ UInt32(4 * half), UInt32(step), channel, Purpose.step, key: (key0, key1))
        let out = UnsafeMutableRawPointer(bytes + offset + 16 * half)
        out.storeBytes(of: SIMD4(truncatingIfNeeded: a), as: SIMD4<UInt32>.self)
        out.storeBytes(of: SIMD4(truncatingIfNeeded: b), toByteOffset: 32, as: SIMD4<UInt32>.self)
        out.storeBytes(of: SIMD4(truncatingIfNeeded: c), toByteOffset: 64, as: SIMD4<UInt32>.self)
        out.storeBytes(of: SIMD4(truncatingIfNeeded: d), toByteOffset: 96, as: SIMD4<UInt32>.self)
      }
    }
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
