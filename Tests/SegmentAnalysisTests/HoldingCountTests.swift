import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

/// A small model in which nothing is left to luck, so that every number is known by hand.
@Suite("Counts of what residents hold")
struct HoldingCountTests {
  /// Ten people, four of whom are ill in `first` at the start.
  ///
  /// After a year they are ill in `second` too, after two in `third`, and after three they are dead.
  /// While they are ill in `second` they are admitted every year. The ill cost £100 a year, the
  /// others £25, an admission £10.
  private static let model: Model = {
    func ill(_ id: String, _ index: Int, after: Int?) -> Pathway {
      let onset = SmallModel.move(
        "\(id)/onset", pathway: index, 0, to: 1, SmallModel.yearly(1),
        eligible: Eligibility(segments: [after ?? 0: [1]]))
      return SmallModel.pathway(
        id, segments: 2, start: after == nil ? .counts([1: 4]) : .shares([:]),
        moves: after == nil ? [] : [onset])
    }
    let death = SmallModel.move(
      "vital/death", pathway: 3, 0, to: 1, SmallModel.yearly(1),
      eligible: Eligibility(segments: [2: [1]]))
    let vital = SmallModel.pathway("vital", segments: 2, dying: [1], moves: [death])
    let admission = SmallModel.event(
      "admission", SmallModel.yearly(1), eligible: Eligibility(segments: [1: [1]]))
    var model = SmallModel.model(
      [ill("first", 0, after: nil), ill("second", 1, after: 0), ill("third", 2, after: 1), vital],
      events: [admission], years: 3, residents: 10)
    model.cycleWeights = .start
    model.services = [Service(id: "care")]
    for (segment, pounds) in [(0, 25.0), (1, 100.0)] {
      model.pathways[0].segments[segment].costs = [
        RunningCost(payer: 0, service: 0, poundsPerYear: Quantity(pounds))
      ]
    }
    model.events[0].costs = [UnitCost(payer: 0, service: 0, pounds: Quantity(10))]
    model.spendSegments = SpendSegments(
      ages: AgeRange(18, 110), services: [0],
      segments: [SpendSegment(id: "top", share: 0.1), SpendSegment(id: "rest", share: nil)])
    model.counts = [
      HoldingCount(id: "later", segments: [2: [1]]),
      HoldingCount(id: "illnesses", segments: [0: [1], 1: [1], 2: [1]]),
    ]
    return model
  }()

  /// Prevents the second illness, and so all that follows.
  private static let prevention = Scenario(
    id: "prevention",
    interventions: [
      Intervention(
        id: "i", starts: SmallModel.start, reach: Reach(share: 1),
        effects: [Effect(target: .happening(0), change: .setProbability(Quantity(0)))])
    ])

  private static func year(_ number: Int) -> CalendarMonth {
    CalendarMonth(year: 2020 + number, month: 1)
  }

  private static func holding(_ atLeast: Int, _ year: Int, of count: Int = 1) -> Expression {
    .count(Count(.holding(count, atLeast: atLeast), from: Self.year(year), years: 0))
  }

  private static func share(_ segment: Int, _ year: Int) -> Expression {
    .count(Count(.shareOfSpend(segment), from: Self.year(year), years: 1))
  }

  @Test("People and admissions by number of illnesses, by hand")
  func table() throws {
    let measures = PersonMeasures(model: Self.model)
    _ = try Simulation(model: Self.model, scenarios: [Scenario(id: "b")])
      .run(seed: 5, replicates: [0], threads: 1, people: measures.take)
    let found = Dictionary(uniqueKeysWithValues: measures.of(0)[0])
    func people(_ year: Int) -> [Double?] {
      (0...3).map { found[.holders(count: 1, number: $0, year: year)] }
    }
    func shares(_ year: Int) -> [Double?] {
      (0...3).map { found[.shareOfHolders(count: 1, number: $0, year: year)] }
    }
    #expect([people(0), shares(0)] == [[6, 4, 0, 0], [0, 0, nil, nil]])
    #expect([people(1), shares(1)] == [[6, 0, 4, 0], [0, nil, 1, nil]])
    #expect([people(2), shares(2)] == [[6, 0, 0, 4], [0, nil, nil, 1]])
    #expect(found[.holders(count: 0, number: 1, year: 1)] == 0)
    #expect(found[.holders(count: 0, number: 1, year: 2)] == 4)
    #expect(found[.holders(count: 0, number: 2, year: 2)] == nil)
  }

