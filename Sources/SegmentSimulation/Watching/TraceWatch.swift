import SegmentModel

/// Writes down what some residents live through in each scenario.
///
/// What luck decides in a step is known before it is applied, so triggered moves are worked out here
/// again from the step's start.
final class TraceWatch: Watch {
  private(set) var traces: [Int: ResidentTrace] = [:]
  /// By resident and scenario, the interventions that have reached them.
  private var everReached: [Int: [Int: Set<Int>]] = [:]
  private let scenarios: Int
  /// The residents to follow, by block.
  private let followed: [Int: [Int]]

  init(residents: [Int], scenarios: Int) {
    followed = Dictionary(grouping: Set(residents).sorted()) { $0 / Block.size }
    self.scenarios = scenarios
  }

  private func positions(_ kernels: [Kernel]) -> [Int] {
    let first = kernels[0].block.first
    return (followed[first / Block.size] ?? []).map { $0 - first }
  }

  func reachBoundary(_ boundary: Int, _ kernels: [Kernel]) {
    for i in positions(kernels) {
      var trace = traces[kernels[0].block.first + i] ?? newTrace(i, kernels[0])
      for (scenario, own) in kernels.dropFirst().enumerated() {
        guard trace.courses[scenario].end.isEmpty, boundary >= trace.entryStep else { continue }
        let (place, isPresent) = own.whereabouts(i)
        let segments = (0..<own.state.pathways).map { Int(place.row[$0]) }
        if !isPresent || boundary == own.compiled.steps {
          trace.courses[scenario].end = segments
        } else {
          let reaching = own.reaching(i)
          let before = everReached[trace.resident]?[scenario] ?? []
          trace.courses[scenario].steps.append(
            ResidentTrace.Step(
              step: boundary, age: own.who(i, step: boundary).age,
              segments: segments, reachedBy: reaching,
              firstReachedBy: reaching.filter { !before.contains($0) }))
          everReached[trace.resident, default: [:]][scenario] = before.union(reaching)
        }
      }
      traces[trace.resident] = trace
    }
  }

  private func newTrace(_ i: Int, _ kernel: Kernel) -> ResidentTrace {
    let entry = kernel.block.entryStep(i)
    var who = kernel.compiled.strata[Int(kernel.sharedResidents[i].stratum)]
    who.age = kernel.who(i, step: entry).age
    return ResidentTrace(
      resident: kernel.block.first + i, attributes: who, entryStep: entry,
      courses: Array(repeating: ResidentTrace.Course(), count: scenarios))
  }

  func draw(_ step: Int, _ kernels: [Kernel]) {
    let courses = kernels.dropFirst()
    for i in positions(kernels) {
      let resident = kernels[0].block.first + i
      let fired = courses.map { $0.fired(i, shared: kernels[0]) }
      let channels = Set(fired.joined().map { kernels[0].compiled.channel(of: $0.happening) })
      for (scenario, course) in courses.enumerated() where course.whereabouts(i).isPresent {
        let draws = channels.sorted().map { course.draw(channel: $0, i, step: step) }
        let pulls = course.pulls(
          fired[scenario].map(\.happening), course.starting(i, shared: kernels[0]), i, step: step)
        let last = traces[resident]!.courses[scenario].steps.count - 1
        traces[resident]!.courses[scenario].steps[last].draws = draws
        traces[resident]!.courses[scenario].steps[last].pulls = pulls
      }
    }
  }
}

extension CompiledModel {
  /// The channel in which a happening is drawn.
  fileprivate func channel(of happening: Int) -> Int {
    let pathway = happenings[happening].pathway
    return (0..<channels.count).first { index in
      pathway >= 0
        ? channels[index].pathway == pathway
        : channels[index].pathway < 0
          && Int(exits[spans[Int(channels[index].exits)].exits.range.lowerBound]) == happening
    }!
  }
}
