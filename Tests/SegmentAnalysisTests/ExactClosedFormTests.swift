import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

/// Answers that can be worked out by hand.
@Suite struct ExactClosedFormTests {
  private func solve(_ model: Model, _ interventions: [Intervention] = []) throws -> ExactSolver {
    try ExactSolver(model: model, scenario: Scenario(id: "s", interventions: interventions))
  }

  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(b))
  }

  // MARK: - Money and health

  @Test("Ten annual payments at the rate of costs, ten annual QALYs at that of health")
  func annuities() throws {
    var model = SmallModel.model([SmallModel.pathway("p", segments: 1)], years: 10, residents: 1)
    model.cycleWeights = .start
    model.pathways[0].segments[0].costs = [RunningCost(payer: 0, poundsPerYear: Quantity(1))]
    model.discountRatesPerYear = [DiscountRate(costs: 0.035, health: 0.015)]
    let answers = try solve(model).answers().filter {
      switch $0.question {
      case .pounds, .qalys: true
      default: false
      }
    }
    let expected: [(ExactAnswer.Question, Double)] = [
      (.pounds(payer: nil, ratePerYear: 0), 10), (.qalys(ratePerYear: 0), 10),
      (.qalys(ratePerYear: 0.015), 9.360517320),
      (.pounds(payer: nil, ratePerYear: 0.035), 8.607686510),
    ]
    #expect(answers.map(\.question) == expected.map(\.0))
    for (answer, known) in zip(answers, expected.map(\.1)) { #expect(isClose(answer.mean, known)) }
  }

  // MARK: - Moves

  @Test func stayingIsGeometric() throws {
    let leave = SmallModel.move("leave", 0, to: 1, SmallModel.yearly(0.3))
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2, moves: [leave])], years: 10)
    let solver = try solve(model)
    let expected = solver.expected()
    for boundary in 0...10 {
      #expect(isClose(expected.occupancy[boundary][0], 1_000 * pow(0.7, Double(boundary))))
    }
    // Whether somebody ever leaves is a Bernoulli variable.
    let (mean, variance) = solver.moments(of: solver.occurrences { $0.id == "leave" })
    let stays = pow(0.7, 10.0)
    #expect(isClose(mean, 1_000 * (1 - stays)))
    #expect(isClose(variance, 1_000 * stays * (1 - stays)))
  }

  /// Conventions R-03.
  @Test func ratesCompete() throws {
    let model = SmallModel.model(
      [
        SmallModel.pathway(
          "p", segments: 3,
          moves: [
            SmallModel.move("a", 0, to: 1, SmallModel.rate(0.15)),
            SmallModel.move("b", 0, to: 2, SmallModel.rate(0.002)),
          ])
      ], residents: 1)
    let happened = try solve(model).expected().happened[0]
    #expect(abs(happened[0] - 0.1391563019) < 5.1e-11)
    #expect(abs(happened[1] - 0.0018554174) < 5.1e-11)
    #expect(abs(happened[0] + happened[1] - 0.1410117193) < 5.1e-11)
  }

  @Test func stepLengthGoesIntoRates() throws {
    let move = SmallModel.move("a", 0, to: 1, SmallModel.rate(0.4))
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2, moves: [move])], years: 2, step: .month)
    let solver = try solve(model)
    #expect(solver.steps == 24)
    #expect(isClose(solver.expected().occupancy[24][0], 1_000 * exp(-0.8)))
  }

  @Test func multipliersOfSegmentsAndInterventionsMultiply() throws {
    let move = SmallModel.move(
      "a", 0, to: 1, SmallModel.rate(0.1),
      multipliers: [Multiplier(pathway: 1, ratios: [0: Quantity(3)])])
    let model = SmallModel.model([
      SmallModel.pathway("p", segments: 2, moves: [move]), SmallModel.pathway("q", segments: 2),
    ])
    let target = EffectTarget.happening(0)
    let changes = Intervention(
      id: "i", starts: SmallModel.start,
      effects: [
        Effect(target: target, change: .addRatePerYear(Quantity(0.05))),
        Effect(target: target, change: .multiplyRate(Quantity(2))),
      ])
    #expect(isClose(try solve(model).expected().happened[0][0], 1_000 * (1 - exp(-0.3))))
    let changed = try solve(model, [changes]).expected().happened[0][0]
    #expect(isClose(changed, 1_000 * (1 - exp(-0.65))))
    let replaced = Intervention(
      id: "j", starts: SmallModel.start,
      effects: [Effect(target: target, change: .setRatePerYear(Quantity(0.2)))])
    let both = try solve(model, [changes, replaced]).expected().happened[0][0]
    #expect(isClose(both, 1_000 * (1 - exp(-0.45))))
  }

  @Test func probabilitiesChangeOnTheirHazards() throws {
    let move = SmallModel.move("a", 0, to: 1, SmallModel.quarterly(0.2))
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2, moves: [move])], step: .quarter)
    let target = EffectTarget.happening(0)
    let changes = Intervention(
      id: "i", starts: SmallModel.start,
      effects: [
        Effect(target: target, change: .multiplyRate(Quantity(0.5))),
        Effect(target: target, change: .addRatePerYear(Quantity(0.4))),
      ])
    let changed = try solve(model, [changes]).expected().happened[0][0]
    #expect(isClose(changed, 1_000 * (1 - sqrt(0.8) * exp(-0.1))))
    let far = Intervention(
      id: "j", starts: SmallModel.start,
      effects: [Effect(target: target, change: .addRatePerYear(Quantity(-9)))])
    #expect(try solve(model, [far]).expected().happened[0][0] == 0)
  }

  @Test func agesAreThoseAtTheStartOfTheStep() throws {
    var eligible = Eligibility()
    eligible.ages = AgeRange(41, 41)
    let event = SmallModel.event("e", SmallModel.quarterly(1), eligible: eligible)
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 1)], events: [event], years: 3, residents: 1_200,
      step: .quarter)
    // Birthdays: nobody is 41 at the start; three more months' worth every quarter of the year.
    let happened = try solve(model).expected().happened.map { $0[0].rounded() }
    #expect(happened == [0, 300, 600, 900, 1_200, 900, 600, 300, 0, 0, 0, 0])
  }

  // MARK: - Events and triggers

  @Test func eventsGivenAsRatesArePoisson() throws {
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 1)],
      events: [SmallModel.event("e", SmallModel.rate(1.7))], years: 2)
    let solver = try solve(model)
    let (mean, variance) = solver.moments(of: solver.occurrences(ofOutcome: 0))
    #expect(isClose(mean, 3_400))
    #expect(isClose(variance, 3_400))
  }

  @Test func triggersOfAPoissonEventActOnce() throws {
    let dies = SmallModel.trigger("dies", 0, to: 1, 0.5)
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2, dying: [1])],
      events: [SmallModel.event("e", SmallModel.rate(1.2), triggers: [dies])], years: 2,
      residents: 1)
    let solver = try solve(model)
    let expected = solver.expected()
    let dead = 0.5 * (1 - exp(-1.2))
    #expect(isClose(expected.occupancy[1][1], dead))
    #expect(isClose(expected.triggered[0][0], dead))
    #expect(isClose(expected.happened[0][0], 1.2))
    #expect(isClose(expected.happened[1][0], 1.2 * (1 - dead)))
    // The second moment of N1 + N2 [survived], where half of N1 falls to those who survive.
    let (mean, variance) = solver.moments(of: solver.occurrences(ofOutcome: 0))
    let second = (1.2 + 1.44) * (1 + 1 - dead) + 2 * 1.2 * (0.5 * 1.2)
    #expect(isClose(variance, second - mean * mean))
  }

  @Test func triggersActInFileOrderOnTheSegmentThenHeld() throws {
    let triggers = [
      SmallModel.trigger("one", 0, to: 1, 0.5), SmallModel.trigger("two", 1, to: 2, 0.5),
      SmallModel.trigger("three", 0, to: 2, 0.5),
    ]
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 3)],
      events: [SmallModel.event("e", SmallModel.yearly(1), triggers: triggers)], residents: 1)
    let expected = try solve(model).expected()
    #expect(expected.triggered[0] == [0.5, 0.25, 0.25])
    #expect(expected.occupancy[1] == [0.25, 0.25, 0.5])
  }

  @Test func ownMovesComeBeforeTriggeredOnes() throws {
    let back = SmallModel.trigger("back", 1, to: 0, 0.5)
    let stop = SmallModel.trigger("stop", 0, to: 2, 0.5)
    let model = SmallModel.model(
      [
        SmallModel.pathway(
          "p", segments: 3, moves: [SmallModel.move("m", 0, to: 1, SmallModel.yearly(0.4))])
      ],
      events: [SmallModel.event("e", SmallModel.yearly(1), triggers: [back, stop])], residents: 1)
    let expected = try solve(model).expected()
    // Moved (0.4), then back half the time (0.2); whoever is in 0 by then (0.8) may be stopped.
    #expect(isClose(expected.triggered[0][0], 0.2))
    #expect(isClose(expected.triggered[0][1], 0.4))
    #expect(isClose(expected.occupancy[1][1], 0.2))
  }

  @Test func triggersOfMovesComeBeforeThoseOfEvents() throws {
    let model = SmallModel.model(
      [
        SmallModel.pathway(
          "p", segments: 2,
          moves: [
            SmallModel.move(
              "m", 0, to: 1, SmallModel.yearly(1),
              triggers: [SmallModel.trigger("x", pathway: 1, 0, to: 1, 1)])
          ]), SmallModel.pathway("q", segments: 3),
      ],
      events: [
        SmallModel.event(
          "e", SmallModel.yearly(1),
          triggers: [SmallModel.trigger("y", pathway: 1, 0, to: 2, 1)])
      ], residents: 1)
    #expect(try solve(model).expected().occupancy[1] == [0, 1, 0, 1, 0])
  }

  @Test func everythingDrawnInTheStepOfLeavingCounts() throws {
    let dies = SmallModel.move("dies", 0, to: 1, SmallModel.yearly(0.25))
    let model = SmallModel.model(
      [
        SmallModel.pathway("p", segments: 2, dying: [1], moves: [dies]),
        SmallModel.pathway("q", segments: 2),
      ],
      events: [SmallModel.event("e", SmallModel.yearly(0.5))], years: 2, residents: 1)
    let expected = try solve(model).expected()
    #expect(expected.happened.map { $0[1] } == [0.5, 0.375])
    #expect(expected.living == [1, 0.75, 0.5625])
    // Whoever has left counts only in the segment they left by.
    #expect(expected.occupancy[1] == [0.75, 0.25, 0.75, 0])
  }
}
