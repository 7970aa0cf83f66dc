import SegmentModel

/// Advances one block of residents in one scenario by one step, and touches nothing else.
///
/// A step is: `reachBoundary` (ages, entries), `updateReach`, then for each channel `scan`, then
/// `apply`. What is drawn is drawn from the state at the start of the step. The parts are in files
/// of their own: chances, bounds, reach, moves.
struct Kernel {
  let compiled: CompiledModel
  let scenario: CompiledScenario
  let luck: Luck
  let block: Block
  let state: BlockState
  let tally: TallyBuffer

  /// The month in which a step begins, counted from the start of the run.
  @inline(__always)
  func month(_ step: Int) -> Int { step * compiled.step.months }

  @inline(__always)
  func year(_ step: Int) -> Int { month(step) / 12 }

  // MARK: - Entering and ageing

  /// Puts the residents present at the start in their places.
  func begin(_ population: Population) {
    state.clear()
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
        enter(i, boundary: boundary)
        let groups = groups(of: i)
        count(tally.entered, 1, row: (boundary - 1) * tally.groups, groups, column: 0)
        updateBounds(i, step: boundary)
        if state.interventions > 0 { state.touched.append(i) }
      case .changesAgeBand(let i, let band):
        if state.present[i] == 1 { changeAgeBand(i, to: band, boundary: boundary) }
      }
    }
    if boundary % compiled.stepsBetweenBounds == 0 { updateAllBounds(step: boundary) }
  }

  private func enter(_ i: Int, boundary: Int) {
    state.present[i] = 1
    state.ageBand[i] = compiled.bandOfAge[block.age(i, month: month(boundary))]
    countEverywhere(i, 1, boundary: boundary)
  }

  private func changeAgeBand(_ i: Int, to band: UInt8, boundary: Int) {
    let before = groupOfAgeBand(state.ageBand[i])
    let after = groupOfAgeBand(band)
    state.ageBand[i] = band
    let base = boundary * tally.groups
    for pathway in 0..<state.pathways {
      let column = flatSegment(pathway, state.segment(pathway, i))
      tally.occupancyChange.add(-1, row: base + before, column: column)
      tally.occupancyChange.add(1, row: base + after, column: column)
    }
    tally.livingChange.add(-1, row: base + before, column: 0)
    tally.livingChange.add(1, row: base + after, column: 0)
    for n in 0..<state.interventions where state.reached[n * Block.size + i] == 1 {
      tally.reachedChange.add(-1, row: base + before, column: n)
      tally.reachedChange.add(1, row: base + after, column: n)
    }
  }

  // MARK: - Counting by group

  /// The groups of results that a resident belongs to, besides everybody.
  struct Groups {
    var area: Int
    var deprivation: Int
    var ageBand: Int
    var sex: Int
  }

  @inline(__always)
  func groups(of i: Int) -> Groups {
    let who = compiled.strata[Int(block.stratum[i])]
    return Groups(
      area: 1 + who.area, deprivation: 1 + compiled.areas + who.deprivation,
      ageBand: groupOfAgeBand(state.ageBand[i]),
      sex: 1 + compiled.areas + compiled.deprivationGroups + compiled.ageBands.count + who.sex)
  }

  @inline(__always)
  private func groupOfAgeBand(_ band: UInt8) -> Int {
    1 + compiled.areas + compiled.deprivationGroups + Int(band)
  }

  /// Counts something for everybody and for each group of a resident; `row` is the first group's.
  @inline(__always)
  func count(_ counter: Counter, _ amount: Int64, row: Int, _ groups: Groups, column: Int) {
    counter.add(amount, row: row, column: column)
    counter.add(amount, row: row + groups.area, column: column)
    counter.add(amount, row: row + groups.deprivation, column: column)
    counter.add(amount, row: row + groups.ageBand, column: column)
    counter.add(amount, row: row + groups.sex, column: column)
  }

  @inline(__always)
  func flatSegment(_ pathway: Int, _ segment: UInt8) -> Int {
    Int(compiled.segmentOffsets[pathway]) + Int(segment)
  }

  /// Counts a resident in or out of the living and of every pathway.
  private func countEverywhere(_ i: Int, _ amount: Int64, boundary: Int) {
    let groups = groups(of: i)
    let row = boundary * tally.groups
    count(tally.livingChange, amount, row: row, groups, column: 0)
    for pathway in 0..<state.pathways {
      count(
        tally.occupancyChange, amount, row: row, groups,
        column: flatSegment(pathway, state.segment(pathway, i)))
    }
  }
}
