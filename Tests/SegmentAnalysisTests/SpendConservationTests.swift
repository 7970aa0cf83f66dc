import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

/// Nothing is lost between what single residents cost and what the place costs.
@Suite("Spend of people against spend of the place")
struct SpendConservationTests {
  /// A place where people are born, come, fall ill, leave and die, with a programme that pays.
  private static func model(_ step: StepLength, _ weights: CycleWeights) -> Model {
    func move(_ id: String, _ from: Set<Int>, _ to: Int, _ rate: Double) -> Event {
      Event(
        id: "illness/\(id)", name: id, move: OwnMove(pathway: 0, from: from, to: to),
        chance: .ratePerYear(Quantity(rate)),
        costs: [UnitCost(payer: 0, service: 2, pounds: Quantity(37))])
    }
    func cost(_ service: Int?, _ pounds: Double) -> RunningCost {
      RunningCost(payer: 0, service: service, poundsPerYear: Quantity(pounds))
    }
    let illness = Pathway(
      id: "illness",
      segments: [
        Segment(id: "well", costs: [cost(1, 48)]),
        Segment(id: "ill", costs: [cost(0, 1200), cost(1, 600), cost(nil, 96)]),
        Segment(id: "gone", leaves: .moved), Segment(id: "dead", leaves: .died),
      ],
      start: .shares([1: Quantity(0.2)]),
      moves: [
        move("death", [0, 1], 3, 0.05), move("leaving", [0, 1], 2, 0.05),
        move("onset", [0], 1, 0.3), move("recovery", [1], 0, 0.5),
      ])
    let crisis = Event(
      id: "crisis", name: "Crisis", chance: .ratePerYear(Quantity(1.5)),
      eligible: Eligibility(segments: [0: [1]]),
      costs: [
        UnitCost(payer: 0, service: 0, pounds: Quantity(2500)),
        UnitCost(payer: 0, service: 1, pounds: Quantity(99)),
      ], outcome: 0)
    return Model(
      id: "m", start: CalendarMonth(year: 2020, month: 4),
      reportFrom: CalendarMonth(year: 2021, month: 4), years: 3, step: step,
      cycleWeights: weights, payers: [Payer(id: "nhs")],
      services: [Service(id: "a"), Service(id: "b"), Service(id: "c")],
      spendSegments: SpendSegments(
        ages: AgeRange(18, 64), services: [0, 2],
        segments: [
          SpendSegment(id: "top", share: 0.01), SpendSegment(id: "next", share: 0.06),
          SpendSegment(id: "some", share: 0.22), SpendSegment(id: "rest", share: nil),
        ]),
      outcomes: [Outcome(id: "admission")],
      population: PopulationPlan(
        residents: 2500, people: [PeopleCell(ages: AgeRange(0, 89), people: 1)],
        birthsPerYear: Quantity(60),
        joinersPerYear: [Joiners(AgeRange(18, 70), peoplePerYear: Quantity(90))]),
      pathways: [illness], events: [crisis])
  }

  private static let visits = Scenario(
    id: "visits",
    interventions: [
      Intervention(
        id: "visits", starts: CalendarMonth(year: 2021, month: 4), reach: Reach(share: 0.6),
        effects: [Effect(target: .happening(4), change: .multiplyRate(Quantity(0.3)))],
        capacityPerYear: Quantity(400),
        costs: [.perPersonReached(UnitCost(payer: 0, service: 0, pounds: Quantity(50)))])
    ])
  private static let scenarios = [Scenario(id: "b"), visits]

  private typealias Run = (tallies: [[Tallies]], people: [[PersonMeasure: Double]])

  /// Two replicates; the measures are those of each scenario of the second.
  private func run(_ model: Model, threads: Int = 2) throws -> Run {
    let measures = PersonMeasures(model: model)
    let tallies = try Simulation(model: model, scenarios: Self.scenarios)
      .run(seed: 11, replicates: [0, 1], threads: threads, people: measures.take)
    return (tallies, measures.of(1).map { Dictionary(uniqueKeysWithValues: $0) })
  }

