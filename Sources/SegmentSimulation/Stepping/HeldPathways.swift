/// The pathways in which a resident is not in the first segment, as bits; those from the 63rd on
/// share one.
enum HeldPathways {
  /// A bit that everybody has, for what must be looked at whatever is held.
  static let always: UInt64 = 1 << 63

  /// Pathways that have a bit of their own.
  static var own: Int { 62 }

  static func bit(_ pathway: Int) -> UInt64 { 1 << UInt64(min(pathway, own)) }

  /// Calls with each pathway that a mask may have, in order.
  @inline(__always)
  static func forEach(_ mask: UInt64, pathways: Int, _ body: (Int) -> Void) {
    var rest = mask & ~(always | bit(own))
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    if mask & bit(own) != 0 { for pathway in own..<pathways { body(pathway) } }
  }

  /// Of a resident at `row`.
  @inline(__always)
  static func mask(_ row: UnsafePointer<UInt8>, pathways: Int) -> UInt64 {
    var mask = always
    for pathway in 0..<pathways where row[pathway] != 0 {
      mask |= bit(pathway)
    }
    return mask
  }
}
