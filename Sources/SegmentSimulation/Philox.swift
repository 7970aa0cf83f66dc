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

  /// Eight blocks whose counters differ in the first word alone: `first`, `first + 1`, ...
  ///
  /// Words are kept in 64-bit lanes so that the compiler can use the widening multiply.
  @inline(__always)
  static func eightBlocks(first: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32, key: Key)
    -> (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>)
  {
    let low = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
    let lanes = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
    var a = (SIMD8<UInt64>(repeating: UInt64(first)) &+ lanes) & low
    var b = SIMD8<UInt64>(repeating: UInt64(c1))
    var c = SIMD8<UInt64>(repeating: UInt64(c2))
    var d = SIMD8<UInt64>(repeating: UInt64(c3))
    var (k0, k1) = key
    for _ in 0..<10 {
      let p0 = (a & low) &* SIMD8(repeating: UInt64(multiplier0))
      let p1 = (c & low) &* SIMD8(repeating: UInt64(multiplier1))
      a = (p1 &>> 32) ^ b ^ SIMD8(repeating: UInt64(k0))
      b = p1 & low
      c = (p0 &>> 32) ^ d ^ SIMD8(repeating: UInt64(k1))
      d = p0 & low
      k0 &+= weyl0
      k1 &+= weyl1
    }
    return (a, b, c, d)
  }
}
