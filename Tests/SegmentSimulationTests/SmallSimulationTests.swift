import Foundation
import SegmentModel
import Testing

@testable import SegmentSimulation

/// Small models of which the answer is known, and what is refused.
@Suite("Small simulations")
struct SmallSimulationTests {
  @Test("A capacity that never binds is no capacity, and one that binds delivers just its places")
  func capacity() throws {
    let pathway = Pathway(
      id: "p", segments: [Segment(id: "a"), Segment(id: "b")],
      moves: [
        Event(
          id: "p/m", name: "", move: OwnMove(pathway: 0, from: [0], to: 1),
          chance: .ratePerYear(Quantity(0.05)))
      ])
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 3,
      population: PopulationPlan(residents: 3000), pathways: [pathway])
    func scenario(_ capacity: Double?) -> Scenario {
      Scenario(
        id: "s",
        interventions: [
          Intervention(
            id: "i", starts: model.start, eligible: Eligibility(segments: [0: [0]]),
            reach: Reach(share: 0.5),
            effects: [Effect(target: .happening(0), change: .multiplyRate(Quantity(3)))],
            capacityPerYear: capacity.map(Quantity.init))
        ])
    }
    let scenarios = [scenario(nil), scenario(1e6), scenario(101)]
    let run = try Simulation(model: model, scenarios: scenarios)
      .run(seed: 4, replicates: [0], threads: 1)[0]
    #expect(run[0] == run[1])
    for year in 0..<3 { #expect(run[2].started(year: year, intervention: 0) == 101) }
    #expect(run[0].started(year: 0, intervention: 0) > 1400)
  }

