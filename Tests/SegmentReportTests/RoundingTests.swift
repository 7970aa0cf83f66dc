import Testing

@testable import SegmentReport

@Suite("Rounding")
struct RoundingTests {
  @Test(
    "The standard error to one significant figure sets the digits",
    arguments: [
      (1234.5, 23, "1,230"), (1234.5, 9.4, "1,235"), (1234.5, 9.6, "1,230"), (1234.5, 940, "1,200"),
      (1234.5, 951, "1,000"), (0.01234, 0.0004, "0.0123"), (12, 80, "10"), (3, 80, "0"),
      (1234.56, 1, "1,235"), (-1234.56, 0.3, "-1,234.6"),
    ])
  func digits(value: Double, error: Double, expected: String) {
    #expect(Rounding(standardError: error).text(value) == expected)
  }

  @Test("Without a standard error the digits are those asked for")
  func otherwise() {
    #expect(Rounding(standardError: nil).text(12.34) == "12")
    #expect(Rounding(standardError: 0, otherwise: -1).text(12.34) == "12.3")
    #expect(Rounding(standardError: .infinity).exponent == 0)
  }

  @Test("Rounding again changes nothing, never moves far, and keeps order")
  func properties() {
    var state: UInt64 = 42
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    for _ in 0..<2000 {
      let rounding = Rounding(standardError: next() * 1000 * next() * next())
      let (a, b) = ((next() - 0.5) * 1e6, (next() - 0.5) * 1e6)
      let once = rounding.round(a)
      #expect(rounding.round(once) == once)
      let unit =
        rounding.exponent >= 0
        ? NumberText.powerOfTen(rounding.exponent)
        : 1 / NumberText.powerOfTen(-rounding.exponent)
      #expect((once - a).magnitude <= unit * 0.500001)
      #expect((a <= b) == (rounding.round(a) <= rounding.round(b)) || once == rounding.round(b))
      #expect(rounding.round(-a) == -once)
    }
  }

  @Test("A bound is rounded up, and stays where it has no more digits")
  func bound() {
    #expect(Rounding(standardError: 7.43).upperText(7.43) == "8")
    #expect(Rounding(standardError: 7).upperText(7) == "7")
    #expect(Rounding(standardError: 0.0743).upperText(0.0743) == "0.08")
    #expect(Rounding(standardError: 1_430).upperText(1_430) == "2,000")
    #expect(Rounding(exponent: 0).upperText(0.3) == "1")
  }

  @Test("The last digit shown is worth between one and ten standard errors' tenth")
  func scale() {
    for error in [0.0021, 0.5, 0.96, 1, 7.7, 9.49, 9.51, 123, 99_999] {
      let unit = Rounding(standardError: error).exponent
      let power = unit >= 0 ? NumberText.powerOfTen(unit) : 1 / NumberText.powerOfTen(-unit)
      #expect(error / power >= 0.95 && error / power < 9.5)
    }
  }
}
