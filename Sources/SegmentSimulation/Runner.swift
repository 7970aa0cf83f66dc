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
  private let slates: SlatePool

  init(
    compiled: CompiledModel, population: Population, luck: Luck, slates: SlatePool = SlatePool()
  ) {
    self.compiled = compiled
    self.population = population
    self.luck = luck
    self.slates = slates
  }

  deinit {
    chances.deallocate()
    knownBounds.deallocate()
  }

  /// The courses of events of one block, the shared one first.
  private struct Courses {
    let kernels: [Kernel]

    var shared: Kernel { kernels[0] }
    var scenarios: ArraySlice<Kernel> { kernels.dropFirst() }
  }

  /// Runs blocks, adding to the shared course's tallies and to the differences of the scenarios.
  func run(blocks: Range<Int>, shared: TallyBuffer, differences: [TallyBuffer]) {
    let tallies = [shared] + differences
    let isCoupled = compiled.scenarios.contains(where: \.hasCapacity)
    let slates = slates.take(isCoupled ? blocks.count : 1, compiled)
    if isCoupled {
      run(zip(blocks, slates).map { courses($0, $1, tallies) })
    } else {
      for block in blocks {
        slates[0].clear()
        run([courses(block, slates[0], tallies)])
      }
    }
    self.slates.giveBack(slates)
  }

  /// The courses of a block; tallies list the shared course's first.
  private func courses(_ index: Int, _ slate: Slate, _ tallies: [TallyBuffer]) -> Courses {
    let block = Block(index: index, population: population, compiled: compiled)
    let kernels = compiled.allScenarios.indices.map { n in
      Kernel(
        compiled: compiled, number: n, luck: luck, block: block,
        state: slate.states[n], tally: tallies[n], bounds: slate.bounds,
        propensities: slate.propensities, candidates: candidates, chances: chances,
        knownBounds: knownBounds)
    }
    kernels[0].share(with: Array(kernels.dropFirst()))
    kernels[0].begin(population)
    return Courses(kernels: kernels)
  }

  private func run(_ blocks: [Courses]) {
    for courses in blocks { prepare(courses, step: 0) }
    for step in 0...compiled.steps {
      if step < compiled.steps {
        for index in compiled.scenarios.indices where compiled.scenarios[index].hasCapacity {
          givePlaces(blocks, scenario: index, step: step)
        }
      }
      for courses in blocks {
        for kernel in courses.scenarios { kernel.reunite() }
        watch?.reachBoundary(step, courses.kernels)
        if step < compiled.steps {
          advance(courses, step: step)
          // While the block is at hand in the processor's cache.
          prepare(courses, step: step + 1)
        }
      }
    }
  }

  /// Brings a block up to date at the start of a step, but for places, which couple blocks.
  private func prepare(_ courses: Courses, step: Int) {
    courses.shared.reachBoundary(step)
    for kernel in courses.scenarios { kernel.findReunions() }
    for kernel in courses.kernels { kernel.updateReach(step: step) }
  }

  private func advance(_ courses: Courses, step: Int) {
    let shared = courses.shared
    for channel in 0..<compiled.channels.count where shared.bounds.highest(channel) > 0 {
      shared.scan(channel: channel, step: step)
    }
    watch?.draw(step, courses.kernels)
    shared.partBeforeMoves()
    for kernel in courses.kernels { kernel.apply(step: step) }
  }

  /// Gives places to those who wait, lowest propensity first.
  private func givePlaces(_ blocks: [Courses], scenario: Int, step: Int) {
    let compiled = compiled.scenarios[scenario]
    for (n, places) in compiled.places.enumerated() {
      guard let free = places?[step], free > 0 else { continue }
      var queue = Queue(places: free)
      for (block, courses) in blocks.enumerated() {
        let kernel = courses.kernels[scenario + 1]
        kernel.state.waiting.forEach(n) { i in
          guard kernel.whereabouts(i).isPresent else { return }
          queue.add(
            Waiting(
              propensity: kernel.propensity(n, i), resident: kernel.block.first + i, block: block))
        }
      }
      for next in queue.first {
        let kernel = blocks[next.block].kernels[scenario + 1]
        kernel.start(n, next.resident - kernel.block.first, step: step)
      }
    }
  }

  /// A resident who could start if there is a place.
  private struct Waiting {
    var propensity: UInt64
    var resident: Int
    var block: Int

    static func isAhead(_ a: Waiting, _ b: Waiting) -> Bool {
      (a.propensity, a.resident) < (b.propensity, b.resident)
    }
  }

  /// Keeps those who are ahead of the others.
  private struct Queue {
    private let places: Int
    private var waiting: [Waiting] = []
    /// Nobody behind this one can get a place.
    private var last: Waiting?

    init(places: Int) { self.places = places }

    mutating func add(_ next: Waiting) {
      if let last, Waiting.isAhead(last, next) { return }
      waiting.append(next)
      if waiting.count > 4 * places + 64 {
        waiting = first
        last = waiting.last
      }
    }

    var first: [Waiting] { Array(waiting.sorted(by: Waiting.isAhead).prefix(places)) }
  }
}
