import SegmentModel

/// The interventions that every scenario of a run has, in the order in which every one lists them.
///
/// What they do is the same in all scenarios as long as a resident's path is, so that everybody is
/// followed once under them. One with a capacity is not among them, for who gets a place depends on
/// the paths of others.
struct SharedInterventions {
  /// The interventions, as a scenario.
  let scenario: Scenario
  /// By scenario, where each of them stands in it.
  let positions: [[Int]]

  init(_ scenarios: [Scenario]) {
    var shared: [Intervention] = []
    var positions = [[Int]](repeating: [], count: scenarios.count)
    for intervention in scenarios.first?.interventions ?? []
    where intervention.capacityPerYear == nil {
      let next = scenarios.indices.map { s in
        let from = (positions[s].last ?? -1) + 1
        return scenarios[s].interventions[from...].firstIndex(of: intervention)
      }
      guard next.allSatisfy({ $0 != nil }) else { continue }
      shared.append(intervention)
      for s in scenarios.indices { positions[s].append(next[s]!) }
    }
    scenario = Scenario(id: "shared", interventions: shared)
    self.positions = positions
  }
}
