import Testing

@testable import SegmentSimulation

@Suite("Propensities, of which the leading bits are kept")
struct PropensitiesTests {
  @Test("are below a limit just as the whole of them is")
  func limits() {
    let luck = Luck(seed: 11, draw: 0, replicate: 0)
    let propensities = Propensities(count: 2)
    for i in 0..<200 {
      let whole = luck.propensity(resident: 5000 + i, channel: 7)
      // Differing in the last bits alone, in the leading ones, and at both ends.
      for limit in [
        whole, whole + 1, whole &- 1, whole | 0xFF_FFFF, whole & ~0xFF_FFFF,
        whole + 1 << 24, 0, 1 << 56,
      ] {
        let isBelow = propensities.isBelow(
          limit, 1, i, key: 7, luck: luck, resident: 5000 + i)
        #expect(isBelow == (whole < limit))
      }
      #expect(propensities.row(1)[i] == UInt32(whole >> 24))
    }
    #expect(propensities.row(0)[3] == .max, "nothing is known of the other key")
    propensities.clear()
    #expect(propensities.row(1)[3] == .max)
  }
}
