import SegmentAnalysis
import SegmentModel
import SegmentSimulation
import Testing

/// Two ways to money and health from the same counts: the valuation, and the exact functionals.
@Suite struct ValuationAgainstExactTests {
  private func pounds(_ value: Double) -> UnitCost {
    UnitCost(payer: 0, pounds: Quantity(value))
  }

  /// A model in which everything costs, reported from its second year.
  private var model: Model {
    var illness = SmallModel.pathway(
      "illness", segments: 3, dying: [2],
      moves: [
        SmallModel.move("dies", 0, to: 2, SmallModel.rate(0.1)),
        SmallModel.move("falls-ill", 0, to: 1, SmallModel.rate(0.4)),
      ])
    illness.segments[1].costs = [RunningCost(payer: 0, poundsPerYear: Quantity(700))]
    illness.segments[1].utilityLoss = Quantity(0.2)
    illness.moves[1].costs = [pounds(31)]
    var admission = SmallModel.event("admission", SmallModel.rate(0.8))
    admission.costs = [pounds(1_900)]
    admission.qalyLoss = Quantity(0.03)
    var model = SmallModel.model(
      [illness], events: [admission], years: 3, residents: 500, step: .quarter)
    model.reportFrom = CalendarMonth(year: 2021, month: 1)
    return model
  }

  private var scenario: Scenario {
    let clinic = Intervention(
      id: "clinic", starts: CalendarMonth(year: 2020, month: 4),
      reach: Reach(ramp: [
        ReachPoint(years: 0, share: Quantity(0)), ReachPoint(years: 3, share: Quantity(0.9)),
      ]),
      costs: [
        .perPersonReached(pounds(40)), .perPersonYear(pounds(7)),
        .perEvent(pounds(100), happening: 2),
      ], utilityGain: Quantity(0.05))
    return Scenario(id: "s", interventions: [clinic])
  }

  /// The counts of a replicate in the shape of the solver.
  private func table(_ tallies: Tallies, _ solver: ExactSolver) -> ExactTable {
    let layout = tallies.layout
    var table = ExactTable(model: solver.model, scenario: solver.scenario, steps: solver.steps)
    for step in 0..<layout.steps {
      for index in 0..<layout.happenings {
        table.happened[step][index] =
          Double(tallies.happenedInStep[step * layout.happenings + index])
      }
      for index in 0..<layout.interventions {
        table.started[step][index] =
          Double(tallies.startedInStep[step * layout.interventions + index])
      }
      for (index, pair) in layout.reachedHappenings.enumerated() {
        table.happenedToReached[step][pair.intervention][pair.happening] =
          Double(tallies.happenedToReachedInStep[step * layout.reachedHappenings.count + index])
      }
    }
    for boundary in 0..<layout.boundaries {
      table.living[boundary] = Double(tallies.living(boundary: boundary))
      for index in 0..<layout.segments {
        table.occupancy[boundary][index] =
          Double(tallies.occupancy(boundary: boundary, segment: index))
      }
      for index in 0..<layout.interventions {
        table.reached[boundary][index] =
          Double(tallies.reached(boundary: boundary, intervention: index))
      }
    }
    return table
  }

  @Test(arguments: CycleWeights.allCases, [0, 0.035])
  func poundsAndQALYsAreTheSame(_ weights: CycleWeights, _ rate: Double) throws {
    var model = model
    model.cycleWeights = weights
    let solver = try ExactSolver(model: model, scenario: scenario)
    let tallies = try Simulation(model: model, scenarios: [scenario])
      .run(seed: 5, replicates: [0], threads: 1)[0][0]
    let counts = table(tallies, solver)
    let valuation = try Valuation(model: model, scenario: scenario, step: model.step)

    let pounds = valuation.pounds(tallies, ratePerYear: rate).values.joined().reduce(0, +)
    #expect(abs(pounds / counts.dot(solver.pounds(ratePerYear: rate)) - 1) < 1e-12)
    let qalys = try #require(valuation.qalys(tallies, ratePerYear: rate)).reduce(0, +)
    let exact = try #require(solver.qalys(ratePerYear: rate))
    #expect(abs(qalys / counts.dot(exact) - 1) < 1e-12)
  }

  /// December 2023 is within the last step.
  @Test("An end with the run is no end", arguments: [nil, (2024, 1), (2023, 12), (2030, 1)])
  func endWithTheRun(end: (year: Int, month: Int)?) throws {
    func scenario(_ ends: CalendarMonth?) -> Scenario {
      let clinic = Intervention(
        id: "clinic", starts: CalendarMonth(year: 2020, month: 4), ends: ends,
        reach: Reach(share: 0.6), costs: [.perPersonYear(pounds(7)), .perYear(pounds(900))],
        utilityGain: Quantity(0.05))
      return Scenario(id: "s", interventions: [clinic])
    }
    func results(_ scenario: Scenario) throws -> (sampled: [[Double]], exact: [Double]) {
      let simulation = try Simulation(model: model, scenarios: [scenario])
      let tallies = try simulation.run(seed: 2, replicates: [0], threads: 1)[0][0]
      let valuation = try Valuation(model: model, scenario: scenario, step: .quarter)
      let sampled = valuation.pounds(tallies, ratePerYear: 0)
      return (
        valuation.items.map { sampled[$0] ?? [] },
        try ExactSolver(model: model, scenario: scenario).answers().map(\.mean)
      )
    }
    let month = end.map { CalendarMonth(year: $0.year, month: $0.month) }
    let (open, ended) = (try results(scenario(nil)), try results(scenario(month)))
    #expect(open.sampled == ended.sampled)
    #expect(open.exact == ended.exact)
    #expect(open.sampled.joined().contains { $0 > 0 })
  }

  @Test("What is answered for a whole scenario is what the valuation makes of expected counts")
  func answers() throws {
    let solver = try ExactSolver(model: model, scenario: scenario)
    let answers = Dictionary(
      uniqueKeysWithValues: solver.answers().map { ($0.question, $0) })
    let expected = solver.expected()
    let died = expected.occupancy[16][2] - expected.occupancy[4][2]
    #expect(abs(try #require(answers[.deaths]).mean - died) < 1e-9 * died)
    let living = (4..<16).reduce(0.0) {
      $0 + (expected.living[$1] + expected.living[$1 + 1]) / 8
    }
    #expect(abs(try #require(answers[.lifeYears]).mean - living) < 1e-9 * living)
    #expect(
      try #require(answers[.pounds(payer: nil, ratePerYear: 0)]).mean
        == solver.moments(of: solver.pounds()).mean)
  }
}
