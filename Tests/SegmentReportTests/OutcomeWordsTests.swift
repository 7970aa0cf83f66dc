import Testing

@testable import SegmentReport

@Suite("Words about outcomes")
struct OutcomeWordsTests {
  static let frame = Frame(
    place: "Smallton", baseline: "Baseline", years: ["2022/23", "2023/24"], lastMonth: "March 2024",
    priceYear: "2023/24",
    level: 0.8, draws: 100, replicates: 2)

  private func words(
    _ avoided: Found, frame: Frame = frame, stopsEarly: Bool = false
  ) -> OutcomeWords {
    OutcomeWords(
      frame: frame, scenario: "“Classes”", outcome: "emergency admissions", avoided: avoided,
      expected: Found(4_004, error: 11), stopsEarly: stopsEarly)
  }

  @Test(
    "What is avoided is prevented or postponed, with comparator, place, period and range inside")
  func avoided() {
    let words = words(Found(123.4, error: 2, range: 101...148, confidence: 2))
    #expect(
      words.sentence
        == "Compared with baseline, “Classes” is estimated to avoid 123 emergency admissions in "
        + "Smallton over the 2 years 2022/23 to 2023/24 (80% chance that the place sees between 101 "
        + "and 148), prevented or postponed.")
    #expect(
      words.scale
        == "What “Classes” avoids is on average about 1.2 a week, or 3.1% of the 4,000 emergency "
        + "admissions expected in Smallton over the 2 years 2022/23 to 2023/24 with baseline.")
  }

  @Test("What else is avoided of the same whole is said beside it, where it is told")
  func besides() {
    var words = words(Found(123.4, error: 2, range: 101...148, confidence: 2))
    let other = ("other admissions", Found(320, error: 9, range: 140...470, confidence: 2))
    let untold = ("visits", Found(3, error: 2, range: -10...50, confidence: 2))
    words.besides = [other, untold]
    words.worse = [
      WorseOutcome("harms", Found(-96, error: 4, range: -135 ... -59, confidence: 2))
    ].compactMap { $0 }
    #expect(
      words.sentence.hasSuffix(
        "(80% chance that the place sees between 101 and 148), prevented or postponed, and 320 other "
          + "admissions (80% range 140 to 470); it is also estimated to bring 96 more harms (80% range "
          + "59 to 135)."))
    var unsure = self.words(Found(20, error: 2, range: -10...50, confidence: 2))
    unsure.besides = [other]
    #expect(
      unsure.sentence.hasSuffix(
        "runs from 10 more to 50 fewer; it is estimated to avoid 320 other admissions (80% range 140 "
          + "to 470), prevented or postponed."))
  }

  @Test("More of an outcome is said as plainly")
  func more() {
    let words = words(Found(-123.4, error: 2, range: -148 ... -101, confidence: 2))
    #expect(words.sentence.contains("is estimated to bring 123 more emergency admissions"))
    #expect(words.sentence.contains("between 101 and 148 more"))
    #expect(
      words.scale?.hasPrefix(
        "What “Classes” adds is on average about 1.2 a week, or 3.1% of the 4,000") == true)
  }

  @Test(
    "How often is said in days under two weeks and in weeks from then on",
    arguments: [
      (200.0, "1.9 a week"), (104, "one a week"), (97, "one every 8 days"),
      (73, "one every 10 days"),
      (52, "one every 2 weeks"), (10, "one every 10 weeks"),
    ])
  func rate(avoided: Double, rate: String) {
    let words = words(Found(avoided, error: 0.1, range: avoided - 1...avoided + 1, confidence: 2))
    #expect(words.scale?.contains("about \(rate), or") == true, "\(words.scale ?? "")")
  }

  @Test("What stops early is not spread over the period")
  func early() {
    let words = words(
      Found(123.4, error: 2, range: 101...148, confidence: 2), stopsEarly: true)
    #expect(words.scale?.hasPrefix("What “Classes” avoids is 3.1% of the 4,000") == true)
  }

  @Test("A range with zero in it: we cannot tell, and the range is there")
  func unsure() {
    let words = words(Found(20, error: 2, range: -10...50, confidence: 2))
    #expect(
      words.sentence
        == "We cannot tell from this evidence whether “Classes” avoids emergency admissions in "
        + "Smallton over the 2 years 2022/23 to 2023/24, compared with baseline: the best estimate is "
        + "20 fewer, but the 80% range runs from 10 more to 50 fewer.")
    #expect(words.scale == nil)
  }

  @Test("A mean that is not told from zero asks for more draws")
  func untold() {
    let words = words(Found(3, error: 2, range: -10...50, confidence: 2))
    #expect(words.sentence.hasPrefix("We cannot tell whether"))
    #expect(words.sentence.hasSuffix("and more draws are needed."))
    #expect(words.sentence.contains("simulation error of 2.0"))
  }

  @Test("Nothing at all is nothing, not an estimate")
  func nothing() {
    let words = words(Found(0, error: 0, range: 0...0, confidence: 2))
    #expect(words.sentence.contains("changes no emergency admissions"))
    #expect(words.scale == nil)
  }

  @Test("A single run gives no range and says so; central values hold luck alone")
  func kinds() {
    var frame = Self.frame
    frame = Frame(
      place: frame.place, baseline: frame.baseline, years: ["2022"], lastMonth: "March 2024",
      priceYear: "", level: 0.8,
      draws: 0, replicates: 1)
    let single = words(Found(12), frame: frame).sentence
    #expect(single.contains("one simulated run, so no range can be given"))
    #expect(single.contains(" in 2022 "))
    frame = Frame(
      place: frame.place, baseline: frame.baseline, years: ["2022"], lastMonth: "March 2024",
      priceYear: "", level: 0.9,
      draws: 0, replicates: 10)
    let central = words(Found(12, error: 1, range: 8...16, confidence: 2), frame: frame).sentence
    #expect(central.contains("90% chance that the place sees between 8 and 16, by luck alone"))
  }

  @Test(
    "A verdict follows the numbers, whatever they are",
    arguments: [-100.0, -5, -0.1, 0, 0.1, 5, 100], [0.0, 0.5, 20])
  func verdicts(mean: Double, error: Double) {
    for half in [0.0, 1, 50, 200] {
      let found = Found(mean, error: error, range: mean - half...mean + half, confidence: 2)
      let words = words(found)
      switch found.verdict {
      case .nothing: #expect(mean == 0 && error == 0)
      case .cannotTell: #expect(mean.magnitude < 2 * error)
      case .unsure: #expect(half > mean.magnitude || half == mean.magnitude && half > 0)
      case .above: #expect(mean > 0 && half < mean)
      case .below: #expect(mean < 0 && half < -mean)
      }
      let isEstimate = words.sentence.contains("is estimated to")
      #expect(isEstimate == [.above, .below].contains(found.verdict))
      // No hedge without a number.
      for hedge in ["may ", "might", "likely", "significant", "could", "will "] {
        #expect(!words.sentence.contains(hedge))
      }
      #expect(found.negated.negated.mean == found.mean)
    }
  }
}
