import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

/// Small models in which nothing is left to luck, so that every number is known by hand.
@Suite("Spend segments")
struct SpendRankingTests {
  private typealias Ranked = PersonMeasure.Ranked

  private static let segments = [
    SpendSegment(id: "top", share: 0.1), SpendSegment(id: "next", share: 0.1),
    SpendSegment(id: "rest", share: nil),
  ]

  private func measures(_ model: Model, replicate: Int = 0) throws -> [PersonMeasure: Double] {
    let measures = PersonMeasures(model: model)
    _ = try Simulation(model: model, scenarios: [Scenario(id: "b")])
      .run(seed: 5, replicates: [replicate], threads: 1, people: measures.take)
    return Dictionary(uniqueKeysWithValues: measures.of(replicate)[0])
  }

  /// Ten people: one costs £1,000 a year, two cost £100.
  ///
  /// Each year those at £1,000 become free of
  /// cost and those at £100 come to £1,000. Whoever starts a year at £1,000 is admitted once, for
  /// £10.
  private static var ladder: Model {
    func step(_ id: String, _ from: Int, _ to: Int) -> Event {
      Event(
        id: "care/\(id)", name: id, move: OwnMove(pathway: 0, from: [from], to: to),
        chance: .probability(Quantity(1), per: .year))
    }
    func cost(_ pounds: Double) -> [RunningCost] {
      [RunningCost(payer: 0, service: 0, poundsPerYear: Quantity(pounds))]
    }
    let care = Pathway(
      id: "care",
      segments: [
        Segment(id: "free"), Segment(id: "middling", costs: cost(100)),
        Segment(id: "dear", costs: cost(1000)),
      ],
      start: .counts([1: 2, 2: 1]), moves: [step("up", 1, 2), step("out", 2, 0)])
    let admission = Event(
      id: "admission", name: "Admission", chance: .probability(Quantity(1), per: .year),
      eligible: Eligibility(segments: [0: [2]]),
      costs: [
        UnitCost(payer: 0, service: 0, pounds: Quantity(10)),
        UnitCost(payer: 0, service: 1, pounds: Quantity(700)),
        UnitCost(payer: 0, pounds: Quantity(900)),
      ], outcome: 0)
    return Model(
      id: "ladder", start: CalendarMonth(year: 2020, month: 4), years: 3, step: .year,
      cycleWeights: .start, payers: [Payer(id: "nhs")],
      services: [Service(id: "counted"), Service(id: "other")],
      spendSegments: SpendSegments(ages: AgeRange(18, 110), services: [0], segments: segments),
      outcomes: [Outcome(id: "admission")], population: PopulationPlan(residents: 10),
      pathways: [care], events: [admission])
  }

  @Test("Ten people on a ladder of costs, by hand")
  func ladder() throws {
    let found = try measures(Self.ladder)
    func row(_ who: PersonMeasure.Ranked, _ year: Int) -> [Double?] {
      [
        found[.people(who, year: year)], found[.pounds(who, year: year)],
        found[.shareOfSpend(who, year: year)], found[.lowestPounds(who, year: year)],
      ]
    }
    #expect(row(.segment(0), 0) == [1, 1010, 1010 / 1210, 1010])
    #expect(row(.segment(1), 0) == [1, 100, 100 / 1210, 100])
    #expect(row(.segment(2), 0) == [8, 100, 100 / 1210, 0])
    #expect(row(.all, 0) == [10, 1210, 1, 0])
    #expect(row(.outside, 0) == [0, 0, nil, nil])
    #expect(row(.segment(0), 1) == [1, 1010, 0.5, 1010])
    #expect(row(.segment(1), 1) == [1, 1010, 0.5, 1010])
    #expect(row(.segment(2), 1) == [8, 0, 0, 0])
    // Nobody costs anything in the third year, so there are no shares.
    #expect(row(.segment(0), 2) == [1, 0, nil, 0])
    #expect(row(.all, 2) == [10, 0, nil, 0])

    func flow(_ from: Int, _ to: Int) -> Double? {
      found[.flow(from: .segment(from), to: .segment(to), year: 0)]
    }
    // The dearest falls to the bottom; of the two at £100, the one first in the list leads.
    #expect([flow(0, 0), flow(0, 1), flow(0, 2)] == [0, 0, 1])
    #expect([flow(1, 0), flow(1, 1), flow(1, 2)] == [1, 0, 0])
    #expect([flow(2, 0), flow(2, 1), flow(2, 2)] == [0, 1, 7])

    func shares(_ year: Int) -> [Double?] {
      (0...3).map { found[.shareOfResidents(times: $0, year: year)] }
    }
    #expect(shares(0) == [0.9, 0.1, 0, 0])
    #expect(shares(1) == [0.8, 0.2, 0, 0])
    #expect(shares(2) == [1, 0, 0, 0])
  }

