import SegmentModel

/// Advances one block of residents in one course of events by one step, and touches nothing else.
///
/// A step is: `reachBoundary` (ages, entries), `updateReach`, then for each channel `scan`, then
/// `apply`. What is drawn is drawn from the state at the start of the step. The parts are in files
/// of their own: entering, chances, bounds, reach, candidates, moves.
///
/// The shared course follows everybody, under the interventions that every scenario has. A scenario
/// follows a resident on a path of their own only once something has befallen them that differs, and
/// until the two paths meet again; its tallies hold the difference. As luck is addressed and not
/// consumed, two paths that are in the same place have the same future.
final class Kernel {
  let compiled: CompiledModel
  let scenario: CompiledScenario
  let luck: Luck
  let block: Block
  let state: BlockState
  let tally: TallyBuffer
  /// The bounds of all courses of the block together.
  let bounds: CandidateBounds
  let propensities: Propensities
  let candidates: CandidateFinder
  /// What is remembered of kinds of residents: chances, as limits of uniforms, and bounds.
  let chances: KindMemo<SIMD4<UInt64>>
  let knownBounds: KindMemo<UInt8>
  let firstBounds: FirstBounds
  /// By intervention with a capacity, those who wait for a place, of all blocks.
  let waitingLists: [WaitingList?]
  /// Its place among the courses; the shared one is 0.
  let number: Int
  /// The shared course, in a scenario; which holds it.
  @exclusivity(unchecked) unowned(unsafe) private(set) var shared: Kernel?
  /// Where the shared course has residents, segments laid out as in ``BlockState``.
  @exclusivity(unchecked) private(set) var sharedSegments: UnsafePointer<UInt8>
  @exclusivity(unchecked) private(set) var sharedResidents: UnsafePointer<Resident>
  let isShared: Bool
  /// How many scenarios it is shared by, in the shared course.
  let scenarioCount: Int
  /// The scenarios, in the shared course.
  @exclusivity(unchecked) private(set) var scenarios: [Kernel] = []
  /// The same, to be had without counting references: see ``inScenario(_:_:)``.
  private let unmanaged: UnsafeMutablePointer<Unmanaged<Kernel>>
  /// What the shared course looks at in each of them.
  let views: UnsafeMutablePointer<CourseView>
  /// Chances of the moves that compete, and limits of uniforms.
  let scratch: UnsafeMutablePointer<Double>
  let limits: UnsafeMutablePointer<UInt64>
  private var ahead = ReadAhead()

  init(
    compiled: CompiledModel, number: Int, luck: Luck, block: Block,
    state: BlockState, tally: TallyBuffer, bounds: CandidateBounds, propensities: Propensities,
    candidates: CandidateFinder, chances: KindMemo<SIMD4<UInt64>>, knownBounds: KindMemo<UInt8>,
    firstBounds: FirstBounds, waitingLists: [WaitingList?]
  ) {
    self.compiled = compiled
    self.number = number
    self.chances = chances
    self.knownBounds = knownBounds
    self.firstBounds = firstBounds
    self.waitingLists = waitingLists
    scenario = compiled.allScenarios[number]
    self.luck = luck
    self.block = block
    self.state = state
    self.tally = tally
    self.bounds = bounds
    self.propensities = propensities
    self.candidates = candidates
    sharedSegments = UnsafePointer(state.segments)
    sharedResidents = UnsafePointer(state.residents)
    isShared = number == 0
    scenarioCount = isShared ? compiled.scenarios.count : 0
    views = .allocate(capacity: max(compiled.scenarios.count, 1))
    unmanaged = .allocate(capacity: max(compiled.scenarios.count, 1))
    scratch = .allocate(capacity: compiled.mostExits)
    limits = .allocate(capacity: max(compiled.mostExits, Self.rememberedLimits))
  }

  deinit {
    views.deallocate()
    unmanaged.deallocate()
    scratch.deallocate()
    limits.deallocate()
  }

  /// Makes this the shared course of some scenarios.
  func share(with scenarios: [Kernel]) {
    self.scenarios = scenarios
    for (s, kernel) in scenarios.enumerated() {
      kernel.shared = self
      kernel.sharedSegments = UnsafePointer(state.segments)
      kernel.sharedResidents = UnsafePointer(state.residents)
      views[s] = CourseView(kernel.state, kernel.scenario)
      unmanaged[s] = .passUnretained(kernel)
    }
  }

  /// This and its scenarios, in the shared course.
  var courses: [Kernel] { [self] + scenarios }

  /// Has a scenario do something, in the shared course, which holds it.
  @inline(__always)
  func inScenario(_ s: Int, _ body: (Kernel) -> Void) {
    unmanaged[s]._withUnsafeGuaranteedRef(body)
  }

  /// Whether a resident's path in a scenario has parted from the shared course, which this is.
  @inline(__always)
  func hasParted(_ i: Int, in s: Int) -> Bool {
    state.residents[i].partings & CourseView.mark(s) != 0
      && (scenarioCount <= CourseView.marks || views[s].parts(i))
  }

  /// The month in which a step begins, counted from the start of the run.
  @inline(__always)
  func month(_ step: Int) -> Int { step &* compiled.step.months }

  @inline(__always)
  func year(_ step: Int) -> Int { month(step) / 12 }

  /// The exits of a channel that are open to whoever is at `row`.
  @inline(__always)
  func span(_ record: ChannelRecord, _ row: UnsafePointer<UInt8>) -> Int {
    Int(record.exits) &+ (record.pathway < 0 ? 0 : Int(row[Int(record.pathway)]))
  }

  /// What chances depend on besides segments and reach.
  @inline(__always)
  func who(_ i: Int, step: Int) -> Who {
    let resident = sharedResidents[i]
    return Who(stratum: Int(resident.stratum), age: resident.age(month: month(step)))
  }

  /// A kind of resident.
  struct Who {
    var stratum: Int
    var age: Int
  }

  @inline(__always)
  func flatSegment(_ pathway: Int, _ segment: UInt8) -> Int {
    Int(compiled.segmentOffsets[pathway]) &+ Int(segment)
  }

  // MARK: - The parts of a step, in all courses

  /// Brings a block up to date at the start of a step, but for places, which couple blocks.
  func prepare(step: Int) {
    reachBoundary(step)
    for s in 0..<scenarioCount { inScenario(s) { $0.findReunions() } }
    updateReach(step: step)
    for s in 0..<scenarioCount { inScenario(s) { $0.updateReach(step: step) } }
  }

  /// Reads what a step is about to look at, in a block that others came after.
  func readAhead(step: Int) {
    if step < block.firstEntry { return }
    bounds.read(&ahead)
    state.readPlaces(&ahead)
    for scenario in scenarios {
      let state = scenario.state
      state.reached.read(&ahead)
      // To look for a few of a thousand one by one takes less than to read them all.
      if state.parted > Block.size / 16 { state.readPlaces(&ahead) }
      guard scenario.scenario.hasCapacity else { continue }
      for table in [state.everReached, state.eligible, state.waiting] { table.read(&ahead) }
    }
  }

  /// Lets those be one again, in the scenarios, whose paths have met.
  func reuniteScenarios() {
    for s in 0..<scenarioCount { inScenario(s) { $0.reunite() } }
  }

  /// Applies what happened in the step.
  func applyAll(step: Int) {
    for s in 0..<scenarioCount { inScenario(s) { $0.partBeforeMoves(state.fired) } }
    apply(step: step)
    for s in 0..<scenarioCount { inScenario(s) { $0.apply(step: step) } }
  }
}
