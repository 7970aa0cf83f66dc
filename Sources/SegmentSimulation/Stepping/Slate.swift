/// What the kernels of a block write on, used again for the next.
final class Slate {
  let states: [BlockState]
  let bounds: CandidateBounds
  let propensities: Propensities

  init(_ compiled: CompiledModel) {
    states = compiled.allScenarios.map {
      BlockState(
        pathways: compiled.segmentCounts.count, interventions: $0.interventions.count)
    }
    bounds = CandidateBounds(channels: compiled.channels.count)
    propensities = Propensities(count: compiled.propensityKeys.count)
  }

  /// Whether it is of the size that a model and scenarios need.
  func fits(_ compiled: CompiledModel) -> Bool {
    states.map(\.reached.bits) == compiled.allScenarios.map(\.interventions.count)
      && states[0].pathways == compiled.segmentCounts.count
      && bounds.channels == compiled.channels.count
      && propensities.count == compiled.propensityKeys.count
  }

  func clear() {
    for state in states { state.clear() }
    bounds.clear()
    propensities.clear()
  }
}
