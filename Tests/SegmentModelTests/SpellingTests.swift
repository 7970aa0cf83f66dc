import Testing

@testable import SegmentModel

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "Distance counts letters changed, added, dropped or swapped",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "abcd", 1),
      ("abc", "acb", 1), ("", "abc", 3), ("kitten", "sitting", 3),
    ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(Spelling.distance(a, b) == expected)
    #expect(Spelling.distance(b, a) == expected)
  }

  @Test(
    "Only a near name is offered",
    arguments: [
      ("nsh", "nhs"), ("Nhs", "nhs"), ("hypertention", "hypertension"), ("xyz", nil), ("1", nil),
    ])
  func nearest(_ name: String, _ expected: String?) {
    #expect(Spelling.nearest(to: name, in: ["asc", "nhs", "hypertension", "2"]) == expected)
  }

  @Test(
    "A name with the same words but the last, or but one, is near",
    arguments: [
      ("rate", "ratePerYear"), ("ratePerMonth", "ratePerYear"),
      ("probability", "probabilityPerYear"), ("rat", nil), ("", nil), ("perYear", nil),
    ])
  func words(_ name: String, _ expected: String?) {
    let keys = ["id", "ratePerYear", "probabilityPerYear", "costs"]
    #expect(Spelling.nearest(to: name, in: keys) == expected)
  }

  @Test("Nothing is offered when there is nothing")
  func nearestOfNone() { #expect(Spelling.nearest(to: "nhs", in: []) == nil) }
}
