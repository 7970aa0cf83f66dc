import Testing

@testable import SegmentModel

/// The example, compared with the events and interventions that a reader of docs/format.md expects.
@Suite("Decoded events and interventions")
struct DecodedEventTests {
  private let run: LoadedRun

  init() throws { run = try Plain.run() }

  @Test("An event with all that an event can have")
  func event() {
    let file = "events/admissions.json"
    func quantity(_ value: Double, _ path: String) -> Quantity {
      Plain.quantity(value, Plain.derived, file, "events[0].\(path)")
    }
    let expected = Event(
      id: "stroke", name: "First stroke",
      chance: .ratePerYear(
        Plain.quantity(
          .byArea([.constant(0.01), .constant(0.02)]), Plain.derived, file, "events[0].ratePerYear")
      ),
      eligible: Eligibility(
        ages: AgeRange(18, 110), sexes: [0], areas: [0], deprivation: [0], segments: [2: [0, 3]]),
      multipliers: [
        Multiplier(pathway: 1, ratios: [1: quantity(2, "multipliers.frailty.high")]),
        Multiplier(
          pathway: 2,
          ratios: [
            1: quantity(1.6, "multipliers.hypertension.undiagnosed"),
            3: quantity(1.21, "multipliers.hypertension.controlled"),
          ]),
      ],
      triggers: [
        Trigger(
          id: "dies", pathway: 0, from: [0], to: 1,
          probability: quantity(0.12, "triggers[0].probability")),
        Trigger(
          id: "1", pathway: 2, from: [0, 1], to: 3,
          probability: quantity(0.35, "triggers[1].probability")),
      ],
      costs: [
        UnitCost(payer: 0, pounds: quantity(14430, "costs[0].pounds")),
        UnitCost(payer: 1, service: 1, pounds: quantity(9630, "costs[1].pounds")),
      ], uses: [ResourceUse(resource: 1, amount: quantity(12, "uses[0].perEvent"))],
      qalyLoss: quantity(0.1, "qalyLoss"), outcome: 0, cause: "Stroke")
    #expect(run.model.events[0] == expected)
    let fall = run.model.events[1]
    #expect((fall.id, fall.name, fall.cause) == ("fall", "fall", "fall"))
    #expect(
      fall.chance
        == .probability(
          Plain.quantity(0.05, Plain.derived, file, "events[1].probabilityPerQuarter"),
          per: .quarter))
  }

  @Test("An intervention with all that an intervention can have")
  func intervention() {
    func quantity(_ value: Double, _ path: String) -> Quantity {
      Plain.quantity(value, Plain.assumed, "interventions/case-finding.json", path)
    }
    func cost(_ value: Double, _ payer: Int, _ path: String, service: Int? = nil) -> UnitCost {
      UnitCost(payer: payer, service: service, pounds: quantity(value, path))
    }
    func use(_ value: Double, _ resource: Int, _ path: String) -> ResourceUse {
      ResourceUse(resource: resource, amount: quantity(value, path))
    }
    let factor = Plain.quantity(
      .byDeprivation([.constant(0.8), .constant(1)]), Plain.assumed,
      "interventions/case-finding.json", "reach.factor")
    let expected = Intervention(
      id: "case-finding", name: "Hypertension case finding",
      starts: CalendarMonth(year: 2022, month: 4), ends: CalendarMonth(year: 2027, month: 4),
      eligible: Eligibility(ages: AgeRange(40, 110), segments: [2: [0, 1]]),
      propensity: "screening",
      reach: Reach(
        ramp: [
          ReachPoint(years: 0, share: quantity(0, "reach.ramp[0].share")),
          ReachPoint(years: 2, share: quantity(0.5, "reach.ramp[1].share")),
        ], factor: factor),
      effects: [
        Effect(
          target: .happening(2), change: .multiplyRate(quantity(3, "effects[0].multiplyRate"))),
        Effect(
          target: .trigger(happening: 4, trigger: 0),
          change: .setProbability(quantity(0.1, "effects[1].setProbability"))),
        Effect(
          target: .trigger(happening: 4, trigger: 1),
          change: .multiplyRate(quantity(0.9, "effects[2].multiplyRate"))),
        Effect(
          target: .happening(4),
          change: .addRatePerYear(quantity(-0.001, "effects[3].addRatePerYear"))),
        Effect(
          target: .happening(5),
          change: .setProbability(quantity(0.04, "effects[4].setProbability"))),
      ],
      once: [
        Trigger(
          id: "audit", pathway: 2, from: [1], to: 2,
          probability: quantity(0.5, "once[0].probability"))
      ],
      capacityPerYear: quantity(3000, "capacityPerYear"),
      costs: [
        .perPersonReached(cost(15, 0, "costs[0].poundsPerPersonReached", service: 0)),
        .perPersonYear(cost(2, 0, "costs[1].poundsPerPersonYear")),
        .perEvent(cost(60, 0, "costs[2].poundsPerEvent"), happening: 2),
        .perYear(cost(50000, 1, "costs[3].poundsPerYear")),
      ],
      uses: [
        .perPersonReached(use(0.25, 0, "uses[0].perPersonReached")),
        .perPersonYear(use(0.1, 0, "uses[1].perPersonYear")),
        .perEvent(use(0.4, 0, "uses[2].perEvent"), happening: 2),
        .perYear(use(3, 1, "uses[3].perYear")),
      ], utilityGain: quantity(0.01, "utilityGain"))
    #expect(run.scenarios[0].interventions == [expected])
    #expect(run.model.happenings[2].id == "hypertension/diagnosis")
    #expect(run.model.happenings[4].id == "stroke")
  }
}
