/// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw (SC 2011).
///
/// A block of four words is a pure function of a counter of four words and a key of two, so luck can
/// be addressed instead of consumed. Checked against the authors' published vectors.
public enum Philox {
  /// Four words of output, or a counter.
  public typealias Words = (UInt32, UInt32, UInt32, UInt32)
  /// Two words of key.
  public typealias Key = (UInt32, UInt32)

  static let multiplier0: UInt32 = 0xD251_1F53
  static let multiplier1: UInt32 = 0xCD9E_8D57
  static let weyl0: UInt32 = 0x9E37_79B9
  static let weyl1: UInt32 = 0xBB67_AE85

  /// The block at a counter under a key.
  @inline(__always)
  public static func block(_ counter: Words, key: Key) -> Words {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let p0 = UInt64(c0) &* UInt64(multiplier0)
      let p1 = UInt64(c2) &* UInt64(multiplier1)
      c0 = UInt32(truncatingIfNeeded: p1 &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: p1)
      c2 = UInt32(truncatingIfNeeded: p0 &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: p0)
      k0 &+= weyl0
      k1 &+= weyl1
    }
    return (c0, c1, c2, c3)
  }

  /// Four blocks whose counters differ in the first word alone: `first`, `first + 1`, ...
  @inline(__always)
  static func fourBlocks(first: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32, key: Key)
    -> FourWords
  {
    fourBlocks(
      SIMD4(repeating: UInt64(first)) &+ SIMD4(0, 1, 2, 3), SIMD4(repeating: UInt64(c1)),
      UInt64(c2), UInt64(c3), key: key)
  }

  /// The words of four blocks: the first of all four, the second of all four, ...
  typealias FourWords = (SIMD4<UInt64>, SIMD4<UInt64>, SIMD4<UInt64>, SIMD4<UInt64>)

  /// Four blocks from `first` on as eight integers: the first halves of all, then the second.
  @inline(__always)
  static func eightIntegers(first: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32, key: Key)
    -> SIMD8<UInt64>
  {
    let (a, b, c, d) = fourBlocks(first: first, c1, c2, c3, key: key)
    let low = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    return SIMD8(lowHalf: a &<< 32 | b & low, highHalf: c &<< 32 | d & low)
  }

  /// Four blocks whose counters differ in the first two words.
  ///
  /// A word is the low half of a 64-bit lane, so that the compiler can use the widening multiply;
  /// the high half holds whatever it happens to. Two pairs of lanes that share their keys keep all
  /// in sixteen registers.
  @inline(__always)
  static func fourBlocks(
    _ c0: SIMD4<UInt64>, _ c1: SIMD4<UInt64>, _ c2: UInt64, _ c3: UInt64, key: Key
  ) -> FourWords {
    var low = Pair(c0.lowHalf, c1.lowHalf, c2, c3)
    var high = Pair(c0.highHalf, c1.highHalf, c2, c3)
    var k0 = SIMD2<UInt64>(repeating: UInt64(key.0))
    var k1 = SIMD2<UInt64>(repeating: UInt64(key.1))
    for _ in 0..<10 {
      low.mix(k0, k1)
      high.mix(k0, k1)
      k0 = k0 &+ SIMD2(repeating: UInt64(weyl0))
      k1 = k1 &+ SIMD2(repeating: UInt64(weyl1))
    }
    return (
      SIMD4(lowHalf: low.a, highHalf: high.a), SIMD4(lowHalf: low.b, highHalf: high.b),
      SIMD4(lowHalf: low.c, highHalf: high.c), SIMD4(lowHalf: low.d, highHalf: high.d)
    )
  }

  /// Two counters on their way to two blocks.
  private struct Pair {
    var a, b, c, d: SIMD2<UInt64>

    @inline(__always)
    init(_ a: SIMD2<UInt64>, _ b: SIMD2<UInt64>, _ c: UInt64, _ d: UInt64) {
      (self.a, self.b) = (a, b)
      (self.c, self.d) = (SIMD2(repeating: c), SIMD2(repeating: d))
    }

    /// A round.
    @inline(__always)
    mutating func mix(_ k0: SIMD2<UInt64>, _ k1: SIMD2<UInt64>) {
      let mask = SIMD2<UInt64>(repeating: 0xFFFF_FFFF)
      let p0 = (a & mask) &* SIMD2(repeating: UInt64(multiplier0))
      let p1 = (c & mask) &* SIMD2(repeating: UInt64(multiplier1))
      a = (p1 &>> 32) ^ b ^ k0
      b = p1
      c = (p0 &>> 32) ^ d ^ k1
      d = p0
    }
  }
}
