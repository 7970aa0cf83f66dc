import SegmentModel
import Testing

@testable import SegmentAnalysis
@testable import SegmentSimulation

@Suite("Values of expressions")
struct ExpressionMeterTests {
  /// Two segments and a way to die, an event with a trigger, two areas, quarterly steps.
  private static let model: Model = {
    var model = SmallModel.model(
      [
        SmallModel.pathway(
          "vital", segments: 2, dying: [1],
          moves: [SmallModel.move("vital/death", 0, to: 1, SmallModel.rate(0.05))]),
        SmallModel.pathway(
          "illness", segments: 2,
          moves: [SmallModel.move("illness/onset", pathway: 1, 0, to: 1, SmallModel.rate(0.1))]),
      ],
      events: [
        SmallModel.event(
          "fall", SmallModel.rate(0.2),
          triggers: [SmallModel.trigger("dies", 0, to: 1, 0.1)])
      ], years: 3, step: .quarter)
    model.events[0].cause = "Falls"
    model.events[0].costs = [UnitCost(payer: 0, pounds: Quantity(10))]
    model.resources = [Resource(id: "nurse", unit: "hours"), Resource(id: "beds", unit: "days")]
    model.events[0].uses = [
      ResourceUse(resource: 0, amount: Quantity(1)), ResourceUse(resource: 1, amount: Quantity(3)),
    ]
    model.pathways[1].segments[1].costs = [RunningCost(payer: 0, poundsPerYear: Quantity(4))]
    model.population.areas = [Area(id: "north"), Area(id: "south")]
    model.population.deprivationShares = [[1], [1]]
    model.population.ageBands = [AgeRange(0, 39), AgeRange(40, 41), AgeRange(42, 110)]
    model.population.people = [
      PeopleCell(area: 0, ages: AgeRange(30, 50), people: 1),
      PeopleCell(area: 1, ages: AgeRange(30, 50), people: 2),
    ]
    return model
  }()

  private static let start = SmallModel.start
  private static let later = CalendarMonth(year: 2021, month: 1)
  private static let ill = Count.Segments(pathway: 1, segments: [1])

  private func run(_ scenarios: [Scenario], replicates: Int) throws -> [[Tallies]] {
    try Simulation(model: Self.model, scenarios: scenarios)
      .run(seed: 7, replicates: Array(0..<replicates), threads: 1)
  }

  private func value(_ expression: Expression, _ tallies: [Tallies]) throws -> Double {
    var meter = try ExpressionMeter(
      model: Self.model, scenarios: [Scenario(id: "base")], step: .quarter,
      expressions: [expression])
    try meter.add(tallies)
    return meter.estimate(expression).value
  }

  private func count(
    _ what: Count.What, from: CalendarMonth = start, years: Int = 1, _ margin: Margin? = nil
  ) -> Expression { .count(Count(what, from: from, years: years, margin: margin)) }

