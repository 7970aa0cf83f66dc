import SegmentModel

/// Advances one block of residents in one course of events by one step, and touches nothing else.
///
/// A step is: `reachBoundary` (ages, entries), `updateReach`, then for each channel `scan`, then
/// `apply`. What is drawn is drawn from the state at the start of the step. The parts are in files
/// of their own: chances, bounds, reach, moves.
///
/// The baseline's kernel follows everybody. A scenario's follows those alone whose path has parted
/// from the baseline, which is when an intervention first reaches them; until then they are where
/// the baseline has them. Its tallies hold the difference.
final class Kernel {
  let compiled: CompiledModel
  let scenario: CompiledScenario
  let luck: Luck
  let block: Block
  let state: BlockState
  let tally: TallyBuffer
  /// The baseline's state, in a scenario.
  var baseline: BlockState?
  /// The scenarios that part from this course of events, in the baseline.
  var scenarios: [Mirror] = []

  init(
    compiled: CompiledModel, scenario: CompiledScenario, luck: Luck, block: Block,
    state: BlockState, tally: TallyBuffer
  ) {
    self.compiled = compiled
    self.scenario = scenario
    self.luck = luck
    self.block = block
    self.state = state
    self.tally = tally
  }

  /// A scenario as the baseline's kernel sees it.
  struct Mirror {
    let state: BlockState
    let tally: TallyBuffer
    let scenario: CompiledScenario
  }

  /// The month in which a step begins, counted from the start of the run.
  @inline(__always)
  func month(_ step: Int) -> Int { step * compiled.step.months }

  @inline(__always)
  func year(_ step: Int) -> Int { month(step) / 12 }

  // MARK: - Entering and ageing

  /// Puts the residents present at the start in their places.
  func begin(_ population: Population) {
    for pathway in 0..<state.pathways {
      let row = state.segments + pathway * Block.size
      population.startSegments[pathway].withUnsafeBufferPointer { starts in
        for i in 0..<block.count { row[i] = starts[block.first + i] }
      }
    }
    for i in 0..<block.count where block.entryStep[i] == 0 { enter(i, boundary: 0) }
  }

  /// Brings entries and age bands up to date at the start of a step, or at the end of the last.
  func reachBoundary(_ boundary: Int) {
    for scheduled in block.schedule[boundary] {
      switch scheduled {
      case .enters(let i):
        guard baseline == nil else { continue }
        enter(i, boundary: boundary)
        count(.entered, i, 1, period: boundary - 1, column: 0)
        updateBounds(i, step: boundary)
        for mirror in scenarios where boundary > mirror.scenario.firstStep {
          mirror.state.touched.append(i)
        }
      case .changesAgeBand(let i, let band):
        if state.present[i] == 1 { changeAgeBand(i, to: band, boundary: boundary) }
      }
    }
    if boundary % compiled.stepsBetweenBounds == 0 { updateAllBounds(step: boundary) }
  }

  private func enter(_ i: Int, boundary: Int) {
    state.present[i] = 1
    state.ageBand[i] = compiled.bandOfAge[block.age(i, month: month(boundary))]
    count(.livingChange, i, 1, period: boundary, column: 0)
    for pathway in 0..<state.pathways {
      let column = flatSegment(pathway, state.segment(pathway, i))
      count(.occupancyChange, i, 1, period: boundary, column: column)
    }
  }

  private func changeAgeBand(_ i: Int, to band: UInt8, boundary: Int) {
    let before = groupOfAgeBand(state.ageBand[i])
    let after = groupOfAgeBand(band)
    state.ageBand[i] = band
    func shift(_ kind: TallyKind, column: Int) {
      let row = boundary * tally.groups
      add(kind, i, -1, row: row + before, column: column)
      add(kind, i, 1, row: row + after, column: column)
    }
    shift(.livingChange, column: 0)
    for pathway in 0..<state.pathways {
      shift(.occupancyChange, column: flatSegment(pathway, state.segment(pathway, i)))
    }
    for n in 0..<state.interventions where state.reached[n * Block.size + i] == 1 {
      shift(.reachedChange, column: n)
    }
  }

  // MARK: - Counting by group

  @inline(__always)
  private func groupOfAgeBand(_ band: UInt8) -> Int {
    1 + compiled.areas + compiled.deprivationGroups + Int(band)
  }

  /// Counts something that befell a resident, for everybody and for each of their groups.
  ///
  /// A period is a year, a step or a boundary, whatever the kind's rows stand for.
  @inline(__always)
  func count(_ kind: TallyKind, _ i: Int, _ amount: Int, period: Int, column: Int) {
    let who = compiled.strata[Int(block.stratum[i])]
    let row = period * tally.groups
    let deprivation = 1 + compiled.areas
    let sex = deprivation + compiled.deprivationGroups + compiled.ageBands.count
    add(kind, i, amount, row: row, column: column)
    add(kind, i, amount, row: row + 1 + who.area, column: column)
    add(kind, i, amount, row: row + deprivation + who.deprivation, column: column)
    add(kind, i, amount, row: row + groupOfAgeBand(state.ageBand[i]), column: column)
    add(kind, i, amount, row: row + sex + who.sex, column: column)
  }

  @inline(__always)
  private func add(_ kind: TallyKind, _ i: Int, _ amount: Int, row: Int, column: Int) {
    tally[kind].add(Int64(amount), row: row, column: column)
    if state.partings[i] > 0 { retract(kind, i, amount, row: row, column: column) }
  }

  /// Takes back, in the scenarios in which a resident's path has parted, what the baseline counts.
  private func retract(_ kind: TallyKind, _ i: Int, _ amount: Int, row: Int, column: Int) {
    for mirror in scenarios where mirror.state.hasParted[i] == 1 {
      mirror.tally[kind].add(-Int64(amount), row: row, column: column)
    }
  }

  @inline(__always)
  func flatSegment(_ pathway: Int, _ segment: UInt8) -> Int {
    Int(compiled.segmentOffsets[pathway]) + Int(segment)
  }
}
