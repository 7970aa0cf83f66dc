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
      let bands = layout.groups.indices.filter { layout.groups[$0].kind == .ageBand }
      table.livingByAge[boundary] = bands.map {
        Double(tallies.living(boundary: boundary, group: $0))
      }
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

  /// People of 60 to 65, of whom some grow older than 64 in the run.
  private var ageing: Model {
    var model = model
    model.population.ageBands = [AgeRange(0, 64), AgeRange(65, AgeRange.oldest)]
    model.population.people = [PeopleCell(ages: AgeRange(60, 65), people: 1)]
    model.baseUtility = Quantity(
      .byAge([
        (AgeRange(0, 64), .constant(0.9)), (AgeRange(65, AgeRange.oldest), .constant(0.7)),
      ]))
    return model
  }

  @Test("A utility by age is that of the bands in which years are lived")
  func utilityByAge() throws {
    let model = ageing
    let solver = try ExactSolver(model: model, scenario: scenario)
    let tallies = try Simulation(model: model, scenarios: [scenario])
      .run(seed: 5, replicates: [0], threads: 1)[0][0]
    let valuation = try Valuation(model: model, scenario: scenario, step: model.step)
    let qalys = try #require(valuation.qalys(tallies, ratePerYear: 0.035)).reduce(0, +)
    let exact = try #require(solver.qalys(ratePerYear: 0.035))
    #expect(abs(qalys / table(tallies, solver).dot(exact) - 1) < 1e-12)
    // The same by what is expected, whichever way it is added up.
    let expected = solver.expected()
    #expect(abs(solver.moments(of: exact).mean / expected.dot(exact) - 1) < 1e-12)
    for boundary in 0...solver.steps {
      let sum = expected.livingByAge[boundary].reduce(0, +)
      #expect(abs(sum / expected.living[boundary] - 1) < 1e-12)
    }
    #expect((0...1).allSatisfy { expected.livingByAge[solver.steps][$0] > 10 })
  }

  @Test("Whoever turns 65 loses from then on what the older lose")
  func birthday() throws {
    var model = SmallModel.model(
      [
        SmallModel.pathway(
          "life", segments: 2, dying: [1],
          moves: [SmallModel.move("dies", 0, to: 1, SmallModel.rate(0))])
      ], years: 2, residents: 1_200, step: .quarter)
    (model.population.ageBands, model.baseUtility) = (
      ageing.population.ageBands, ageing.baseUtility
    )
    model.population.people = [PeopleCell(ages: AgeRange(64, 64), people: 1)]
    let base = Scenario(id: "base")
    let tallies = try Simulation(model: model, scenarios: [base])
      .run(seed: 1, replicates: [0], threads: 1)[0][0]
    let qalys = try Valuation(model: model, scenario: base, step: .quarter)
      .qalys(tallies, ratePerYear: 0)
    // Birthdays are spread evenly over the months of the first year.
    #expect(abs(try #require(qalys)[0] - 1_200 * (0.9 + 0.7) / 2) < 1e-6)
    #expect(abs(try #require(qalys)[1] - 1_200 * 0.7) < 1e-6)
    let exact = try ExactSolver(model: model, scenario: base)
    let mean = exact.moments(of: try #require(exact.qalys())).mean
    #expect(abs(mean - 1_200 * 1.5) < 1e-6)
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
