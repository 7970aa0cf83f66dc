import SegmentModel
import SegmentSimulation

extension AttributedScenario {
  /// Runs the subsets of a plan under the same luck and shares out what they avoid.
  ///
  /// Values are baseline minus subset, as means over replicates. Subsets are run a few at a time,
  /// which bounds the memory and changes no result. `progress` is told how much is done, from 0 to 1,
  /// and may be called from any thread.
  public func run(
    _ plan: AttributionPlan, measures: [AttributedMeasure], step: StepLength, seed: UInt64,
    draw: Int, replicates: [Int], threads: Int, progress: (@Sendable (Double) -> Void)? = nil
  ) throws -> AttributedDraw {
    precondition(plan.interventions == ids.count, "a plan is for as many interventions")
    let subsets = plan.subsets.filter { !$0.isEmpty }
    var values: [InterventionSet: [Double]] = [[]: measures.map { _ in 0 }]
    let atOnce = Self.atOnce(scenario)
    for start in stride(from: 0, to: subsets.count, by: atOnce) {
      let some = Array(subsets[start..<min(start + atOnce, subsets.count)])
      let scenarios = [baseline] + some.map(with)
      let readers = try scenarios.map {
        try AttributedReader(model: model, scenario: $0, step: step, measures: measures)
      }
      let tallies = try Simulation(model: model, scenarios: scenarios, step: step).run(
        seed: seed, draw: draw, replicates: replicates, threads: threads,
        progress: { done in
          progress?((Double(start) + done * Double(some.count)) / Double(subsets.count))
        })
      let means = readers.indices.map { index in
        Self.mean(tallies.map { readers[index].values($0[index]) })
      }
      for (subset, mean) in zip(some, means.dropFirst()) {
        values[subset] = zip(means[0], mean).map(-)
      }
    }
    return plan.attributed(values)
  }

  /// Subsets in one simulation: where places are limited, everybody is held in each of them at once.
  private static func atOnce(_ scenario: Scenario) -> Int {
    scenario.interventions.contains { $0.capacityPerYear != nil } ? 8 : 32
  }

  private static func mean(_ lists: [[Double]]) -> [Double] {
    lists[0].indices.map { index in
      lists.reduce(0) { $0 + $1[index] } / Double(lists.count)
    }
  }
}
