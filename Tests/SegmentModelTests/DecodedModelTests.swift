import Testing

@testable import SegmentModel

/// The example, compared with the model that a reader of docs/format.md expects.
@Suite("Decoded model")
struct DecodedModelTests {
  private let run: LoadedRun

  init() throws { run = try Plain.run() }

  @Test("A place")
  func place() {
    let model = run.model
    #expect((model.id, model.name) == ("thurrock", "Thurrock, England"))
    #expect(model.start == CalendarMonth(year: 2019, month: 4))
    #expect(model.reportFrom == CalendarMonth(year: 2022, month: 4))
    #expect((model.years, model.step, model.priceYear) == (10, .quarter, "2023/24"))
    #expect(model.discountRatesPerYear == [.none, DiscountRate(0.035)])
    #expect(model.cycleWeights == .start)
    #expect(model.baseUtility == Plain.quantity(0.9, Plain.assumed, "place.json", "baseUtility"))
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
      .constant(20), evidence: Plain.derived, range95: 15...25,
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
      birthsPerYear: Plain.quantity(10, Plain.published, "population.json", "birthsPerYear"),
      joinersPerYear: [Joiners(AgeRange(18, 44), peoplePerYear: joiners)])
    #expect(run.model.population == expected)
    #expect(run.model.population.areaLabel == "PCN")
  }

  @Test("A group said to be nobody needs no ages, and has nobody")
  func nobody() throws {
    var files = Example.files
    files["population.json"] = Example.population
      .replacing(#"{ "byAge": { "0-17": 110, "18-64": 190 } }"#, with: "0")
      .replacing(#"{ "byAge": { "18-64": 300, "65-99": 100 } }"#, with: "0")
    #expect(
      try Fixture(files).load().model.population.people == [
        PeopleCell(area: 0, sex: 0, ages: AgeRange(0, 17), people: 100),
        PeopleCell(area: 0, sex: 0, ages: AgeRange(18, 64), people: 200),
      ])
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
              poundsPerYear: Plain.quantity(
                85, Plain.decided, file, "segments[3].costs[0].poundsPerYear"))
          ],
          uses: [
            ResourceUse(
              resource: 0,
              amount: Plain.quantity(0.5, Plain.decided, file, "segments[3].uses[0].perPersonYear"))
          ], utilityLoss: Plain.quantity(0.02, Plain.decided, file, "segments[3].utilityLoss")),
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
          1: Plain.quantity(undiagnosed, Plain.decided, file, "start.shares.undiagnosed"),
          2: Plain.quantity(uncontrolled, Plain.decided, file, "start.shares.uncontrolled"),
          3: Plain.quantity(controlled, Plain.decided, file, "start.shares.controlled"),
        ]))
    #expect(pathway.moves.map(\.id).first == "hypertension/onset")
    #expect(pathway.moves[0] == Self.onset)
    #expect(pathway.moves[1] == Self.diagnosis)
  }

  private static let onset = Event(
    id: "hypertension/onset", name: "onset", move: OwnMove(pathway: 2, from: [0], to: 1),
    chance: .ratePerYear(
      Plain.quantity(
        .byAge([
          (AgeRange(0, 39), .constant(0.01)),
          (AgeRange(40, 79), .bySex([.constant(0.02), .constant(0.03)])),
          (AgeRange(80, 110), .constant(0.01)),
        ]), Plain.decided, "pathways/hypertension.json", "moves[0].ratePerYear")))

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
}
