import SegmentModel

/// Runs one replicate of all scenarios over some blocks of residents, on one thread.
///
/// All share luck, made once. Everybody is followed under the interventions that all scenarios have;
/// a scenario follows only those whose path it changes. A block goes through all steps on its own,
/// unless a capacity couples residents: see ``CoupledRun``.
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
  let slates: SlatePool

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

  /// Runs blocks one after the other, adding to the shared course's tallies and to the differences of the
  /// scenarios.
  func run(blocks: Range<Int>, shared: TallyBuffer, differences: [TallyBuffer]) {
    let slates = slates.take(1, compiled)
    for block in blocks {
      slates[0].clear()
      let kernel = begin(block, slates[0], [shared] + differences, [])
      run(kernel, steps: 0..<compiled.steps + 1)
    }
    self.slates.giveBack(slates)
  }

  /// Begins the shared course of a block, with its scenarios; tallies and lists of those who wait, if
  /// there are any, have the shared course's first.
  func begin(
    _ index: Int, _ slate: Slate, _ tallies: [TallyBuffer], _ lists: [[WaitingList?]]
  ) -> Kernel {
    let block = Block(index: index, population: population, compiled: compiled)
    let kernels = compiled.allScenarios.indices.map { n in
      Kernel(
        compiled: compiled, number: n, luck: luck, block: block,
        state: slate.states[n], tally: tallies[n], bounds: slate.bounds,
        propensities: slate.propensities, candidates: candidates, chances: chances,
        knownBounds: knownBounds, firstBounds: firstBounds,
        waitingLists: lists.isEmpty ? [] : lists[n])
    }
    kernels[0].share(with: Array(kernels.dropFirst()))
    kernels[0].begin(population)
    kernels[0].prepare(step: 0)
    return kernels[0]
  }

  /// Takes a block through some steps, in all courses; the last number of a step is the end of the run.
  func run(_ shared: Kernel, steps: Range<Int>) {
    for step in steps {
      shared.reuniteScenarios()
      watch?.reachBoundary(step, shared.courses)
      if step == compiled.steps { return }
      shared.scan(step: step, isWatched: watch != nil)
      watch?.draw(step, shared.courses)
      shared.applyAll(step: step)
      // While the block is at hand in the processor's cache.
      shared.prepare(step: step + 1)
    }
  }
}
