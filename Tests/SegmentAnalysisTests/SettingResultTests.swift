import Testing

@testable import SegmentAnalysis

@Suite("Results at a setting")
struct SettingResultTests {
  @Test("What is the same at two settings has changed by nothing, not by the last bits of its sums")
  func change() {
    func result(_ avoided: [Double]) -> SettingResult {
      SettingResult(avoided: [avoided], unmet: [], impossible: [])
    }
    let (sum, plain) = (0.1 + 0.2, 0.3)
    #expect(sum != plain)
    let same = result([sum, plain, 2]).change(0, from: result([plain, sum, 2]))
    #expect(same == Estimate(value: 0, standardError: 0))
    #expect(result([2.001]).change(0, from: result([2])).value > 0.0009)
  }
}
