import SegmentModel

/// Runs one replicate of all scenarios over some blocks of residents.
///
/// All share luck, made once. Everybody is followed under the interventions that all scenarios have;
/// a scenario follows only those whose path it changes. Where a capacity couples residents, every
/// block of the replicate goes through a step together; else each block goes through all steps on
/// its own, with the same result.
final class Runner {
  let compiled: CompiledModel
  let population: Population
  let luck: Luck
  /// Looks on; nil in a run that only counts.
  var watch: (any Watch)?
  private let candidates = CandidateFinder()
  private let chances = KindMemo(SIMD4<UInt64>())
  private let knownBounds = KindMemo(UInt8(0))
  private let firstBounds: FirstBounds
  private let slates: SlatePool

  init(
    compiled: CompiledModel, population: Population, luck: Luck, slates: SlatePool = SlatePool()
  ) {
    self.compiled = compiled
    self.population = population
    self.luck = luck
    self.slates = slates
    firstBounds = FirstBounds(
      pathways: compiled.segmentCounts.count, channels: compiled.channels.count)
  }

  deinit {
    chances.deallocate()
    knownBounds.deallocate()
    firstBounds.deallocate()
  }

  /// Runs blocks, adding to the shared course's tallies and to the differences of the scenarios.
  func run(blocks: Range<Int>, shared: TallyBuffer, differences: [TallyBuffer]) {
    let tallies = [shared] + differences
    let lists = compiled.allScenarios.map { scenario in
      scenario.places.map { $0 == nil ? nil : WaitingList() }
    }
    let isCoupled = compiled.scenarios.contains(where: \.hasCapacity)
    let slates = slates.take(isCoupled ? blocks.count : 1, compiled)
    if isCoupled {
      let alone = compiled.scenarios.reduce(compiled.steps) { min($0, $1.firstStepWithPlaces) }
      let kernels = zip(blocks, slates).map { sharedCourse($0, $1, tallies, lists) }
      for kernel in kernels { run(kernel, steps: 0..<alone) }
      for step in alone...compiled.steps {
        givePlaces(kernels, from: blocks.lowerBound, lists, step: step)
        for kernel in kernels { run(kernel, steps: step..<step + 1) }
      }
    } else {
      for block in blocks {
        slates[0].clear()
        run(sharedCourse(block, slates[0], tallies, lists), steps: 0..<compiled.steps + 1)
      }
    }
    self.slates.giveBack(slates)
  }

  /// The shared course of a block, with its scenarios; tallies and lists of those who wait have the
  /// shared course's first.
  private func sharedCourse(
    _ index: Int, _ slate: Slate, _ tallies: [TallyBuffer], _ lists: [[WaitingList?]]
  ) -> Kernel {
    let block = Block(index: index, population: population, compiled: compiled)
    let kernels = compiled.allScenarios.indices.map { n in
      Kernel(
        compiled: compiled, number: n, luck: luck, block: block,
        state: slate.states[n], tally: tallies[n], bounds: slate.bounds,
        propensities: slate.propensities, candidates: candidates, chances: chances,
        knownBounds: knownBounds, firstBounds: firstBounds, waitingLists: lists[n])
    }
    kernels[0].share(with: Array(kernels.dropFirst()))
    kernels[0].begin(population)
    kernels[0].prepare(step: 0)
    return kernels[0]
  }

  /// Takes a block through some steps, in all courses; the last number of a step is the end of the run.
  private func run(_ shared: Kernel, steps: Range<Int>) {
    for step in steps {
      shared.reuniteScenarios()
      watch?.reachBoundary(step, shared.courses)
      if step == compiled.steps { return }
      shared.scan(step: step)
      watch?.draw(step, shared.courses)
      shared.applyAll(step: step)
      // While the block is at hand in the processor's cache.
      shared.prepare(step: step + 1)
    }
  }

  /// Gives places to those who wait, lowest propensity first.
  private func givePlaces(
    _ blocks: [Kernel], from first: Int, _ lists: [[WaitingList?]], step: Int
  ) {
    if step == compiled.steps { return }
    for (number, scenario) in compiled.scenarios.enumerated() {
      for (n, places) in scenario.places.enumerated() {
        guard let list = lists[number + 1][n], var free = places?[step] else { continue }
        while free > 0, let next = list.next() {
          let (block, i) = next.number.quotientAndRemainder(dividingBy: Block.size)
          let kernel = blocks[block - first].scenarios[number]
          if kernel.start(n, i, step: step) { free -= 1 }
        }
      }
    }
  }
}
