import SegmentModel

extension Kernel {
  /// Applies what happened in the step: own moves, then triggers, then moves made once.
  func apply(step: Int) {
    for fired in state.fired {
      countHappening(fired, step: step)
      let record = compiled.happenings.base + fired.happening
      if record.pointee.pathway >= 0 {
        move(fired.resident, Int(record.pointee.pathway), to: record.pointee.to, step: step)
      }
    }
    for fired in state.fired where compiled.happenings.base[fired.happening].triggers.count > 0 {
      pullTriggers(fired, step: step)
    }
    moveOnce(step: step)
    finishMoves(step: step)
    state.fired.removeAll(keepingCapacity: true)
  }

  private func countHappening(_ fired: BlockState.Fired, step: Int) {
    let (i, happening) = (fired.resident, fired.happening)
    count(.happened, i, fired.times, period: year(step), column: happening)
    count(StepTallyKind.happened, i, fired.times, step: step, column: happening)
    guard compiled.hasPairs[happening] else { return }
    countReached(fired, step: step)
    for s in 0..<scenarioCount where views[s].counts(i, happening: happening) {
      if !hasParted(i, in: s) { inScenario(s) { $0.countReached(fired, step: step) } }
    }
  }

  /// Counts a happening that befell somebody whom interventions reach.
  private func countReached(_ fired: BlockState.Fired, step: Int) {
    let i = fired.resident
    let masks = scenario.pairMasks.base + fired.happening * scenario.words
    state.reached.forEach(i, within: masks) { n in
      guard counts(n, i) else { return }
      let pair = Int(scenario.pairs[fired.happening * scenario.interventions.count + n])
      count(.happenedToReached, i, fired.times, period: year(step), column: pair)
      count(StepTallyKind.happenedToReached, i, fired.times, step: step, column: pair)
    }
  }

  private func pullTriggers(_ fired: BlockState.Fired, step: Int) {
    let record = compiled.happenings[fired.happening]
    for index in record.triggers.range {
      let trigger = compiled.triggers[index]
      let effects = scenario.triggerEffectSpans[index]
      if pull(trigger, key: record.triggerKey, effects: effects, fired.resident, step: step) {
        count(.triggered, fired.resident, 1, period: year(step), column: index)
      }
    }
  }

  /// Makes the moves that interventions make once, intervention by intervention in file order.
  private func moveOnce(step: Int) {
    guard !state.starters.isEmpty else { return }
    let records = scenario.interventions
    let none = Span32(start: 0, count: 0)
    let starters = state.starters.sorted {
      records[$0.intervention].column < records[$1.intervention].column
    }
    // A shared intervention moves whoever is with the shared course there.
    for starter in starters where counts(starter.intervention, starter.resident) {
      let record = records[starter.intervention]
      for (move, index) in record.once.range.enumerated()
      where pull(
        scenario.once[index], key: record.onceKey, effects: none, starter.resident, step: step)
      {
        let column = Int(record.onceColumn) + move
        count(.movedOnce, starter.resident, 1, period: year(step), column: column)
      }
    }
    state.starters.removeAll(keepingCapacity: true)
  }

  /// Makes a triggered move if the resident is where it starts and luck says so.
  private func pull(
    _ trigger: TriggerRecord, key: UInt32, effects: Span32, _ i: Int, step: Int
  ) -> Bool {
    guard trigger.from >> UInt64(state.segment(Int(trigger.pathway), i)) & 1 == 1 else {
      return false
    }
    let probability = probability(of: trigger, effects: effects, i, step: step)
    let uniform = luck.trigger(
      resident: block.first + i, step: step, channel: key, position: Int(trigger.position))
    guard uniform < Luck.threshold(probability) else { return false }
    move(i, Int(trigger.pathway), to: trigger.to, step: step)
    return true
  }

  /// The probability that a triggered move is made by a resident who is where it starts.
  @inline(__always)
  func probability(of trigger: TriggerRecord, effects: Span32, _ i: Int, step: Int) -> Double {
    let who = who(i, step: step)
    var probability = compiled.value(trigger.probability, stratum: who.stratum, age: who.age)
    var ratio = 1.0
    for index in effects.range {
      let effect = scenario.effects[index]
      guard state.reached.has(i, Int(effect.intervention)) else { continue }
      let value = compiled.value(effect.value, stratum: who.stratum, age: who.age)
      if effect.kind == .set { probability = value } else { ratio *= value }
    }
    return ChanceArithmetic.probability(probability, multipliedBy: ratio, plus: 0)
  }

  private func move(_ i: Int, _ pathway: Int, to: UInt8, step: Int) {
    let row = state.row(i)
    let from = row[pathway]
    if from != 0 {
      count(.occupancyChange, i, -1, period: step + 1, column: flatSegment(pathway, from))
    }
    if to != 0 {
      count(.occupancyChange, i, 1, period: step + 1, column: flatSegment(pathway, to))
    }
    row[pathway] = to
    state.noteHeld(i, pathway)
    state.moved.append(BlockState.Moved(resident: i, pathway: pathway, from: from, to: to))
  }

  /// Takes out those who left, and bounds anew what can befall those who moved.
  private func finishMoves(step: Int) {
    for moved in state.moved where state.residents[moved.resident].isPresent {
      let segment = state.segment(moved.pathway, moved.resident)
      if compiled.leaving[moved.pathway] >> UInt64(segment) & 1 == 1 {
        leave(moved.resident, step: step)
      }
    }
    for moved in state.moved {
      let i = moved.resident
      let move = compiled.moveIndex(pathway: moved.pathway, from: moved.from, to: moved.to)
      let channels = compiled.rebounds[move]
      if !isShared {
        state.reunions.append(i)
        if state.residents[i].isPresent {
          if compiled.isLookedAt[move] { state.touched.append(moved) }
          raiseBounds(i, channels, step: step)
        }
        continue
      }
      if state.residents[i].partings > 0 || compiled.isLookedAt[move] {
        tellScenarios(of: moved, move)
      }
      if state.residents[i].isPresent || state.residents[i].partings > 0 {
        setBounds(i, channels, step: step)
      }
    }
    state.moved.removeAll(keepingCapacity: true)
  }

  /// Tells the scenarios of a move in the shared course.
  private func tellScenarios(of moved: BlockState.Moved, _ move: Int) {
    let i = moved.resident
    if compiled.isLookedAt[move] { state.touched.append(moved) }
    for s in 0..<scenarioCount {
      if hasParted(i, in: s) {
        inScenario(s) { $0.state.reunions.append(i) }
      } else if views[s].looks(at: move) {
        inScenario(s) { $0.state.touched.append(moved) }
      }
    }
  }

  private func leave(_ i: Int, step: Int) {
    state.residents[i].isPresent = false
    count(.livingChange, i, -1, period: step + 1, column: 0)
    var hasLeft = false
    state.forEachHeld(i) { pathway, segment in
      if !hasLeft && compiled.leaving[pathway] >> UInt64(segment) & 1 == 1 {
        hasLeft = true
      } else {
        count(.occupancyChange, i, -1, period: step + 1, column: flatSegment(pathway, segment))
      }
    }
    endReach(i, step: step)
    for s in 0..<scenarioCount where !hasParted(i, in: s) {
      inScenario(s) { $0.endReach(i, step: step) }
    }
    if isShared && state.residents[i].partings == 0 {
      for channel in 0..<compiled.channels.count { bounds.set(channel, i, 0) }
    }
  }
}