  private func values(_ expressions: [Expression], _ model: Model = model) throws -> [Double] {
    let scenarios = [Scenario(id: "b"), Self.prevention]
    let simulation = try Simulation(model: model, scenarios: scenarios)
    var meter = try ExpressionMeter(
      model: model, scenarios: scenarios, step: .year, expressions: expressions)
    try meter.run(simulation, seed: 5, replicates: [0, 1], threads: 2)
    return expressions.map { meter.estimate($0).value }
  }

  @Test("Expressions over single residents, by hand, whatever years are reported")
  func expressions() throws {
    var late = Self.model
    late.reportFrom = Self.year(2)
    late.years = 1
    for model in [Self.model, late] {
      let held = [(1, 0), (2, 0), (2, 1), (3, 1), (3, 2), (1, 3)].map { Self.holding($0, $1) }
      #expect(try values(held, model) == [4, 0, 4, 0, 4, 0])
      // One in ten costs most: £100 of 4 x 100 + 6 x 25, then £110 of 4 x 110 + 6 x 25.
      let shares = [(0, 0), (1, 0), (0, 1)].map { Self.share($0, $1) }
      #expect(try values(shares, model) == [100.0 / 550, 450.0 / 550, 110.0 / 590])
      let mixed: [Expression] = [
        Self.share(0, 2), .count(Count(.people(nil), from: Self.year(3), years: 0)),
        Self.holding(1, 2, of: 0),
      ]
      #expect(try values(mixed, model) == [110.0 / 590, 6, 4])
    }
  }

  @Test("They can be read in a scenario, and avoided by one")
  func scenarios() throws {
    let two = Self.holding(2, 1)
    #expect(
      try values([.inScenario("prevention", two), .avoided(two, by: "prevention"), two])
        == [0, 4, 4])
    #expect(try values([.inScenario("prevention", Self.share(0, 1))]) == [100.0 / 550])
  }

  @Test("Residents are followed only for expressions that need it")
  func need() throws {
    func years(_ expressions: [Expression]) throws -> FollowedYears? {
      try ExpressionMeter(
        model: Self.model, scenarios: [Scenario(id: "b")], step: .year, expressions: expressions
      ).people?.years
    }
    let usual = Expression.count(Count(.people(nil), from: Self.year(3), years: 0))
    #expect(try years([.number(1), usual]) == nil)
    #expect(try years([usual, Self.holding(1, 2)]) == FollowedYears(from: Self.year(2), years: 0))
    #expect(
      try years([Self.share(0, 1), Self.holding(1, 3)])
        == FollowedYears(from: Self.year(1), years: 2))
  }

  @Test("What cannot be told is refused, and a share of nothing is no number")
  func refusals() throws {
    #expect(throws: AnalysisError.self) { try values([Self.share(0, 3)]) }
    var model = Self.model
    model.spendSegments?.services = []
    #expect(throws: AnalysisError.self) { try values([Self.share(0, 0)], model) }
    #expect(try values([Self.holding(1, 0)], model) == [4])
    model = Self.model
    model.pathways[0].segments[0].costs = []
    model.pathways[0].segments[1].costs = []
    #expect(try values([Self.share(0, 0)], model)[0].isNaN)
    #expect(try values([Self.share(0, 1)], model) == [10.0 / 40])
  }
}
