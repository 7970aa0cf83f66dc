import SegmentModel
import Testing

@Suite("Age range")
struct AgeRangeTests {
  @Test(
    "Ranges are read and written",
    arguments: [
      ("18-44", 18, 44, "18-44"), ("80+", 80, 110, "80+"), ("25", 25, 25, "25"),
      ("0-110", 0, 110, "0+"), ("110", 110, 110, "110+"),
    ])
  func parses(_ text: String, _ lower: Int, _ upper: Int, _ written: String) throws {
    let ages = try #require(AgeRange(text))
    #expect((ages.lower, ages.upper) == (lower, upper))
    #expect(ages.description == written)
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "-", "+", "18-", "-18", "44-18", "18-44-60", "18 - 44", "18-44+", "eighteen", "111", "١٨",
      "18-111", "99999999999999999999", "1.5",
    ])
  func refuses(_ text: String) { #expect(AgeRange(text) == nil) }

  @Test("Both ends belong to the range")
  func contains() {
    let ages = AgeRange(18, 44)
    #expect([17, 18, 44, 45].map(ages.contains) == [false, true, true, false])
  }
}
