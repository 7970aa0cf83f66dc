import Testing

@testable import SegmentAnalysis

@Suite("Student's t")
struct StudentTTests {
  @Test(
    "Quantiles agree with tables",
    arguments: [
      (0.975, 1, 12.7062047362), (0.95, 1, 6.3137515147), (0.75, 1, 1), (0.9, 2, 1.8856180832),
      (0.9, 4, 1.5332062741), (0.9, 9, 1.3830287384), (0.975, 10, 2.2281388520),
      (0.995, 30, 2.7499956536), (0.975, 1000, 1.9623390808),
    ])
  func quantiles(p: Double, degrees: Double, expected: Double) {
    #expect(close(StudentT.quantile(p, degreesOfFreedom: degrees), expected, within: 1e-9))
  }

  @Test("With many degrees of freedom it is the normal distribution")
  func normal() {
    #expect(close(StudentT.quantile(0.9, degreesOfFreedom: 1e8), 1.2815515655, within: 1e-6))
  }

  @Test("Quantile and distribution undo one another", arguments: [1.0, 2, 3.5, 9, 99, 9999])
  func inverse(degrees: Double) {
    for p in [0.001, 0.1, 0.5, 0.8, 0.9, 0.999] {
      let t = StudentT.quantile(p, degreesOfFreedom: degrees)
      #expect(close(StudentT.cumulative(t, degreesOfFreedom: degrees), p, within: 1e-12))
    }
    #expect(
      StudentT.quantile(0.2, degreesOfFreedom: degrees)
        == -StudentT.quantile(1 - 0.2, degreesOfFreedom: degrees))
  }
}
