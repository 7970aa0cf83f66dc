import SegmentAnalysis
import Testing

@testable import SegmentReport

@Suite("Words of sensitivity tables")
struct SensitivityWordsTests {
  @Test("A change whose sign the replicates do not tell has no number")
  func untold() {
    func signed(_ value: Double, _ error: Double?, replicates: Int = 10) -> String {
      SensitivityWords.signed(
        Estimate(value: value, standardError: error), replicates: replicates)
    }
    // Student's t with nine degrees of freedom is 2.262 at 95%, with one it is 12.7.
    #expect(signed(6.7, 3) == "cannot tell" && signed(6.9, 3) == "+7")
    #expect(signed(-6.7, 3) == "cannot tell" && signed(-6.9, 3) == "-7")
    #expect(signed(12, 1, replicates: 2) == "cannot tell" && signed(13, 1, replicates: 2) == "+13")
    // Without an error, or where no replicate differs from another, the number stands.
    #expect(signed(5, nil) == "+5" && signed(5, 0) == "+5" && signed(0, 0) == "0")
    // Sums of the same numbers in another order differ in their last bits.
    #expect(signed(-13_077.056803, 1e-12) == "-13,077" && signed(0.0521, 0) == "+0.0521")
  }

  @Test("Values have the figures asked for, and all digits before the point")
  func figures() {
    #expect(SensitivityWords.value(27.24, figures: 2) == "27")
    #expect(SensitivityWords.value(0.02724, figures: 2) == "0.027")
    #expect(SensitivityWords.value(1234.5, figures: 2) == "1,235")
    #expect(SensitivityWords.value(0.012345) == "0.01235")
  }

  @Test("A share is printed as far as it is told, and never above all")
  func share() {
    func text(_ value: Double, withError: Bool = false) -> String {
      TornadoTable.share(Estimate(value: value, standardError: 0.15), withError: withError)
    }
    #expect(text(0.4) == "40%" && text(0.4, withError: true) == "40% ± 15%")
    #expect(text(1.39) == "nearly all" && text(1.39, withError: true) == "nearly all")
    #expect(text(0.2, withError: true) == "cannot tell")
  }
}
