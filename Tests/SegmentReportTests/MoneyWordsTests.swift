import Testing

@testable import SegmentReport

@Suite("Words about money")
struct MoneyWordsTests {
  private static let zero = Found(0, error: 0, range: 0...0, confidence: 2)

  private static func sure(_ mean: Double) -> Found {
    let half = mean.magnitude / 4
    return Found(mean, error: mean.magnitude / 50, range: mean - half...mean + half, confidence: 2)
  }
  private static let unsure = Found(40_000, error: 1_000, range: -60_000...140_000, confidence: 2)
  private static let untold = Found(40, error: 1_000, range: -60_000...60_000, confidence: 2)

  private func words(
    net: Found, health: Found? = nil, programme: Found = sure(2_000_000), care: Found = zero,
    value: Found = sure(1_500_000), chance: Double? = 0.25, price: Found? = sure(40_000)
  ) -> MoneyWords {
    MoneyWords(
      frame: OutcomeWordsTests.frame, scenario: "“Classes”", programme: programme, care: care,
      value: value, net: net, chance: chance,
      health: health.map { ($0, unit: "life-year", price: price) })
  }

  @Test(
    "A net gain has its range, chance, comparator, place, horizon and prices, and is not called cash"
  )
  func gains() {
    #expect(
      words(net: Self.sure(2_000_000), health: Self.sure(50), chance: 0.97).verdict
        == "“Classes” is expected to come to a net gain of £2.0m (80% chance that the place sees between "
        + "£1.5m and £2.5m) compared with baseline in Smallton over the 2 years 2022/23 to 2023/24 "
        + "(2023/24 prices, undiscounted), with a chance of 97% of a net gain: activity is valued at "
        + "average cost, not as releasable cash.")
    for net in [Self.sure(1e6), Self.untold, Self.unsure] {
      let text = words(net: net).verdict
      #expect(!text.contains("save") && text.contains("not as releasable cash"))
    }
  }

  @Test("It comes to a net gain but loses health")
  func gainsAtHealth() {
    let text = words(net: Self.sure(2_000_000), health: Self.sure(-50)).verdict
    #expect(text.hasSuffix("; and it loses 50 life-years."))
  }

  @Test("It does not save; it buys health at a price")
  func buysHealth() {
    let text = words(net: Self.sure(-2_000_000), health: Self.sure(50)).verdict
    #expect(text.hasPrefix("“Classes” is not expected to save money compared with baseline"))
    #expect(text.contains("with a chance of 25% of a net gain"))
    #expect(
      text.hasSuffix(
        "; it buys health at £40,000 per life-year gained by March 2024 (80% range between £30,000 "
          + "and £50,000; life and costs after March 2024 are not counted, of which the first would lower the "
          + "price and the second raise it)."))
    var worthy = words(net: Self.sure(-2_000_000), health: Self.sure(50))
    worthy.worth = "£20,000 to £30,000"
    #expect(worthy.verdict == text, "a life-year is no QALY")
    worthy.health?.unit = "QALY"
    #expect(worthy.verdict.hasSuffix("raise it); a QALY is taken to be worth £20,000 to £30,000."))
  }

  @Test("It costs more and gives less health: dominated, and never a ratio")
  func dominated() {
    let text = words(net: Self.sure(-2_000_000), health: Self.sure(-50)).verdict
    #expect(text.hasSuffix("so it is dominated."))
    #expect(!text.contains(" per life-year"))
  }

  @Test("It does not save and health is not told: no price of another kind")
  func unknownHealth() {
    let unsure = words(net: Self.sure(-2_000_000), health: Self.unsure).verdict
    #expect(
      unsure.hasSuffix(
        "; it is estimated to gain 40,000 life-years, but one place may gain or lose some (80% chance that the "
          + "place sees between 60,000 lost and 140,000 gained)."))
    let losing = words(net: Self.sure(-2_000_000), health: Self.unsure.negated).verdict
    #expect(losing.contains("it is estimated to lose 40,000 life-years, but one place may"))
    let untold = words(net: Self.sure(-2_000_000), health: Self.untold).verdict
    #expect(untold.contains("we cannot tell whether it gains or loses life-years"))
    #expect(untold.hasSuffix("sees between 60,000 lost and 60,000 gained)."))
    for text in [unsure, losing, untold] { #expect(!text.contains(" per life-year")) }
    let none = words(net: Self.sure(-2_000_000), health: Self.zero).verdict
    #expect(none.contains("it changes no life-years"))
  }

  @Test("Whether it saves is not told: we cannot tell, with what hides it")
  func cannotTell() {
    let unsure = words(net: Self.unsure, health: Self.sure(50)).verdict
    #expect(unsure.hasPrefix("We cannot tell whether “Classes” comes to a net gain"))
    #expect(unsure.contains("from net cost £60,000 to net gain £140,000"))
    let untold = words(net: Self.untold).verdict
    #expect(
      untold.contains(
        "with a chance of 25% of a net gain: the simulation error hides even the sign of the mean"))
    #expect(words(net: Self.zero).verdict.contains("expected to cost and save nothing"))
  }

  @Test("The account keeps programme, care and value apart")
  func account() {
    let text = words(net: Self.sure(-500_000), care: Self.sure(300_000)).account
    #expect(
      text
        == "Compared with baseline, “Classes” would cost £2.0m to deliver in Smallton over the 2 years 2022/23 to 2023/24, with an extra cost of "
        + "care of £300,000, and avoids activity valued at £1.5m at average cost (80% "
        + "chance that the place sees between £1.1m and £1.9m; 2023/24 prices, undiscounted).")
    #expect(
      words(net: Self.zero, care: Self.sure(-1e6)).account.contains(
        "with the cost of care £1.0m less,"))
    #expect(
      words(net: Self.zero, care: Self.untold).account.contains(
        "we cannot tell whether the cost of care"))
    #expect(words(net: Self.zero, value: Self.zero).account.contains("avoids no activity"))
    #expect(words(net: Self.zero, value: Self.untold).account.contains("whether it avoids any"))
    #expect(
      words(net: Self.zero, value: Self.sure(-9e5)).account.contains("adds activity valued at"))
    let unsure = words(net: Self.zero, value: Self.unsure.negated).account
    #expect(unsure.contains("avoids or adds activity: at average cost, the mean is £40,000 added"))
    #expect(unsure.contains("sees between £140,000 added and £60,000 avoided;"))
    #expect(
      words(net: Self.zero, programme: Self.sure(-3e5)).account.contains("would cost £300,000 less")
    )
  }

  @Test("Every verdict of the net and of health has its own sentence, with a number")
  func allCases() {
    let all: [Verdict: Found] = [
      .nothing: Self.zero, .cannotTell: Self.untold, .unsure: Self.unsure,
      .above: Self.sure(800_000), .below: Self.sure(-800_000),
    ]
    #expect(Set(all.keys) == Set(Verdict.allCases))
    for (verdict, net) in all {
      #expect(net.verdict == verdict)
      for health in all.values {
        let text = words(net: net, health: health).verdict
        #expect(text.hasSuffix("."))
        #expect(text.contains("2 years"))
        #expect(!text.contains("£-") && !text.contains("−"), "a cost is said in words: \(text)")
      }
    }
  }
}