  @Test("Where paths have met again in one scenario, they have not in another with the same mark")
  func marks() throws {
    func pathway(_ p: Int, _ rates: [Double]) -> Pathway {
      Pathway(
        id: "p\(p)", segments: [Segment(id: "a"), Segment(id: "b")],
        moves: rates.enumerated().map { from, rate in
          Event(
            id: "\(p)-\(from)", name: "", move: OwnMove(pathway: p, from: [from], to: 1 - from),
            chance: .ratePerYear(Quantity(rate)))
        })
    }
    // From the first pathway people come back, so that paths meet again; from the second they do not.
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 3,
      population: PopulationPlan(residents: 300),
      pathways: [pathway(0, [1, 2]), pathway(1, [0.5])])
    func scenario(_ n: Int, slowing happening: Int) -> Scenario {
      Scenario(
        id: "\(n)",
        interventions: [
          Intervention(
            id: "i", starts: model.start,
            effects: [
              Effect(target: .happening(happening), change: .multiplyRate(Quantity(0.3)))
            ])
        ])
    }
    let scenarios = (0..<2 * CourseView.marks).map {
      scenario($0, slowing: $0 < CourseView.marks ? 0 : 2)
    }
    func run(_ scenarios: [Scenario]) throws -> [Tallies] {
      try Simulation(model: model, scenarios: scenarios)
        .run(seed: 4, replicates: [0], threads: 1)[0]
    }
    let alone = [try run([scenarios[0]])[0], try run([scenarios[CourseView.marks]])[0]]
    for (n, tallies) in try run(scenarios).enumerated() {
      #expect(tallies == alone[n / CourseView.marks], "scenario \(n)")
    }
  }

  @Test("An intervention reaches at once whoever is just of age, and ends for whoever is too old")
  func ages() throws {
    // Birthdays are spread over the year: two of the 24 turn 18 in the very month of the start.
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 3,
      population: PopulationPlan(
        residents: 24, people: [PeopleCell(ages: AgeRange(18, 18), people: 24)]),
      pathways: [Pathway(id: "p", segments: [Segment(id: "a")])])
    func reached(_ ages: AgeRange, starts year: Int) throws -> [Int64] {
      let scenario = Scenario(
        id: "s",
        interventions: [
          Intervention(
            id: "i", starts: CalendarMonth(year: year, month: 1),
            eligible: Eligibility(ages: ages))
        ])
      let tallies = try Simulation(model: model, scenarios: [scenario])
        .run(seed: 1, replicates: [0], threads: 1)[0][0]
      return (0...12).map { tallies.reached(boundary: $0, intervention: 0) }
    }
    // Whoever turns 19, or 20, in a month is so at the next quarter.
    let ageing: [Int64] = [0, 6, 12, 18, 24]
    #expect(try reached(AgeRange(18, 110), starts: 2020) == [Int64](repeating: 24, count: 13))
    #expect(try reached(AgeRange(19, 110), starts: 2020).prefix(5) == ageing[...])
    #expect(try reached(AgeRange(20, 110), starts: 2021).prefix(9) == [0, 0, 0, 0] + ageing[...])
    #expect(try reached(AgeRange(0, 18), starts: 2020).prefix(5) == ageing.map { 24 - $0 }[...])
  }

  @Test("Shorter steps come closer to the continuous answer")
  func steps() throws {
    // a -> b at 0.8 a year and back at 0.4: the share in b after 5 years is (2/3)(1 - e^-6).
    func move(_ id: String, _ from: Int, _ rate: Double) -> Event {
      Event(
        id: "p/\(id)", name: "", move: OwnMove(pathway: 0, from: [from], to: 1 - from),
        chance: .ratePerYear(Quantity(rate)))
    }
    let pathway = Pathway(
      id: "p", segments: [Segment(id: "a"), Segment(id: "b")],
      moves: [move("on", 0, 0.8), move("off", 1, 0.4)])
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 5,
      population: PopulationPlan(residents: 50_000), pathways: [pathway])
    var errors: [Double] = []
    for step in [StepLength.year, .month] {
      let tallies = try Simulation(model: model, scenarios: [Scenario(id: "b")], step: step)
        .run(seed: 4, replicates: [0], threads: 1)[0][0]
      let share = Double(tallies.occupancy(boundary: tallies.layout.steps, segment: 1)) / 50_000
      // What is expected of steps; a binomial share, z = 5.3 at 1e-7.
      let (on, off) = (1 - exp(-0.8 * step.years), 1 - exp(-0.4 * step.years))
      var expected = 0.0
      for _ in 0..<tallies.layout.steps { expected += (1 - expected) * on - expected * off }
      #expect(abs(share - expected) < 5.3 * (expected * (1 - expected) / 50_000).squareRoot())
      errors.append(abs(share - 2.0 / 3 * 0.9975212478))
    }
    // What is expected is 0.040 off in years and 0.003 in months; each share is within 0.012 of that.
    #expect(errors[1] < errors[0])
    // 1 - e^-0.8 - 0.8 e^-0.8 = 0.191, and 0.062 for 0.4.
    let warnings = try Simulation(model: model, scenarios: [], step: .year).warnings
    #expect(warnings.count == 1)
    #expect(warnings[0].contains("p/a 19%, p/b 6%"))
    // Nine times 0.4 for those who are in b: 1 - e^-3.6 - 3.6 e^-3.6 = 0.874. Of a, nothing is changed.
    let faster = Scenario(
      id: "s",
      interventions: [
        Intervention(
          id: "i", starts: model.start, eligible: Eligibility(segments: [0: [1]]),
          reach: Reach(share: 1),
          effects: [0, 1].map {
            Effect(target: .happening($0), change: .multiplyRate(Quantity(9)))
          })
      ])
    let raised = try Simulation(model: model, scenarios: [faster], step: .year).warnings
    #expect(raised.count == 1 && raised[0].contains("p/a 19%, p/b 87%"))
    #expect(try Simulation(model: model, scenarios: [], step: .month).warnings.isEmpty)
  }

  @Test("Refuses probabilities of another period than the step")
  func period() {
    let event = Event(id: "e", name: "", chance: .probability(Quantity(0.1), per: .year))
    let model = Model(
      id: "m", start: CalendarMonth(year: 2020, month: 1), years: 1,
      population: PopulationPlan(residents: 1),
      pathways: [Pathway(id: "p", segments: [Segment(id: "a")])],
      events: [event])
    #expect(throws: SimulationError.self) { try Simulation(model: model, scenarios: []) }
    #expect(throws: Never.self) { try Simulation(model: model, scenarios: [], step: .year) }
  }

  @Test("Refuses an event too frequent to count, and says when a start falls within a step")
  func refusals() throws {
    func model(_ rate: Double) -> Model {
      Model(
        id: "m", start: CalendarMonth(year: 2020, month: 1), years: 2, step: .year,
        population: PopulationPlan(residents: 1),
        pathways: [Pathway(id: "p", segments: [Segment(id: "a")])],
        events: [Event(id: "e", name: "", chance: .ratePerYear(Quantity(rate)))])
    }
    #expect(throws: SimulationError.self) { try Simulation(model: model(600), scenarios: []) }
    // Rates are set first, then multiplied, in whatever order the effects stand.
    func changed(_ changes: [Change]) throws -> Simulation {
      let effects = changes.map { Effect(target: .happening(0), change: $0) }
      return try Simulation(
        model: model(1),
        scenarios: [
          Scenario(
            id: "s",
            interventions: [
              Intervention(
                id: "i", starts: CalendarMonth(year: 2020, month: 1), effects: effects)
            ])
        ])
    }
    let (double, set) = (Change.multiplyRate(Quantity(2)), Change.setRatePerYear(Quantity(400)))
    for changes in [[double, set], [set, double]] {
      #expect(throws: SimulationError.self) { try changed(changes) }
    }
    let add = Change.addRatePerYear(Quantity(300))
    for changes in [[double, add], [add, double]] {
      #expect(throws: Never.self) { try changed(changes) }
    }
    func warnings(_ starts: String, _ ends: String? = nil) throws -> [String] {
      let late = Intervention(
        id: "i", starts: try #require(CalendarMonth(starts)),
        ends: ends.flatMap { CalendarMonth($0) })
      return try Simulation(
        model: model(400), scenarios: [Scenario(id: "s", interventions: [late])]
      ).warnings
    }
    #expect(try warnings("2020-01", "2021-01") == [])
    #expect(
      try warnings("2020-05") == [
        "i: 2020-05 falls within a year; it counts from the next year on"
      ])
    #expect(
      try warnings("2020-05", "2021-05") == [
        "i: 2020-05 and 2021-05 each fall within a year; each counts from the next year on"
      ])
    #expect(
      try warnings("2021-02") == [
        "i: it never runs, because no year begins from 2021-02 until 2022-01"
      ])
    #expect(
      try warnings("2020-02", "2020-11") == [
        "i: it never runs, because no year begins from 2020-02 until 2020-11"
      ])
  }
}
