import Testing

@testable import SegmentModel

/// The example, compared with the model that a reader of docs/format.md expects.
@Suite("Decoded model")
struct DecodedModelTests {
  private let run: LoadedRun

  init() throws {
    // What is worked out from what stands in the files has tests of its own.
    func plain(_ quantity: Quantity) -> Quantity {
      Quantity(
        quantity.values, evidence: quantity.evidence, range95: quantity.range95,
        distribution: quantity.distribution, location: quantity.location)
    }
    var run = try Fixture(Example.files).load()
    run.model = run.model.mapQuantities(plain)
    run.baseline = run.baseline.mapQuantities(plain)
    run.scenarios = run.scenarios.map { $0.mapQuantities(plain) }
    self.run = run
  }

  private static let decided = Evidence(source: "decisions", quality: .derived, note: "section 2")
  private static let derived = Evidence(source: "case", quality: .derived)
  private static let assumed = Evidence(source: "decisions", quality: .assumed)
  private static let published = Evidence(source: "case", quality: .published)

  private static func quantity(
    _ values: ValueTree, _ evidence: Evidence, _ file: String, _ path: String
  ) -> Quantity {
    Quantity(values, evidence: evidence, location: "\(file): \(path)")
  }

  private static func quantity(
    _ value: Double, _ evidence: Evidence, _ file: String, _ path: String
  ) -> Quantity {
    quantity(.constant(value), evidence, file, path)
  }