  @Test("An event that happens often counts as three or more, and costs each time")
  func often() throws {
    var model = Self.ladder
    // The chance of fewer than three of a mean of 100 is below 1e-39.
    model.events[0].chance = .ratePerYear(Quantity(100))
    let found = try measures(model)
    #expect(found[.shareOfResidents(times: 3, year: 0)] == 0.1)
    let pounds = try #require(found[.pounds(.segment(0), year: 0)])
    #expect(pounds > 1000 + 10 * 3)
    #expect((pounds - 1000).truncatingRemainder(dividingBy: 10) == 0)
  }

  @Test("People come of age, grow out of it, die and join")
  func people() throws {
    var model = Self.ladder
    model.pathways[0].start = .shares([:])
    model.pathways.append(
      Pathway(
        id: "vital", segments: [Segment(id: "alive"), Segment(id: "died", leaves: .died)],
        moves: [
          Event(
            id: "vital/death", name: "Death", move: OwnMove(pathway: 1, from: [0], to: 1),
            chance: .probability(Quantity(1), per: .year),
            eligible: Eligibility(ages: AgeRange(40, 41)))
        ]))
    model.spendSegments?.ages = AgeRange(18, 64)
    let ages = [(17, 6), (30, 20), (40, 5), (64, 7)]
    model.population = PopulationPlan(
      residents: 38,
      people: ages.map {
        PeopleCell(ages: AgeRange($0.0, $0.0), people: Double($0.1))
      })
    model.population.joinersPerYear = [Joiners(AgeRange(30, 30), peoplePerYear: Quantity(4))]
    let found = try measures(model)
    #expect(found[.people(.all, year: 0)] == 32)
    // Outside: the six of 17, and the four who join by the end of the year.
    #expect(found[.people(.outside, year: 0)] == 10)
    #expect(found[.people(.all, year: 1)] == 30)
    // 32, less five dead and seven too old, and those six and four.
    func from(_ why: OutsideSpend) -> Double {
      (0..<3).reduce(0) {
        $0 + (found[.flow(from: .outside(why), to: .segment($1), year: 0)] ?? 0)
      }
    }
    func to(_ why: OutsideSpend) -> Double {
      (0..<3).reduce(0) {
        $0 + (found[.flow(from: .segment($1), to: .outside(why), year: 0)] ?? 0)
      }
    }
    #expect([from(.younger), from(.joined)] == [6, 4])
    #expect([to(.older), to(.died), to(.moved)] == [7, 5, 0])
  }

  @Test("A model none of whose care or activity is for a counted service cannot tell")
  func notComparable() throws {
    #expect(Self.ladder.comparableSpendSegments != nil)
    var model = Self.ladder
    model.spendSegments?.services = []
    #expect(model.comparableSpendSegments == nil)
    let found = try measures(model)
    #expect(found.count == 3 * 4)
    model.spendSegments = nil
    #expect(model.comparableSpendSegments == nil)
  }

  @Test("Sizes add up to everybody")
  func sizes() {
    let figure = SpendSegments(
      ages: AgeRange(18, 110), services: [0],
      segments: [
        SpendSegment(id: "a", share: 0.01), SpendSegment(id: "b", share: 0.06),
        SpendSegment(id: "c", share: 0.22), SpendSegment(id: "d", share: nil),
      ])
    #expect(figure.sizes(people: 100) == [1, 6, 22, 71])
    #expect(figure.sizes(people: 0) == [0, 0, 0, 0])
    #expect(figure.sizes(people: 49) == [0, 3, 11, 35])
    for people in 1..<300 { #expect(figure.sizes(people: people).reduce(0, +) == people) }
  }
}
