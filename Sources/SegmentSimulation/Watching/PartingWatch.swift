/// Finds the residents to whom something else happens in a scenario than in another.
final class PartingWatch: Watch {
  /// By resident: the first step in which what happens differs.
  private(set) var steps: [Int: Int] = [:]
  private let scenarios: (Int, Int)

  init(_ a: Int, _ b: Int) { scenarios = (a, b) }

  private struct Fired: Hashable {
    var resident: Int
    var happening: Int
    var times: Int
  }

  /// Finds moves that were triggered in one of the two alone, in the step before.
  func reachBoundary(_ boundary: Int, _ kernels: [Kernel]) {
    let (a, b) = (kernels[scenarios.0 + 1], kernels[scenarios.1 + 1])
    for i in 0..<a.block.count
    where a.state.residents[i].partings == 1 || b.state.residents[i].partings == 1 {
      let (one, other) = (a.whereabouts(i).at.row, b.whereabouts(i).at.row)
      let isSame = (0..<a.state.pathways).allSatisfy { one[$0] == other[$0] }
      if !isSame { part(a.block.first + i, step: boundary - 1) }
    }
  }

  func draw(_ step: Int, _ kernels: [Kernel]) {
    let (a, b) = (kernels[scenarios.0 + 1], kernels[scenarios.1 + 1])
    let first = a.block.first
    for fired in fired(a, kernels[0]).symmetricDifference(fired(b, kernels[0])) {
      part(first + fired.resident, step: step)
    }
  }

  private func fired(_ kernel: Kernel, _ shared: Kernel) -> Set<Fired> {
    let kept = shared.state.fired.filter { kernel.state.residents[$0.resident].partings == 0 }
    return Set(
      (kept + kernel.state.fired).map {
        Fired(resident: $0.resident, happening: $0.happening, times: $0.times)
      })
  }

  private func part(_ resident: Int, step: Int) {
    steps[resident] = min(steps[resident] ?? step, step)
  }
}
