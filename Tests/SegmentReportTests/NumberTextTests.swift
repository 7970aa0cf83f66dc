import Testing

@testable import SegmentReport

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "A fixed number of decimals",
    arguments: [
      (0, 2, "0.00"), (1.005, 1, "1.0"), (-0.001, 2, "0.00"), (-1.25, 1, "-1.3"),
      (1234567.891, 2, "1234567.89"), (0.05, 2, "0.05"), (5_000_000_000, 0, "5000000000"),
    ])
  func fixed(value: Double, decimals: Int, expected: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == expected)
  }

  @Test(
    "Commas between thousands",
    arguments: [
      (0, 0, "0"), (999, 0, "999"), (1000, 0, "1,000"), (-1234567.5, 1, "-1,234,567.5"),
      (100000, 0, "100,000"),
    ])
  func grouped(value: Double, decimals: Int, expected: String) {
    #expect(NumberText.grouped(value, decimals: decimals) == expected)
  }

  @Test("Zeros at the end of decimals go, those of whole numbers stay")
  func trimmed() {
    #expect(NumberText.trimmed(1.5, decimals: 6) == "1.5")
    #expect(NumberText.trimmed(100, decimals: 6) == "100")
    #expect(NumberText.trimmed(100, decimals: 0) == "100")
    #expect(NumberText.trimmed(1.0 / 3, decimals: 6) == "0.333333")
  }

  @Test("The shortest text reads back as the same number")
  func shortest() {
    #expect(NumberText.shortest(-0.0) == "0")
    #expect(NumberText.shortest(3) == "3")
    for value in [0.1, 1.0 / 3, 1e-300, 1e300, -2.5, 9_007_199_254_740_992] {
      #expect(Double(NumberText.shortest(value)) == value)
    }
  }

  @Test("What does not fit the digits is still a number")
  func extremes() {
    #expect(Double(NumberText.fixed(1e300, decimals: 2)) == 1e300)
    #expect(Double(NumberText.trimmed(1.5e300, decimals: 2)) == 1.5e300)
    #expect(NumberText.fixed(.infinity, decimals: 2) == "inf")
    #expect(NumberText.fixed(.nan, decimals: 2) == "nan")
  }

  @Test(
    "Numbers with more digits than anybody writes have four significant ones, others stay",
    arguments: [
      ("0.0048000000000000004", "0.0048"), ("0.12738612787525833", "0.1274"),
      ("123456.78901234", "123500"), ("99999.99999999", "100000"), ("-1.23456789012", "-1.235"),
      ("0.00012345678901", "0.0001235"), ("0.0075", "0.0075"), ("577044", "577044"),
      ("12345678", "12345678"), ("0", "0"), ("", ""),
    ])
  func withoutNoise(text: String, expected: String) {
    #expect(NumberText.withoutNoise(text) == expected)
  }
}
