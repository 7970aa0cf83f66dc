/// Philox2x64-10, the counter-based generator of Salmon, Moraes, Dror and Shaw (SC 2011).
///
/// A block of two words is a pure function of a counter of two words and a key, so luck can be
/// addressed instead of consumed. Checked against the authors' published vectors.
public enum Philox {
  /// Two words of output, or a counter.
  public typealias Words = (UInt64, UInt64)

  private static let multiplier: UInt64 = 0xD2B7_4407_B1CE_6E93
  private static let weyl: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The block at a counter under a key.
  @inline(__always)
  public static func block(_ counter: Words, key: UInt64) -> Words {
    var (a, b) = counter
    var key = key
    for _ in 0..<10 {
      let product = a.multipliedFullWidth(by: multiplier)
      a = product.high ^ key ^ b
      b = product.low
      key &+= weyl
    }
    return (a, b)
  }
}
