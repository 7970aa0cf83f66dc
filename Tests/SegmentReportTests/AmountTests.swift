import Testing

@testable import SegmentReport

@Suite("Amounts")
struct AmountTests {
  @Test(
    "Counts and money by size",
    arguments: [
      (Amount.Kind.count, 3.26, "3.3"), (.count, 0, "0"), (.count, 123.4, "123"),
      (.count, 1_234, "1,230"), (.count, 12_345, "12,300"), (.pounds, 0, "£0"),
      (.pounds, 123.4, "£123"), (.pounds, 1_234, "£1,200"), (.pounds, 123_456, "£123,000"),
      (.pounds, 1_234_567, "£1.2m"), (.pounds, 999_960, "£1.0m"), (.percent, 3.26, "3.3%"),
      (.percent, 32.6, "33%"), (.count, -12, "−12"), (.pounds, -2e6, "−£2.0m"),
    ])
  func size(kind: Amount.Kind, value: Double, text: String) {
    #expect(Amount(kind, Found(value)).text(value) == text)
  }

  @Test("No digit that the simulation error does not support")
  func error() {
    #expect(Amount(.count, Found(123, error: 9, confidence: 2)).text(123) == "123")
    #expect(Amount(.count, Found(123, error: 20, confidence: 2)).text(123) == "120")
    #expect(Amount(.pounds, Found(2.34e6, error: 2e6, confidence: 1)).text(2.34e6) == "£2m")
  }

  @Test("A cell is rounded as its own error allows, and no number vanishes by its unit")
  func cell() {
    let small = Found(743_000, error: 12_000, range: 689_000...801_000, confidence: 2)
    let large = Found(41e6, error: 2e6, range: 38e6...45e6, confidence: 2)
    #expect(
      [small, large].map { HeadlineTable.cell($0, .pounds, .spent) } == [
        "£740,000 extra (£690,000 to £800,000)", "£41m extra (£38m to £45m)",
      ])
    #expect(Amount(.pounds, large).text(40_000) == "£0.04m")
  }

  @Test("Rounding again changes nothing", arguments: [0.04, 7.77, 55.5, 1_234, 98_765, 4.56e6])
  func stable(value: Double) {
    for kind in [Amount.Kind.count, .pounds, .percent] {
      let text = Amount(kind, Found(value)).text(value)
      let digits = text.filter { $0.isNumber || $0 == "." }
      let again = (Double(digits) ?? 0) * (text.hasSuffix("m") ? 1e6 : 1)
      #expect(Amount(kind, Found(again)).text(again) == text)
    }
  }

  @Test("The ends of a price are rounded each by its own size, no finer than the mean")
  func apart() {
    let price = Amount(.pounds, Found(570_000, error: 20_000))
    #expect(price.apart(333_400...2_182_000) == ["£330,000", "£2.2m"])
    #expect(Amount(.pounds, Found(60)).apart(41...112) == ["£41", "£112"])
  }

  @Test("Words stand for signs, once where both ends agree")
  func words() {
    let amount = Amount(.count, Found(100))
    #expect(SignedWords.fewer.text(20...140, amount) == "20 to 140 fewer")
    #expect(SignedWords.fewer.text(-140 ... -20, amount) == "20 to 140 more")
    #expect(SignedWords.fewer.text(-20...140, amount) == "20 more to 140 fewer")
    #expect(SignedWords.net.text(-20...140, amount) == "net cost 20 to net gain 140")
  }

  @Test("Chances are never certain, since samples cannot show that")
  func chances() {
    #expect(Phrase.chance(0, samples: 200) == "less than 1%")
    #expect(Phrase.chance(1, samples: 200) == "more than 99%")
    #expect(Phrase.chance(0.426, samples: 200) == "43%")
    #expect(Phrase.chance(0, samples: 8) == "less than 12%")
    #expect(Phrase.chance(1, samples: 8) == "more than 88%")
    #expect(Phrase.chance(0, samples: 5_000) == "less than 0.1%")
    #expect(Phrase.chance(0.004, samples: 400) == "less than 1%")
    #expect(Phrase.chance(0.997, samples: 400) == "more than 99%")
    #expect(Phrase.chance(1 / 5_000, samples: 5_000) == "less than 0.1%")
    #expect(Phrase.chance(0.9998, samples: 5_000) == "more than 99.9%")
    #expect(Phrase.chance(0.4266, samples: 5_000) == "42.7%")
  }

  @Test("Names begin small within a sentence, abbreviations do not")
  func names() {
    #expect(Phrase.within("Emergency admissions") == "emergency admissions")
    #expect(Phrase.within("A&E attendances") == "A&E attendances")
    #expect(Phrase.within("NHS as usual") == "NHS as usual")
    #expect(Phrase.within("") == "")
  }

  @Test("Who gains more, the most or the least deprived, goes by the share of runs")
  func equity() {
    func words(_ chance: Double?) -> EquityWords {
      EquityWords(
        frame: OutcomeWordsTests.frame, scenario: "“Classes”", outcome: "Emergency admissions",
        groups: 5, most: (Found(3, error: 0.1, range: 2...4, confidence: 2), 20),
        least: (Found(-1, error: 0.1, range: -2 ... -0.5, confidence: 2), 10), chance: chance)
    }
    #expect(words(0.9).gain == .most)
    #expect(words(0.1).gain == .least)
    #expect(words(0.89).gain == .unclear)
    #expect(words(nil).gain == .unclear)
    #expect(
      words(0.95).sentence
        == "With “Classes” compared with baseline, the most deprived fifth of Smallton would see 3.00 "
        + "fewer emergency admissions for each 1,000 people a year (of 20.0) and the least deprived "
        + "fifth 1.00 more (of 10.0), not standardised for age, over the 2 years 2022/23 to 2023/24; "
        + "the most deprived gain more (the most deprived do in 95% of runs).")
  }

  @Test("Nobody's name means not assured")
  func assurance() {
    let none = AssuranceWords(runBy: nil, assuredBy: nil, version: "1", digest: "abcdef0123456789")
    #expect(none.line.contains("NOT ASSURED"))
    let both = AssuranceWords(
      runBy: "Ann", assuredBy: "Bob", version: "1", digest: "abcdef0123456789")
    #expect(both.line == "Run by Ann; assured by Bob. Version 1, run abcdef012345.")
  }
}
