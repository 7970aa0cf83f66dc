import SegmentAnalysis
import SegmentModel
import SegmentSimulation
import Testing

/// The engine's tallies by group, and its start, against the exact answer.
@Suite struct EngineGroupTests {
  #if DEBUG
    private let replicates = 40
  #else
    private let replicates = 400
  #endif

  private var model: Model {
    let byAge = ValueTree.byAge([
      (AgeRange(0, 40), .byArea([.constant(0.1), .constant(0.2)])),
      (AgeRange(41, AgeRange.oldest), .byDeprivation([.constant(0.6), .constant(0.3)])),
    ])
    let move = SmallModel.move(
      "m", 0, to: 1, .probability(Quantity(byAge), per: .year),
      eligible: Eligibility(sexes: [1]))
    let back = SmallModel.move("b", 1, to: 0, SmallModel.yearly(0.5))
    var model = SmallModel.model(
      [SmallModel.pathway("p", segments: 2, moves: [move, back])], years: 3)
    model.population = PopulationPlan(
      residents: 960, sexes: ["female", "male"], areas: [Area(id: "a"), Area(id: "b")],
      deprivation: ["1", "2"], ageBands: [AgeRange(0, 40), AgeRange(41, AgeRange.oldest)],
      people: [PeopleCell(ages: AgeRange(38, 41), people: 1)],
      deprivationShares: [[0.5, 0.5], [0.25, 0.75]])
    return model
  }

  /// A test fails with a probability below one in a million when engine and solver agree: a
  /// count over independent residents, each counted at most once, varies less than its mean.
  @Test func everyGroupIsCountedAsExpected() throws {
    let model = model
    let scenario = Scenario(id: "s")
    let solver = try ExactSolver(model: model, scenario: scenario)
    let simulation = try Simulation(model: model, scenarios: [scenario])
    let runs = try simulation.run(seed: 3, replicates: Array(0..<replicates), threads: 2)
    for (group, what) in simulation.layout(scenario: 0).groups.enumerated() {
      let expected = solver.expected { who in isIn(what, who, model.population) }
      for step in 0..<3 {
        for happening in 0..<2 {
          let total = runs.reduce(0) {
            $0 + $1[0].happened(year: step, group: group, happening: happening)
          }
          expect(total, expected.happened[step][happening], "\(what) in step \(step)")
        }
      }
      for boundary in 0...3 {
        for segment in 0..<2 {
          let total = runs.reduce(0) {
            $0 + $1[0].occupancy(boundary: boundary, group: group, segment: segment)
          }
          expect(total, expected.occupancy[boundary][segment], "\(what) at \(boundary)")
        }
      }
    }
  }

  private func expect(_ total: Int64, _ mean: Double, _ name: String) {
    let expected = mean * Double(replicates)
    #expect(abs(Double(total) - expected) <= 6 * expected.squareRoot(), "\(name)")
  }

  private func isIn(_ group: TallyGroup, _ who: Attributes, _ plan: PopulationPlan) -> Bool {
    switch group.kind {
    case .all: true
    case .area: plan.areas[who.area].id == group.id
    case .deprivation: plan.deprivation[who.deprivation] == group.id
    case .sex: plan.sexes[who.sex] == group.id
    case .ageBand:
      plan.ageBands.contains { $0.description == group.id && $0.contains(who.age) }
    }
  }

  /// Shares of a start are stratified, so over seeds they vary less than independent draws.
  @Test func startsFollowTheirShares() throws {
    let first = SmallModel.pathway(
      "first", segments: 3, start: .shares([1: Quantity(0.23), 2: Quantity(0.4)]))
    let second = SmallModel.pathway(
      "second", segments: 2,
      start: .shares([
        1: Quantity(.bySegment(pathway: 0, [.constant(0.1), .constant(0.5), .constant(0.9)]))
      ]))
    let both = SmallModel.event(
      "both", SmallModel.yearly(1), eligible: Eligibility(segments: [0: [2], 1: [1]]))
    let model = SmallModel.model([first, second], events: [both], residents: 1_024)
    let scenario = Scenario(id: "s")
    let expected = try ExactSolver(model: model, scenario: scenario).expected()
    let simulation = try Simulation(model: model, scenarios: [scenario])
    let runs = try (0..<UInt64(replicates)).map {
      try simulation.run(seed: $0, replicates: [0], threads: 1)[0][0]
    }
    for segment in 0..<5 {
      let total = runs.reduce(0) { $0 + $1.occupancy(boundary: 0, segment: segment) }
      expect(total, expected.occupancy[0][segment], "segment \(segment)")
    }
    let total = runs.reduce(0) { $0 + $1.happened(year: 0, happening: 0) }
    expect(total, expected.happened[0][0], "both")
  }
}
