import SegmentModel

/// Runs one replicate of the baseline and all scenarios over some blocks of residents.
///
/// All share luck, made once. The baseline is run for everybody, a scenario only for those whose
/// path it changes. Where a capacity couples residents, every block of the replicate goes through a
/// step together; else each block goes through all steps on its own, with the same result.
final class Runner {
  let compiled: CompiledModel
  let population: Population
  let luck: Luck
  /// Looks on; nil in a run that only counts.
  var watch: (any Watch)?
  private let bytes: UnsafeMutablePointer<UInt8>

  init(compiled: CompiledModel, population: Population, luck: Luck) {
    self.compiled = compiled
    self.population = population
    self.luck = luck
    bytes = .allocate(capacity: Block.size)
  }

  deinit { bytes.deallocate() }

  /// The courses of events of one block.
  private struct Courses {
    var baseline: Kernel
    var scenarios: [Kernel]

    var kernels: [Kernel] { [baseline] + scenarios }
  }

  /// Runs blocks, adding to the baseline's tallies and to the differences of the scenarios.
  func run(blocks: Range<Int>, baseline: TallyBuffer, differences: [TallyBuffer]) {
    let states = compiled.allScenarios.map(newState)
    let tallies = [baseline] + differences
    if compiled.scenarios.contains(where: \.hasCapacity) {
      run(blocks.map { courses($0, compiled.allScenarios.map(newState), tallies) })
    } else {
      for block in blocks {
        states.forEach { $0.clear() }
        run([courses(block, states, tallies)])
      }
    }
  }

  private func newState(_ scenario: CompiledScenario) -> BlockState {
    BlockState(
      pathways: compiled.segmentCounts.count, channels: compiled.channels.count,
      interventions: scenario.interventions.count)
  }

  /// The courses of a block; states and tallies list the baseline first.
  private func courses(_ index: Int, _ states: [BlockState], _ tallies: [TallyBuffer]) -> Courses {
    let block = Block(index: index, population: population, compiled: compiled)
    let kernels = zip(compiled.allScenarios, zip(states, tallies)).map { scenario, ledger in
      Kernel(
        compiled: compiled, scenario: scenario, luck: luck, block: block, state: ledger.0,
        tally: ledger.1)
    }
    for n in kernels.indices.dropFirst() {
      kernels[n].baseline = states[0]
      kernels[0].scenarios.append(
        Kernel.Mirror(state: states[n], tally: tallies[n], scenario: kernels[n].scenario))
    }
    kernels[0].begin(population)
    return Courses(baseline: kernels[0], scenarios: Array(kernels.dropFirst()))
  }

  private func run(_ blocks: [Courses]) {
    for step in 0...compiled.steps {
      for courses in blocks {
        courses.baseline.reachBoundary(step)
        for kernel in courses.scenarios { kernel.reachBoundary(step) }
      }
      for index in compiled.scenarios.indices where step >= compiled.scenarios[index].firstStep {
        updateReach(blocks, scenario: index, step: step)
      }
      if let watch {
        for courses in blocks { watch.reachBoundary(step, courses.kernels) }
      }
      guard step < compiled.steps else { break }
      for courses in blocks { draw(courses.kernels, step: step) }
    }
  }

  private func draw(_ kernels: [Kernel], step: Int) {
    let first = kernels[0].block.first
    for channel in 0..<compiled.channels.count
    where kernels.contains(where: { $0.state.active[channel] }) {
      luck.fill(
        bytes, first: first, count: Block.size, step: step, channel: compiled.channels[channel].key)
      for kernel in kernels { kernel.scan(channel: channel, bytes: bytes, step: step) }
    }
    watch?.draw(step, kernels)
    for kernel in kernels { kernel.apply(step: step) }
  }

  /// Brings reach up to date; where there are not places for all, those of lowest propensity start.
  private func updateReach(_ blocks: [Courses], scenario: Int, step: Int) {
    var waiting: [Waiting] = []
    for (block, courses) in blocks.enumerated() {
      let kernel = courses.scenarios[scenario]
      if step == kernel.scenario.firstStep { kernel.beginReach(step: step) }
      kernel.updateReach(step: step) { intervention, i in
        waiting.append(
          Waiting(
            intervention: intervention,
            propensity: kernel.state.propensity[intervention * Block.size + i],
            resident: kernel.block.first + i, block: block))
      }
    }
    for n in compiled.scenarios[scenario].interventions.indices {
      guard let places = compiled.scenarios[scenario].interventions[n].places?[step] else {
        continue
      }
      let queue = waiting.filter { $0.intervention == n }.sorted(by: Waiting.isAhead)
      for next in queue.prefix(places) {
        let kernel = blocks[next.block].scenarios[scenario]
        kernel.start(n, next.resident - kernel.block.first, step: step)
      }
    }
  }

  /// A resident who could start if there is a place.
  private struct Waiting {
    var intervention: Int
    var propensity: UInt64
    var resident: Int
    var block: Int

    static func isAhead(_ a: Waiting, _ b: Waiting) -> Bool {
      (a.propensity, a.resident) < (b.propensity, b.resident)
    }
  }
}
