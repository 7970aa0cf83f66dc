@testable import SegmentSimulation

extension Population {
  /// Where everybody starts: [pathway][resident].
  func startSegments() -> [[UInt8]] { startRows.segments(residents: count) }
}
