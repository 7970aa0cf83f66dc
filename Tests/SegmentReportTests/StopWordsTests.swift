import Testing

@testable import SegmentReport

@Suite("Words about stopping")
struct StopWordsTests {
  private static let found: [Verdict: Found] = [
    .nothing: Found(0, error: 0, range: 0...0, confidence: 2),
    .cannotTell: Found(1, error: 5, range: -20...22, confidence: 2),
    .unsure: Found(12, error: 1, range: -8...32, confidence: 2),
    .above: Found(120, error: 2, range: 90...150, confidence: 2),
    .below: Found(-120, error: 2, range: -150 ... -90, confidence: 2),
  ]

  private func words(ongoing: Found, stopped: Found, last: Found) -> StopWords {
    StopWords(
      frame: OutcomeWordsTests.frame, scenario: "“Classes”", month: "April 2023",
      outcome: "emergency admissions", ongoing: ongoing, stopped: stopped, last: last)
  }

  @Test("What lasts, what is kept, comparator, place, period and ranges are inside")
  func sentence() throws {
    let above = try #require(Self.found[.above])
    let words = words(
      ongoing: above, stopped: Found(40, error: 1, range: 30...50, confidence: 2), last: above)
    #expect(
      words.sentence
        == "Compared with baseline, “Classes” stopped in April 2023 comes to 40 fewer (30 to 50) "
        + "emergency admissions in Smallton over the 2 years 2022/23 to 2023/24, instead of 120 fewer "
        + "(90 to 150) if it goes on: prevented or postponed, 80% ranges; stopping keeps "
        + "33% of the mean.")
    #expect(
      words.title
        == "If “Classes” stops in April 2023, it still avoids 120 (80% range 90 to 150) emergency "
        + "admissions in 2023/24.")
  }

  @Test("Every verdict has its own words, and a share is kept only where both are sure")
  func allCases() throws {
    #expect(Set(Self.found.keys) == Set(Verdict.allCases))
    var titles: [Verdict: String] = [:]
    for (verdict, last) in Self.found {
      #expect(last.verdict == verdict)
      for (ongoing, one) in Self.found {
        for (stopped, other) in Self.found {
          let words = words(ongoing: one, stopped: other, last: last)
          titles[verdict] = words.title
          #expect(words.sentence.contains("keeps") == (ongoing == .above && stopped == .above))
          #expect(words.sentence.hasSuffix(".") && words.title.hasSuffix("."))
          for hedge in ["may ", "might", "likely", "significant", "could", "will "] {
            #expect(!words.sentence.contains(hedge) && !words.title.contains(hedge))
          }
        }
      }
    }
    #expect(titles[.nothing]?.contains("nothing of it is left in 2023/24") == true)
    #expect(titles[.cannotTell]?.contains("we cannot tell whether anything of it is left") == true)
    #expect(titles[.unsure]?.contains("12 fewer (8 more to 32 fewer)") == true)
    #expect(titles[.below]?.contains("it brings 120") == true)
  }

  @Test("Months are said in words")
  func months() {
    #expect(Phrase.month("2024-04") == "April 2024")
    #expect(Phrase.month("2024-12") == "December 2024")
    #expect(Phrase.month("soon") == "soon")
    #expect(Phrase.decimal(-0.004) == "−0.004")
    #expect(Phrase.decimal(-1e-9) == "0.00")
    #expect(Phrase.decimal(-0.006) == "−0.01")
  }
}
