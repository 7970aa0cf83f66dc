import SegmentModel
import SegmentSimulation

/// How one uncertain number is drawn.
struct ParameterLuck: Sendable {
  /// What it is drawn from.
  let distribution: Distribution
  /// The key of its own luck.
  let key: UInt64
  /// The key of the luck that it shares, and how much it counts.
  let shared: (key: UInt64, loading: Double)?

  init(_ distribution: Distribution, id: String, correlation: Correlation?) {
    self.distribution = distribution
    key = Self.ownKey(id)
    shared = correlation.map { (Self.key("group:" + $0.group), $0.loading) }
  }

  /// The value in a draw, whatever else is drawn.
  func value(draw: Int, _ luck: Luck) -> Double { distribution.quantile(uniform(draw, luck)) }

  private func uniform(_ draw: Int, _ luck: Luck) -> Double {
    guard let shared else { return luck.parameter(draw: draw, key: key) }
    let common = luck.parameter(draw: draw, key: shared.key)
    if isDrawnAsOne { return quantile(ofGroup: common) }
    let own = NormalCurve.quantile(luck.parameter(draw: draw, key: key))
    let score =
      shared.loading * NormalCurve.quantile(common)
      + (1 - shared.loading * shared.loading).squareRoot() * own
    return min(NormalCurve.cumulative(score), 1.nextDown)
  }

  /// Whether it has no luck but that of its group.
  var isDrawnAsOne: Bool { shared.map { abs($0.loading) == 1 } ?? false }

  /// The value where its group is at a quantile, if it has no luck but that of the group.
  func value(atQuantileOfGroup p: Double) -> Double { distribution.quantile(quantile(ofGroup: p)) }

  /// One that moves against its group is at the opposite quantile.
  private func quantile(ofGroup p: Double) -> Double {
    guard let shared, shared.loading < 0 else { return p }
    return 1 - p
  }

  /// The key of the luck that is a parameter's own.
  static func ownKey(_ id: String) -> UInt64 { key("parameter:" + id) }

  /// A hash of a name: FNV-1a over the UTF-8 bytes, mixed once more (the end of MurmurHash3).
  static func key(_ name: String) -> UInt64 {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { h = (h ^ UInt64(byte)) &* 0x100_0000_01B3 }
    h = (h ^ (h >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    h = (h ^ (h >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return h ^ (h >> 33)
  }
}
