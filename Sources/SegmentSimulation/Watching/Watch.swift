/// Looks at the kernels of a block from outside, and changes nothing.
///
/// The first kernel is the shared course, then come the scenarios. In a scenario a resident who has
/// not parted is where the shared course has them.
protocol Watch: AnyObject {
  /// At a step boundary, ages and reach brought up to date.
  func reachBoundary(_ boundary: Int, _ kernels: [Kernel])
  /// In a step, when what happens is drawn and nothing of it is applied yet.
  func draw(_ step: Int, _ kernels: [Kernel])
}

extension Kernel {
  /// What happened to a resident in this scenario in the step in hand.
  func fired(_ i: Int, shared: Kernel) -> [BlockState.Fired] {
    (follows(i) ? state : shared.state).fired.filter { $0.resident == i }
  }

  /// The interventions, by index in the compiled scenario, that reach a resident for the first time
  /// and move them once, in the order of the scenario.
  func starting(_ i: Int, shared: Kernel) -> [Int] {
    let all = state.starters + (follows(i) ? [] : shared.state.starters)
    return all.filter { $0.resident == i }.map(\.intervention)
      .sorted { scenario.interventions[$0].column < scenario.interventions[$1].column }
  }

  /// The interventions that reach a resident, by rising index in the scenario.
  func reaching(_ i: Int) -> [Int] {
    (0..<scenario.interventions.count).filter { state.reached.has(i, $0) }.map(listed).sorted()
  }

  /// The index in the scenario of an intervention of the compiled scenario.
  func listed(_ intervention: Int) -> Int { Int(scenario.interventions[intervention].column) }
}