  @Test(
    "All people's spend is the place's on these services, exactly",
    arguments: [StepLength.quarter, .year], CycleWeights.allCases)
  func total(step: StepLength, weights: CycleWeights) throws {
    try checkTotal(step, weights, tolerance: 0)
  }

  @Test("Months, which are no binary fractions of a year, too", arguments: CycleWeights.allCases)
  func months(weights: CycleWeights) throws {
    // A sum of millions of pounds over some hundred terms is right to far better than this.
    try checkTotal(.month, weights, tolerance: 1e-6)
  }

  private func checkTotal(_ step: StepLength, _ weights: CycleWeights, tolerance: Double) throws {
    let model = Self.model(step, weights)
    let run = try run(model)
    for (index, scenario) in Self.scenarios.enumerated() {
      let valuation = try Valuation(model: model, scenario: scenario, step: step)
      let pounds = valuation.pounds(run.tallies[1][index], ratePerYear: 0)
      for year in 0..<model.years {
        let spent = pounds.reduce(0) { sum, line in
          let isCounted = line.key.service.map([0, 2].contains) ?? false
          return line.key.category != .programme && isCounted ? sum + line.value[year] : sum
        }
        let all = try #require(run.people[index][.pounds(.all, year: year)])
        let outside = try #require(run.people[index][.pounds(.outside, year: year)])
        #expect(spent > 100_000 && all > 0 && outside > 0)
        #expect((all + outside - spent).magnitude <= tolerance)
      }
    }
  }

  @Test("Everybody living there at the start of a year is told of", arguments: [0, 1])
  func living(scenario: Int) throws {
    let model = Self.model(.quarter, .trapezoid)
    let run = try run(model)
    let timeline = try Timeline(model: model, step: .quarter)
    for year in 0..<model.years {
      let (start, end) = (
        timeline.boundary(startOfYear: year), timeline.boundary(startOfYear: year + 1)
      )
      let tallies = run.tallies[1][scenario]
      let living = tallies.living(boundary: start)
      let entered = (start..<end).reduce(0) { $0 + tallies.entered(step: $1) }
      let all = try #require(run.people[scenario][.people(.all, year: year)])
      let outside = try #require(run.people[scenario][.people(.outside, year: year)])
      #expect(all + outside == Double(living + entered))
    }
  }

  @Test("Flows out of a segment are its people, and flows into one the next year's")
  func flows() throws {
    let model = Self.model(.quarter, .trapezoid)
    let ends =
      (0..<4).map { PersonMeasure.FlowEnd.segment($0) }
      + OutsideSpend.allCases.map { .outside($0) }
    for found in try run(model).people {
      for year in 0..<model.years - 1 {
        for segment in 0..<4 {
          func sum(_ flow: (PersonMeasure.FlowEnd) -> PersonMeasure) -> Double {
            ends.reduce(0) { $0 + (found[flow($1)] ?? 0) }
          }
          let out = sum { .flow(from: .segment(segment), to: $0, year: year) }
          let into = sum { .flow(from: $0, to: .segment(segment), year: year) }
          #expect(out == found[.people(.segment(segment), year: year)])
          #expect(into == found[.people(.segment(segment), year: year + 1)])
        }
        #expect((found[.flow(from: .segment(3), to: .outside(.moved), year: year)] ?? 0) > 0)
        let shares = (0..<4).compactMap { found[.shareOfSpend(.segment($0), year: year)] }
        #expect((shares.reduce(0, +) - 1).magnitude < 1e-12)
      }
    }
  }

  @Test("One thread and two give the same")
  func threads() throws {
    let model = Self.model(.quarter, .trapezoid)
    #expect(try run(model, threads: 1).people == run(model, threads: 2).people)
  }
}
