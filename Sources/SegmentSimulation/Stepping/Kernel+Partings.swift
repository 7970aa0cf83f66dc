import SegmentModel

// When a resident's path in a scenario parts from the shared course, and when they meet again.

extension Kernel {
  /// Lets a resident go their own way from here on, before moves are made in the step in hand.
  func part(_ i: Int) {
    guard let shared, state.residents[i].partings == 0 else { return }
    shared.state.residents[i].partings |= CourseView.mark(number - 1)
    state.residents[i] = shared.state.residents[i]
    state.residents[i].partings = 1
    state.parted += 1
    state.residents[i].isPresent = true
    state.row(i).update(from: shared.state.row(i), count: state.pathways)
    for n in 0..<scenario.sharedCount {
      state.eligible.set(n, i, shared.state.eligible.has(n, i))
    }
    for fired in shared.state.fired where fired.resident == i { state.fired.append(fired) }
    for starter in shared.state.starters where starter.resident == i {
      state.starters.append(starter)
    }
    state.reunions.append(i)
  }

  /// Lets residents part, in a scenario, for whom an intervention changes what a happening in the
  /// shared course sets off, or whom it moves.
  func partBeforeMoves(_ shared: [BlockState.Fired]) {
    if scenario.changesTriggers {
      for fired in shared {
        let mask = scenario.ownTriggerMasks.base + fired.happening * scenario.words
        if state.reached.meets(fired.resident, mask) { part(fired.resident) }
      }
    }
    for starter in state.starters { part(starter.resident) }
  }

  /// Keeps, of those whose paths may have met again, those whose have.
  ///
  /// To be followed together they must be in the same segments and have the same memory of shared
  /// interventions. Reach is brought up to date before they are.
  func findReunions() {
    guard let shared, !state.reunions.isEmpty else { return }
    state.reunions.removeAll { i in
      state.residents[i].partings == 0 || !state.residents[i].isPresent
        || !shared.state.residents[i].isPresent
        || !isAsShared(i, state.segments, shared.state.segments, width: state.pathways)
        || !hasSharedBits(state.everReached, shared.state.everReached, i)
    }
  }

  /// Follows together again those whose paths have met.
  func reunite() {
    guard let shared else { return }
    for i in state.reunions
    where state.residents[i].partings == 1
      && hasSharedBits(state.everReached, shared.state.everReached, i)
      && hasSharedBits(state.reached, shared.state.reached, i)
    {
      state.residents[i].partings = 0
      state.parted -= 1
      shared.forgetParting(i, in: number - 1)
      // The shared course now makes the moves of these, and would hand them over at a parting.
      state.starters.removeAll { $0.resident == i && $0.intervention < scenario.sharedCount }
    }
    state.reunions.removeAll(keepingCapacity: true)
  }

  /// Notes in the shared course that a resident's path in a scenario has met its own again.
  private func forgetParting(_ i: Int, in s: Int) {
    let alike = stride(from: s % CourseView.marks, to: scenarioCount, by: CourseView.marks)
    if alike.contains(where: { views[$0].parts(i) }) { return }
    state.residents[i].partings &= ~CourseView.mark(s)
  }

  @inline(__always)
  private func isAsShared(
    _ i: Int, _ mine: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, width: Int
  ) -> Bool {
    for p in i * width..<(i + 1) * width where mine[p] != other[p] { return false }
    return true
  }

  /// Whether a resident has the same bits of shared interventions in two tables.
  private func hasSharedBits(_ mine: BitTable, _ other: BitTable, _ i: Int) -> Bool {
    for n in 0..<scenario.sharedCount where mine.has(i, n) != other.has(i, n) { return false }
    return true
  }
}