  @Test("A place")
  func place() {
    let model = run.model
    #expect((model.id, model.name) == ("thurrock", "Thurrock, England"))
    #expect(model.start == CalendarMonth(year: 2019, month: 4))
    #expect(model.reportFrom == CalendarMonth(year: 2022, month: 4))
    #expect((model.years, model.step, model.priceYear) == (10, .quarter, "2023/24"))
    #expect(model.discountRatesPerYear == [0, 0.035])
    #expect(model.cycleWeights == .start)
    #expect(model.baseUtility == Self.quantity(0.9, Self.assumed, "place.json", "baseUtility"))
    #expect(
      model.payers == [Payer(id: "nhs", name: "NHS"), Payer(id: "asc", name: "Adult social care")])
    #expect(
      model.services == [
        Service(id: "gp", name: "General practice"), Service(id: "hospital"),
      ])
    #expect(
      model.spendSegments
        == SpendSegments(
          ages: AgeRange(18, 110), services: [1],
          segments: [
            SpendSegment(id: "highest", name: "Highest", share: 0.01),
            SpendSegment(id: "high", share: 0.06), SpendSegment(id: "others", share: nil),
          ]))
    #expect(model.outcomes == [Outcome(id: "admission", name: "Emergency admissions")])
    #expect(
      model.resources == [
        Resource(id: "nurse", name: "Nurse time", unit: "hours"),
        Resource(id: "bed-days", unit: "days"),
      ])
    #expect(
      model.sources == [
        Source(id: "decisions", citation: "Decisions of 2026"),
        Source(id: "case", citation: "Case for Further Change"),
      ])
  }

  @Test("A population")
  func population() {
    let joiners = Quantity(
      .constant(20), evidence: Self.derived, range95: 15...25,
      location: "population.json: joinersPerYear.18-44")
    let expected = PopulationPlan(
      residents: 1000, sexes: ["female", "male"], areaLabel: "PCN",
      areas: [Area(id: "grays", name: "Grays"), Area(id: "tilbury")], deprivation: ["1", "2"],
      ageBands: [AgeRange(0, 17), AgeRange(18, 64), AgeRange(65, 110)],
      people: [
        PeopleCell(area: 0, sex: 0, ages: AgeRange(0, 17), people: 100),
        PeopleCell(area: 0, sex: 0, ages: AgeRange(18, 64), people: 200),
        PeopleCell(area: 0, sex: 1, ages: AgeRange(0, 17), people: 110),
        PeopleCell(area: 0, sex: 1, ages: AgeRange(18, 64), people: 190),
        PeopleCell(area: 1, ages: AgeRange(18, 64), people: 300),
        PeopleCell(area: 1, ages: AgeRange(65, 99), people: 100),
      ],
      deprivationShares: [[0.25, 0.75], [1, 0]],
      birthsPerYear: Self.quantity(10, Self.published, "population.json", "birthsPerYear"),
      joinersPerYear: [(AgeRange(18, 44), joiners)])
    #expect(run.model.population == expected)
    #expect(run.model.population.areaLabel == "PCN")
  }

  @Test("A pathway with costs, shares of every kind, and rates")
  func hypertension() {
    let file = "pathways/hypertension.json"
    let pathway = run.model.pathways[2]
    #expect((pathway.id, pathway.name) == ("hypertension", "Hypertension"))
    #expect(
      pathway.segments == [
        Segment(id: "none", name: "At risk"), Segment(id: "undiagnosed"),
        Segment(id: "uncontrolled"),
        Segment(
          id: "controlled",
          costs: [
            RunningCost(
              payer: 0, service: 0,
              poundsPerYear: Self.quantity(
                85, Self.decided, file, "segments[3].costs[0].poundsPerYear"))
          ],
          uses: [
            ResourceUse(
              resource: 0,
              amount: Self.quantity(0.5, Self.decided, file, "segments[3].uses[0].perPersonYear"))
          ], utilityLoss: Self.quantity(0.02, Self.decided, file, "segments[3].utilityLoss")),
      ])
    let undiagnosed = ValueTree.byAge([
      (AgeRange(0, 17), .constant(0)), (AgeRange(18, 44), .constant(0.04)),
      (AgeRange(45, 110), .constant(0.1)),
    ])
    let uncontrolled = ValueTree.bySegment(pathway: 1, [.constant(0.1), .constant(0.3)])
    let controlled = ValueTree.byDeprivation([.constant(0.1), .constant(0.2)])
    #expect(
      pathway.start
        == .shares([
          1: Self.quantity(undiagnosed, Self.decided, file, "start.shares.undiagnosed"),
          2: Self.quantity(uncontrolled, Self.decided, file, "start.shares.uncontrolled"),
          3: Self.quantity(controlled, Self.decided, file, "start.shares.controlled"),
        ]))
    #expect(pathway.moves.map(\.id).first == "hypertension/onset")
    #expect(pathway.moves[0] == Self.onset)
    #expect(pathway.moves[1] == Self.diagnosis)
  }

  private static let onset = Event(
    id: "hypertension/onset", name: "onset", move: OwnMove(pathway: 2, from: [0], to: 1),
    chance: .ratePerYear(
      quantity(
        .byAge([
          (AgeRange(0, 39), .constant(0.01)),
          (AgeRange(40, 79), .bySex([.constant(0.02), .constant(0.03)])),
          (AgeRange(80, 110), .constant(0.01)),
        ]), decided, "pathways/hypertension.json", "moves[0].ratePerYear")))

  private static let diagnosis = Event(
    id: "hypertension/diagnosis", name: "Diagnosed in ordinary care",
    move: OwnMove(pathway: 2, from: [1], to: 2),
    chance: .ratePerYear(
      Quantity(
        .constant(0.11),
        evidence: Evidence(source: "case", quality: .published, note: "table 3"),
        range95: 0.08...0.15, distribution: "logNormal",
        location: "pathways/hypertension.json: moves[1].ratePerYear")))

  @Test("Exact ages, absorbing segments and counts")
  func otherPathways() {
    let (vital, frailty) = (run.model.pathways[0], run.model.pathways[1])
    #expect(vital.segments.map(\.leaves) == [nil, .died])
    #expect(vital.start == .shares([:]))
    #expect(vital.moves[0].chance.quantity.values == .atAge([(20, 0.001), (80, 0.1)]))
    #expect(vital.moves[0].multipliers.map(\.pathway) == [1])
    #expect(vital.moves[0].multipliers[0].ratios.mapValues(\.scalar) == [1: 2.5])
    #expect(frailty.start == .counts([1: 50]))
    #expect(frailty.moves.isEmpty)
    #expect(frailty.name == "frailty")
  }

  @Test("An event with all that an event can have")
  func event() {
    let file = "events/admissions.json"
    func quantity(_ value: Double, _ path: String) -> Quantity {
      Self.quantity(value, Self.derived, file, "events[0].\(path)")
    }
    let expected = Event(
      id: "stroke", name: "First stroke",
      chance: .ratePerYear(
        Self.quantity(
          .byArea([.constant(0.01), .constant(0.02)]), Self.derived, file, "events[0].ratePerYear")),
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
          Self.quantity(0.05, Self.derived, file, "events[1].probabilityPerQuarter"),
          per: .quarter))
  }

  @Test("An intervention with all that an intervention can have")
  func intervention() {
    func quantity(_ value: Double, _ path: String) -> Quantity {
      Self.quantity(value, Self.assumed, "interventions/case-finding.json", path)
    }
    func cost(_ value: Double, _ payer: Int, _ path: String, service: Int? = nil) -> UnitCost {
      UnitCost(payer: payer, service: service, pounds: quantity(value, path))
    }
    func use(_ value: Double, _ resource: Int, _ path: String) -> ResourceUse {
      ResourceUse(resource: resource, amount: quantity(value, path))
    }
    let factor = Self.quantity(
      .byDeprivation([.constant(0.8), .constant(1)]), Self.assumed,
      "interventions/case-finding.json", "reach.factor")
    let expected = Intervention(
      id: "case-finding", name: "Hypertension case finding",
      starts: CalendarMonth(year: 2022, month: 4), ends: CalendarMonth(year: 2027, month: 4),
      eligible: Eligibility(ages: AgeRange(40, 110), segments: [2: [0, 1]]),
      propensity: "screening",
      reach: Reach(
        ramp: [
          (0, quantity(0, "reach.ramp[0].share")), (2, quantity(0.5, "reach.ramp[1].share")),
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
