import SegmentModel
import SegmentSimulation
import Testing

@testable import SegmentAnalysis

@Suite("Moves made once, where scenarios differ in them")
struct OnceMoveTests {
  private static let start = Start.counts([1: 30, 2: 20])
  private static let up = SmallModel.trigger("up", 0, to: 3, 1)
  private static let across = SmallModel.trigger("across", 1, to: 3, 1)
  /// The same name, another end.
  private static let upOnlyTwo = SmallModel.trigger("up", 0, to: 2, 1)

  private static func scenario(_ id: String, _ once: [Trigger]) -> Scenario {
    Scenario(
      id: id,
      interventions: [
        Intervention(id: "help", starts: SmallModel.start, reach: Reach(share: 1), once: once)
      ])
  }

  @Test("Each move is counted as itself, wherever it stands in a scenario's list")
  func counted() throws {
    let model = SmallModel.model(
      [SmallModel.pathway("ladder", segments: 4, start: Self.start)], residents: 100)
    let scenarios = [
      Scenario(id: "base"), Self.scenario("one", [Self.up]),
      Self.scenario("two", [Self.across, Self.up]), Self.scenario("three", [Self.upOnlyTwo]),
    ]
    var comparison = try Comparison(model: model, scenarios: scenarios, step: .year)
    let simulation = try Simulation(model: model, scenarios: scenarios)
    let tallies = try simulation.run(seed: 1, replicates: [0], threads: 1)
    comparison.add(replicate: 0, tallies: tallies[0])
    let listed = comparison.catalogue.interventions[0].once
    #expect(listed == [Self.up, Self.across, Self.upOnlyTwo])
    // By scenario: everybody who is where a move starts makes it, and nobody any other.
    let moves = [[0, 0, 0], [50, 0, 0], [50, 30, 0], [0, 0, 50]]
    for (result, moved) in zip(comparison.results, moves) {
      for (move, number) in moved.enumerated() {
        let measure = Measure.movedOnce(intervention: 0, move: move, year: 0, group: 0)
        #expect(
          try #require(result.value(measure)).mean == Double(number),
          "\(result.scenario.id): \(listed[move].id)")
        #expect(result.scenario.moves(listed[move], onceBy: "help") == (number > 0))
      }
    }
  }
}
