import Foundation
import SegmentAnalysis
import SegmentModel
import Testing

/// Whom interventions reach, worked out by hand.
@Suite struct ExactReachTests {
  private let certain = SmallModel.event("e", SmallModel.yearly(1))
  private let none = EffectTarget.happening(0)

  private func solve(_ model: Model, _ interventions: [Intervention]) throws -> ExactSolver {
    try ExactSolver(model: model, scenario: Scenario(id: "s", interventions: interventions))
  }

  private func removing(_ id: String, reach: Reach, propensity: String? = nil) -> Intervention {
    Intervention(
      id: id, starts: SmallModel.start, propensity: propensity, reach: reach,
      effects: [Effect(target: none, change: .setProbability(Quantity(0)))])
  }

  private func place(years: Int) -> Model {
    SmallModel.model([SmallModel.pathway("p", segments: 1)], events: [certain], years: years)
  }

  @Test func reachFollowsTheRampAtMidStep() throws {
    let reach = Reach(ramp: [
      ReachPoint(years: 0, share: Quantity(0)), ReachPoint(years: 2, share: Quantity(0.8)),
      ReachPoint(years: 3, share: Quantity(0.6)),
    ])
    let solver = try solve(place(years: 4), [removing("i", reach: reach)])
    let expected = solver.expected()
    let reached = [0.2, 0.6, 0.7, 0.6, 0.6]
    for (boundary, share) in reached.enumerated() {
      #expect(abs(expected.reached[boundary][0] - 1_000 * share) < 1e-9)
      if boundary < 4 {
        #expect(abs(expected.happened[boundary][0] - 1_000 * (1 - share)) < 1e-9)
      }
    }
    // Reach grows over the same people, so nobody is first reached while it falls.
    for (step, share) in [0.2, 0.4, 0.1, 0].enumerated() {
      #expect(abs(expected.started[step][0] - 1_000 * share) < 1e-9)
    }
    // A person's count is a function of their propensity, which is part of luck.
    let (mean, variance) = solver.moments(of: solver.occurrences(ofOutcome: 0))
    let byPropensity = [(0.2, 0.0), (0.4, 1.0), (0.1, 3.0), (0.3, 4.0)]
    let first = byPropensity.reduce(0) { $0 + $1.0 * $1.1 }
    let second = byPropensity.reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    #expect(abs(mean - 1_000 * first) < 1e-9)
    #expect(abs(variance - 1_000 * (second - first * first)) < 1e-9)
  }

  @Test func reachStopsWhenTheInterventionEnds() throws {
    var intervention = removing("i", reach: Reach(share: 0.5))
    intervention.starts = CalendarMonth(year: 2021, month: 1)
    intervention.ends = CalendarMonth(year: 2023, month: 1)
    let expected = try solve(place(years: 4), [intervention]).expected()
    #expect(expected.reached.map { $0[0] } == [0, 500, 500, 0, 0])
    #expect(expected.happened.map { $0[0] } == [1_000, 500, 500, 1_000])
  }

  @Test func propensitiesAreSharedByName() throws {
    let half = Reach(share: 0.5)
    let apart = [removing("i", reach: half), removing("j", reach: half)]
    let shared = apart.map { intervention in
      var copy = intervention
      copy.propensity = "same"
      return copy
    }
    #expect(abs(try solve(place(years: 1), apart).expected().happened[0][0] - 250) < 1e-9)
    #expect(abs(try solve(place(years: 1), shared).expected().happened[0][0] - 500) < 1e-9)
  }

  @Test func reachDependsOnTheGroupAndIsCutAtOne() throws {
    var model = place(years: 1)
    model.population.deprivation = ["1", "2"]
    model.population.deprivationShares = [[0.5, 0.5]]
    let reach = Reach(
      ramp: [ReachPoint(years: 0, share: Quantity(0.6))],
      factor: Quantity(.byDeprivation([.constant(0.5), .constant(2)])))
    let solver = try solve(model, [removing("i", reach: reach)])
    #expect(abs(solver.expected { $0.deprivation == 0 }.happened[0][0] - 350) < 1e-9)
    #expect(solver.expected { $0.deprivation == 1 }.happened[0][0] == 0)
  }

  @Test func onceMovesAreMadeWhenFirstReached() throws {
    let protects = SmallModel.trigger("protects", 0, to: 1, 0.5)
    let wanes = SmallModel.move("wanes", 1, to: 0, SmallModel.yearly(0.4))
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2, moves: [wanes])], years: 3, residents: 1)
    let intervention = Intervention(
      id: "i", starts: SmallModel.start,
      reach: Reach(ramp: [
        ReachPoint(years: 0.5, share: Quantity(0.2)), ReachPoint(years: 1.5, share: Quantity(0.6)),
      ]), once: [protects])
    let expected = try solve(model, [intervention]).expected()
    let first = 0.2 * 0.5
    let second = first * 0.6 + 0.4 * 0.5
    #expect(abs(expected.movedOnce[0][0] - first) < 1e-12)
    #expect(abs(expected.occupancy[1][1] - first) < 1e-12)
    #expect(abs(expected.occupancy[2][1] - second) < 1e-12)
    #expect(abs(expected.occupancy[3][1] - second * 0.6) < 1e-12)
  }

  @Test func onceMovesComeAfterTriggers() throws {
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 3)],
      events: [
        SmallModel.event(
          "e", SmallModel.yearly(0.5), triggers: [SmallModel.trigger("t", 0, to: 2, 1)])
      ], residents: 1)
    let intervention = Intervention(
      id: "i", starts: SmallModel.start, once: [SmallModel.trigger("o", 0, to: 1, 1)])
    #expect(try solve(model, [intervention]).expected().occupancy[1] == [0, 0.5, 0.5])
  }

  @Test func eligibilityIsThatAtTheStartOfTheStep() throws {
    let move = SmallModel.move("m", 0, to: 1, SmallModel.yearly(1))
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2, moves: [move])], events: [certain], years: 2,
      residents: 1)
    var intervention = Intervention(id: "i", starts: SmallModel.start)
    intervention.eligible = Eligibility(segments: [0: [0]])
    intervention.effects = [
      Effect(target: .happening(1), change: .setProbability(Quantity(0)))
    ]
    let expected = try solve(model, [intervention]).expected()
    #expect(expected.happened.map { $0[1] } == [0, 1])
    #expect(expected.reached.map { $0[0] } == [1, 0, 0])
  }

  @Test func triggersTakeEffects() throws {
    let model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2)],
      events: [
        SmallModel.event(
          "e", SmallModel.yearly(1), triggers: [SmallModel.trigger("t", 0, to: 1, 0.36)])
      ], residents: 1)
    let target = EffectTarget.trigger(happening: 0, trigger: 0)
    func triggered(_ change: Change) throws -> Double {
      let effect = Effect(target: target, change: change)
      let intervention = Intervention(id: "i", starts: SmallModel.start, effects: [effect])
      return try solve(model, [intervention]).expected().triggered[0][0]
    }
    #expect(abs(try triggered(.multiplyRate(Quantity(0.5))) - 0.2) < 1e-12)
    #expect(abs(try triggered(.setProbability(Quantity(0.9))) - 0.9) < 1e-12)
  }
}
