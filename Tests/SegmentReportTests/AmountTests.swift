import Foundation
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
    #expect(Amount(.pounds, large).text(40_000) == "£40,000")
  }

  @Test(
    "The ends of a range have as many decimals as each other, and what is too small for millions is pounds",
    arguments: [
      (Amount.Kind.pounds, 3.4e6, 20_000.0...7.0e6, "£20,000 to £7.0m"),
      (.pounds, 3.4e6, 40...7.0e6, "£40 to £7.0m"),
      (.pounds, 3.4e6, -20_000...7.0e6, "−£20,000 to £7.0m"),
      (.pounds, 41, 0.3...112, "£0.3 to £112.0"), (.pounds, 3.4e6, 250_000...7e6, "£0.3m to £7.0m"),
      (.count, 41, 0.31...112, "0.3 to 112.0"), (.count, 41, 0...112, "0 to 112"),
      (.count, 41, 12...112, "12 to 112"), (.percent, 12, 0.31...20, "0.3% to 20.0%"),
      (.percent, 12, 9...20, "9% to 20%"),
      // Not where that would be more than one decimal beyond those of the mean.
      (.percent, 5, 0.004...12, "0.004% to 12.0%"), (.count, 1_234, 0.31...2_400, "0.3 to 2,400"),
      (.pounds, 5_000, 0.4...9_000, "£0.4 to £9,000"),
    ])
  func ends(kind: Amount.Kind, mean: Double, range: ClosedRange<Double>, text: String) {
    let found = Found(mean, range: range)
    let amount = Amount(kind, found)
    #expect(amount.text(range) == text)
    let sizes = text.replacingOccurrences(of: "−", with: "").components(separatedBy: " to ")
    let (least, most) = amount.sizes(range)
    #expect([least, most] == sizes)
    #expect(amount.sizes(-range.upperBound ... -range.lowerBound) == (least, most))
    guard range.lowerBound > 0 else { return }
    #expect(SignedWords.fewer.text(range, amount) == "\(text) fewer")
    #expect(SignedWords.fewer.between(range, amount) == "between \(least) and \(most)")
    #expect(HeadlineTable.cell(found, kind, .fewer).hasSuffix("(\(text))"))
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

  @Test("A share keeps its first digit, and what is rounded to nothing has no sign")
  func nothing() {
    let small = Found(0.0047, error: 0.001, range: -0.0004...0.0101, confidence: 2)
    #expect(
      HeadlineTable.cell(small, .percent, .fewer) == "0.005% fewer (0.0004% more to 0.01% fewer)")
    #expect(HeadlineTable.cell(Found(0, error: 0), .percent, .fewer) == "0%")
    #expect(HeadlineTable.cell(Found(0, error: 0), .pounds, .net) == "£0")
    #expect(SignedWords.fewer.text(-0.01...3, Amount(.count, Found(2))) == "0 to 3.0 fewer")
  }

  @Test("A half that a sum missed by its last bits is rounded as one")
  func halves() {
    for (value, text) in [(5.65, "5.7"), (0.15, "0.2"), (0.35, "0.4"), (-5.65, "−5.7")] {
      for near in [value.nextDown, value, value.nextUp] {
        #expect(Amount(.count, Found(near)).text(near) == text)
      }
    }
    #expect(Amount(.count, Found(5.6499)).text(5.6499) == "5.6")
    #expect(Rounding(exponent: 0).text(99_999_999_999) == "99,999,999,999")
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
    // 1 - 0.05^(1/n), rounded up to a whole percent.
    for (draws, bound) in [(1, 95), (2, 78), (4, 53), (30, 10), (100, 3), (299, 1), (5_000, 1)] {
      #expect(Phrase.chance(0, draws: draws) == "less than \(bound)%")
      #expect(Phrase.chance(1, draws: draws) == "more than \(100 - bound)%")
    }
    #expect(Phrase.chance(0.426, draws: 200) == "43%")
    #expect(Phrase.chance(0.004, draws: 100) == "less than 3%")
    #expect(Phrase.chance(0.997, draws: 100) == "more than 97%")
    #expect(Phrase.chance(0.006, draws: 100) == "1%")
  }

  @Test("The baseline that nobody named begins small within a sentence, others are quoted")
  func names() {
    #expect(Phrase.within("Baseline") == "baseline")
    #expect(Phrase.within("Thurrock as it is") == "“Thurrock as it is”")
  }

  @Test("Who gains more, the most or the least deprived, goes by the range of what one gains more")
  func equity() {
    func words(_ gain: Found, _ least: Found, frame: Frame = OutcomeWordsTests.frame) -> String {
      EquityWords(
        frame: frame, scenario: "“Classes”", outcome: "emergency admissions",
        most: EquityWords.End(
          name: "1", share: 0.11, avoided: Found(3, error: 0.1, range: 2...4, confidence: 2),
          before: 20),
        least: EquityWords.End(name: "5", share: 0.3, avoided: least, before: 10),
        gap: GroupRates.Gap(before: 10, after: 6, gain: gain)
      ).sentence
    }
    let (more, none) = (Found(-1, error: 0.1, range: -2 ... -0.5), Found(0, error: 0, range: 0...0))
    let gain = Found(4, error: 0.1, range: 3...5, confidence: 2)
    #expect(
      words(gain, more)
        == "With “Classes” compared with baseline, emergency admissions for each 1,000 people a year "
        + "would fall by 3.00 from 20.0 among residents of the most deprived group (group 1, 11% of the "
        + "residents of Smallton), and rise by 1.00 from 10.0 among those of the least deprived (group "
        + "5, 30%), not standardised for age, over the 2 years 2022/23 to 2023/24; the most deprived "
        + "gain more, by 4.00 (80% range 3.00 to 5.00).")
    #expect(
      words(gain.negated, more).hasSuffix(
        "the least deprived gain more, by 4.00 (80% range 3.00 to 5.00)."))
    #expect(words(none, none).hasSuffix("; both gain alike."))
    #expect(words(none, none).contains("and stay at 10.0 among"))
    for mean in [0.02, 1] {
      let unsure = Found(mean, error: 0.1, range: -1...3, confidence: 2)
      #expect(
        words(unsure, unsure).hasSuffix(
          "we cannot tell which of them gain more: the most deprived anything from 1.00 less to 3.00 more (80% range)."
        ))
    }
    #expect(
      words(gain, Found(0.02, error: 0.1, confidence: 2)).contains("as far as this run can tell"))
    var single = OutcomeWordsTests.frame
    single = Frame(
      place: single.place, baseline: single.baseline, years: single.years,
      lastMonth: single.lastMonth, priceYear: "",
      level: 0.8,
      draws: 0, replicates: 1)
    #expect(
      words(Found(4), more, frame: single).hasSuffix(
        "one simulated run cannot tell which of them gain more."))
  }

  @Test("Nobody's name means not assured")
  func assurance() {
    let none = AssuranceWords(runBy: nil, assuredBy: nil, version: "1", digest: "abcdef0123456789")
    #expect(none.line.contains("NOT ASSURED"))
    let both = AssuranceWords(
      runBy: "Ann", assuredBy: "Bob", version: "1", digest: "abcdef0123456789")
    #expect(both.line == "Run by Ann; assured by Bob. Version 1, run abcdef012345.")
  }

  @Test(
    "A unit stands beside a name unless one of the name's words is it",
    arguments: [
      ("Nurses' time", "hours", "Nurses' time, hours"), ("Bed-days", "days", "Bed-days"),
      ("Reviews of records", "reviews", "Reviews of records"),
      ("Overstays", "stays", "Overstays, stays"), ("Tests", "", "Tests"),
    ])
  func measured(name: String, unit: String, expected: String) {
    #expect(Phrase.measured(name, in: unit) == expected)
  }
}
