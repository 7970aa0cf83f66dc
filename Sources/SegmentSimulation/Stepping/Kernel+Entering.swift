import SegmentModel

// Entering and ageing, in the shared course.

extension Kernel {
  /// Puts everybody in their places, and counts those present at the start.
  func begin(_ population: Population) {
    state.row(0).update(repeating: 0, count: block.count * state.pathways)
    block.place(in: state.residents)
    population.startRows.forEach(block: block.first / Block.size) { i, pathway, segment in
      state.row(i)[pathway] = segment
      state.residents[i].held |= HeldPathways.bit(pathway)
    }
    var run = GroupRun()
    // Of the neighbours in hand, by segment of all pathways.
    var occupancy = [Int](repeating: 0, count: Int(compiled.segmentOffsets[state.pathways]))
    func countRun() {
      count(.livingChange, run, period: 0, column: 0)
      for (column, number) in occupancy.enumerated() where number > 0 {
        tally.add(.occupancyChange, number, in: run.groups, period: 0, column: column)
        occupancy[column] = 0
      }
    }
    for i in 0..<block.count where block.entryStep(i) == 0 {
      arrive(i, boundary: 0)
      let resident = state.residents[i]
      if !run.takes(resident) {
        countRun()
        run = GroupRun(of: resident, groups(i))
      }
      run.add()
      if resident.held == HeldPathways.always { continue }
      state.forEachHeld(i) { occupancy[flatSegment($0, $1)] += 1 }
    }
    countRun()
  }

  /// Brings entries and age bands up to date at the start of a step, or at the end of the last.
  func reachBoundary(_ boundary: Int) {
    for entry in block.entries(boundary) {
      let i = Int(entry.resident)
      arrive(i, boundary: boundary)
      count(.livingChange, i, 1, period: boundary, column: 0)
      count(.entered, i, 1, period: boundary - 1, column: 0)
      state.forEachHeld(i) {
        count(.occupancyChange, i, 1, period: boundary, column: flatSegment($0, $1))
      }
      setFirstBounds(i, step: boundary)
      let entered = BlockState.Moved(resident: i, pathway: -1, from: 0, to: 0)
      state.touched.append(entered)
      for s in 0..<scenarioCount { inScenario(s) { $0.state.touched.append(entered) } }
    }
    for change in block.bandChanges(boundary) {
      changeAgeBand(Int(change.resident), to: Int(change.value), boundary: boundary)
    }
    if boundary == 0 {
      setAllFirstBounds()
    } else if boundary % compiled.stepsBetweenBounds == 0 {
      setAllBounds(step: boundary)
    }
  }

  private func arrive(_ i: Int, boundary: Int) {
    state.residents[i].isPresent = true
    state.residents[i].ageBand = compiled.bandOfAge[state.residents[i].age(month: month(boundary))]
  }

  private func changeAgeBand(_ i: Int, to band: Int, boundary: Int) {
    let from = Int(groups(i).ageBand)
    state.residents[i].ageBand = UInt8(band)
    let to = Int(groups(i).ageBand)
    if from == to { return }
    shift(i, from: from, to: to, boundary: boundary)
    for s in 0..<scenarioCount {
      inScenario(s) { $0.shift(i, from: from, to: to, boundary: boundary) }
    }
  }

  /// Counts a resident, where this course follows them, in another age band.
  private func shift(_ i: Int, from: Int, to: Int, boundary: Int) {
    func shift(_ kind: TallyKind, column: Int) {
      add(kind, i, -1, inGroup: from, period: boundary, column: column)
      add(kind, i, 1, inGroup: to, period: boundary, column: column)
    }
    if follows(i) && state.residents[i].isPresent {
      shift(.livingChange, column: 0)
      state.forEachHeld(i) { shift(.occupancyChange, column: flatSegment($0, $1)) }
    }
    state.reached.forEach(i) { n in
      if counts(n, i) { shift(.reachedChange, column: Int(scenario.interventions[n].column)) }
    }
  }
}
