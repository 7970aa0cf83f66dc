import SegmentModel

/// The list of states that a resident can be in: the living ones, then one for each way out.
struct ExactStates {
  /// The states of the living.
  let living: [ExactState]
  /// The absorbing segments; the state of having left by one follows the living in this order.
  let exits: [(pathway: Int, segment: Int)]
  /// The flat index of each pathway's first segment.
  let offsets: [Int]
  private let indices: [ExactState: Int]

  /// How many states the list of a model would hold.
  static func count(model: Model, scenario: Scenario) -> Double {
    let segments = model.pathways.reduce(1.0) { product, pathway in
      product * Double(pathway.segments.filter { $0.leaves == nil }.count)
    }
    let exits = model.pathways.flatMap(\.segments).filter { $0.leaves != nil }.count
    return scenario.interventions.reduce(segments) { product, _ in product * 2 } + Double(exits)
  }

  init(model: Model, scenario: Scenario) {
    var states = [ExactState(segments: [], everReached: [])]
    var exits: [(pathway: Int, segment: Int)] = []
    for (index, pathway) in model.pathways.enumerated() {
      let staying = pathway.segments.indices.filter { pathway.segments[$0].leaves == nil }
      states = states.flatMap { state in
        staying.map { ExactState(segments: state.segments + [$0], everReached: []) }
      }
      exits += pathway.segments.indices.filter { pathway.segments[$0].leaves != nil }
        .map { (index, $0) }
    }
    for _ in scenario.interventions {
      states = states.flatMap { state in
        [false, true].map {
          ExactState(segments: state.segments, everReached: state.everReached + [$0])
        }
      }
    }
    living = states
    self.exits = exits
    offsets = model.pathways.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.segments.count) }
    indices = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
  }

  var count: Int { living.count + exits.count }

  /// The index of a state; someone in an absorbing segment has left by the first such pathway.
  func index(_ state: ExactState) -> Int {
    if let index = indices[state] { return index }
    let exit = exits.firstIndex { state.segments[$0.pathway] == $0.segment }
    return living.count + (exit ?? 0)
  }

  /// The flat indices of the segments in which someone in a state is counted.
  func segments(_ state: Int) -> [Int] {
    if state < living.count {
      return living[state].segments.indices.map { offsets[$0] + living[state].segments[$0] }
    }
    let exit = exits[state - living.count]
    return [offsets[exit.pathway] + exit.segment]
  }
}