  @Test("Each kind of count reads its own tallies")
  func counts() throws {
    let tallies = try run([Scenario(id: "base")], replicates: 1)[0]
    let t = tallies[0]
    let fall = EffectTarget.happening(2)
    let dies = EffectTarget.trigger(happening: 2, trigger: 0)
    func happened(_ year: Int, _ group: Int = 0) -> Double {
      Double(t.happened(year: year, group: group, happening: 2))
    }
    #expect(happened(0) > 0 && happened(1) != happened(0))
    #expect(try value(count(.events([fall])), tallies) == happened(0))
    #expect(
      try value(count(.events([fall]), from: Self.later, years: 2), tallies)
        == happened(1) + happened(2))
    let triggered = Double(t.triggered(year: 0, trigger: 0))
    #expect(triggered > 0)
    #expect(try value(count(.events([fall, dies])), tallies) == happened(0) + triggered)
    #expect(try value(count(.outcome(0, causes: ["Falls"])), tallies) == happened(0))
    #expect(try value(count(.outcome(0, causes: [])), tallies) == 0)
    #expect(try value(count(.outcome(0, causes: nil), .area(1)), tallies) == happened(0, 2))
    // Groups: all, two areas, one deprivation group, three age bands, one sex.
    #expect(
      try value(count(.outcome(0, causes: nil), .ages(AgeRange(40, 110))), tallies)
        == happened(0, 5) + happened(0, 6))
    #expect(
      try value(count(.people(Self.ill), from: Self.later, years: 0), tallies)
        == Double(t.occupancy(boundary: 4, segment: 3)))
    #expect(
      try value(count(.people(nil), from: Self.later, years: 0, .area(0)), tallies)
        == Double(t.living(boundary: 4, group: 1)))
    let deaths = Double(t.happened(year: 0, happening: 0)) + triggered
    #expect(try value(count(.deaths), tallies) == deaths)
    #expect(
      try value(count(.deaths, .area(0)), tallies) + value(count(.deaths, .area(1)), tallies)
        == deaths)
    let people = (0...4).map { Double(t.living(boundary: $0)) }
    let years = (people[0] + people[4]) / 8 + (people[1] + people[2] + people[3]) / 4
    #expect(try value(count(.personYears(nil)), tallies) == years)
    let fallCosts = Expression.count(
      Count(.pounds(payer: 0, category: .events), from: Self.later, years: 1))
    #expect(try value(fallCosts, tallies) == 10 * happened(1))
    let beds = Expression.count(Count(.resource(1), from: Self.later, years: 1))
    #expect(try value(beds, tallies) == 3 * happened(1))
    let care = try value(count(.pounds(payer: nil, category: .care)), tallies)
    let illYears = try value(count(.personYears(Self.ill)), tallies)
    #expect(abs(care - 4 * illYears) < 1e-6)
  }

  @Test("Who holds one of one is who is in its segments")
  func holding() throws {
    var model = Self.model
    model.counts = [HoldingCount(id: "illnesses", segments: [1: [1]])]
    for year in 0...3 {
      let from = CalendarMonth(ordinal: Self.start.ordinal + 12 * year)
      let people = count(.people(Self.ill), from: from, years: 0)
      let holding = count(.holding(0, atLeast: 1), from: from, years: 0)
      let base = [Scenario(id: "base")]
      var meter = try ExpressionMeter(
        model: model, scenarios: base, step: .quarter, expressions: [holding, people])
      try meter.run(
        try Simulation(model: model, scenarios: base), seed: 7, replicates: [0, 1, 2], threads: 2)
      let (held, known) = (meter.estimate(holding), meter.estimate(people))
      #expect(held.value == known.value && held.standardError == known.standardError)
      #expect((held.value > 0) == (year > 0))
    }
  }

  @Test("Arithmetic is arithmetic")
  func arithmetic() throws {
    let tallies = try run([Scenario(id: "base")], replicates: 1)[0]
    let six = Expression.product([.number(2), .number(3)])
    let tree = Expression.ratio(
      .difference(.sum([six, .number(4), .number(1)]), .number(1)), .number(4))
    #expect(try value(tree, tallies) == 2.5)
  }

  @Test("A scenario is read in its own tallies, what it avoids against the baseline")
  func scenarios() throws {
    let less = Scenario(
      id: "less",
      interventions: [
        Intervention(
          id: "rails", starts: Self.start, reach: Reach(share: 0.5),
          effects: [Effect(target: .happening(2), change: .multiplyRate(Quantity(0.2)))])
      ])
    let scenarios = [Scenario(id: "base"), less]
    let replicates = try run(scenarios, replicates: 2)
    let falls = count(.events([.happening(2)]))
    let reached = Expression.inScenario("less", count(.reached("rails")))
    let expressions: [Expression] = [
      falls, .inScenario("less", falls), .avoided(falls, by: "less"), reached,
      count(.reached("rails")),
    ]
    var meter = try ExpressionMeter(
      model: Self.model, scenarios: scenarios, step: .quarter, expressions: expressions)
    for replicate in replicates { try meter.add(replicate) }
    func mean(_ scenario: Int) -> Double {
      replicates.reduce(0) { $0 + Double($1[scenario].happened(year: 0, happening: 2)) } / 2
    }
    let values = expressions.map { meter.estimate($0).value }
    #expect(Array(values[0...2]) == [mean(0), mean(1), mean(0) - mean(1)])
    #expect(values[2] > 0)
    #expect(values[3] > 400 && values[4] == 0)
    #expect(throws: AnalysisError.self) {
      try ExpressionMeter(
        model: Self.model, scenarios: [Scenario(id: "base")], step: .quarter,
        expressions: [.avoided(falls, by: "less")])
    }
  }

  @Test("The error of a mean is its standard error, that of a ratio is about the delta method's")
  func jackknife() throws {
    let falls = count(.events([.happening(2)]))
    let years = count(.personYears(nil))
    let ratio = Expression.ratio(falls, years)
    let replicates = try run([Scenario(id: "base")], replicates: 12)
    var meter = try ExpressionMeter(
      model: Self.model, scenarios: [Scenario(id: "base")], step: .quarter,
      expressions: [falls, years, ratio])
    for replicate in replicates { try meter.add(replicate) }
    let moments = Moments(replicates.map { Double($0[0].happened(year: 0, happening: 2)) })
    let mean = meter.estimate(falls)
    #expect(abs(mean.value - moments.mean) < 1e-9)
    #expect(abs(try #require(mean.standardError) - (try #require(moments.standardError))) < 1e-9)
    let value = meter.estimate(ratio)
    let bottom = meter.estimate(years).value
    #expect(abs(value.value - mean.value / bottom) < 1e-12)
    // Linear in the counts to first order: residuals of falls - ratio * years, over the years.
    let residuals = Moments(
      replicates.map { replicate in
        let t = replicate[0]
        let people = (0...4).map { Double(t.living(boundary: $0)) }
        let lived = (people[0] + people[4]) / 8 + (people[1] + people[2] + people[3]) / 4
        return (Double(t.happened(year: 0, happening: 2)) - value.value * lived) / bottom
      })
    let expected = try #require(residuals.standardError)
    #expect(abs(try #require(value.standardError) / expected - 1) < 0.01)
  }
}
