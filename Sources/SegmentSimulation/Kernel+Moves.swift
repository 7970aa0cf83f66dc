import SegmentModel

extension Kernel {
  /// Finds what happens in a channel, given everybody's first byte of luck.
  func scan(channel: Int, bytes: UnsafePointer<UInt8>, step: Int) {
    guard state.active[channel] else { return }
    let record = compiled.channels[channel]
    let bounds = state.bounds + channel * Block.size
    let full = SIMD16<UInt8>(repeating: 255)
    for group in stride(from: 0, to: Block.size, by: 16) {
      let bound = UnsafeRawPointer(bounds + group).loadUnaligned(as: SIMD16<UInt8>.self)
      let byte = UnsafeRawPointer(bytes + group).loadUnaligned(as: SIMD16<UInt8>.self)
      let hit = (byte .< bound) .| (bound .== full)
      let marks = unsafeBitCast(
        SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: hit), to: SIMD2<UInt64>.self)
      if marks.x | marks.y == 0 { continue }
      scan(marks.x, record, first: group, bytes: bytes, step: step)
      scan(marks.y, record, first: group + 8, bytes: bytes, step: step)
    }
  }

  @inline(__always)
  private func scan(
    _ marks: UInt64, _ channel: ChannelRecord, first: Int, bytes: UnsafePointer<UInt8>, step: Int
  ) {
    var marks = marks
    while marks != 0 {
      candidate(channel, first + marks.trailingZeroBitCount / 8, bytes: bytes, step: step)
      marks &= marks &- 1
    }
  }

  private func candidate(
    _ channel: ChannelRecord, _ i: Int, bytes: UnsafePointer<UInt8>, step: Int
  ) {
    let uniform =
      UInt64(bytes[i]) << 48
      | luck.refinement(resident: block.first + i, step: step, channel: channel.key)
    let stratum = Int(block.stratum[i])
    let age = block.age(i, month: month(step))
    if channel.pathway < 0 {
      let happening = Int(compiled.exits[compiled.exitSpans[Int(channel.exits)].range.lowerBound])
      let times = draw(event: happening, i, uniform: uniform, stratum: stratum, age: age)
      if times > 0 {
        state.fired.append(BlockState.Fired(resident: i, happening: happening, times: times))
      }
    } else {
      let segment = Int(state.segment(Int(channel.pathway), i))
      let happening = draw(
        move: Int(channel.exits) + segment, i, uniform: uniform, stratum: stratum, age: age)
      if happening >= 0 {
        state.fired.append(BlockState.Fired(resident: i, happening: happening, times: 1))
      }
    }
  }

  /// Applies what happened in the step: own moves, then triggers, then moves made once.
  func apply(step: Int) {
    for fired in state.fired {
      countHappening(fired, step: step)
      let record = compiled.happenings[fired.happening]
      if record.pathway >= 0 {
        move(fired.resident, Int(record.pathway), to: record.to, step: step)
      }
    }
    for fired in state.fired where compiled.happenings[fired.happening].triggers.count > 0 {
      pullTriggers(fired, step: step)
    }
    if scenario.hasCapacity { state.starters.sort { $0.intervention < $1.intervention } }
    for starter in state.starters { moveOnce(starter, step: step) }
    finishMoves(step: step)
    state.fired.removeAll(keepingCapacity: true)
    state.starters.removeAll(keepingCapacity: true)
  }

  private func countHappening(_ fired: BlockState.Fired, step: Int) {
    let i = fired.resident
    count(.happened, i, fired.times, period: year(step), column: fired.happening)
    tally.happenedInStep.add(Int64(fired.times), row: step, column: fired.happening)
    if state.partings[i] > 0 {
      for mirror in scenarios where mirror.state.hasParted[i] == 1 {
        mirror.tally.happenedInStep.add(-Int64(fired.times), row: step, column: fired.happening)
      }
    }
    guard scenario.pairCount > 0 else { return }
    for n in 0..<state.interventions where state.reached[n * Block.size + i] == 1 {
      let pair = Int(scenario.pairs[fired.happening * state.interventions + n])
      if pair >= 0 {
        count(.happenedToReached, i, fired.times, period: year(step), column: pair)
        tally.happenedToReachedInStep.add(Int64(fired.times), row: step, column: pair)
      }
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

  private func moveOnce(_ starter: BlockState.Starter, step: Int) {
    let intervention = scenario.interventions[starter.intervention]
    let none = Span32(start: 0, count: 0)
    for (move, trigger) in intervention.once.enumerated()
    where pull(trigger, key: intervention.onceKey, effects: none, starter.resident, step: step) {
      let column = tally.layout.onceOffsets[starter.intervention] + move
      count(.movedOnce, starter.resident, 1, period: year(step), column: column)
    }
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
    let stratum = Int(block.stratum[i])
    let age = block.age(i, month: month(step))
    var probability = compiled.value(trigger.probability, stratum: stratum, age: age)
    var ratio = 1.0
    for index in effects.range {
      let effect = scenario.effects[index]
      guard state.reached[Int(effect.intervention) * Block.size + i] == 1 else { continue }
      let value = compiled.value(effect.value, stratum: stratum, age: age)
      if effect.kind == .set { probability = value } else { ratio *= value }
    }
    return Chances.probability(probability, multipliedBy: ratio, plus: 0)
  }

  private func move(_ i: Int, _ pathway: Int, to: UInt8, step: Int) {
    let cell = pathway * Block.size + i
    let from = flatSegment(pathway, state.segments[cell])
    count(.occupancyChange, i, -1, period: step + 1, column: from)
    count(.occupancyChange, i, 1, period: step + 1, column: flatSegment(pathway, to))
    state.segments[cell] = to
    state.moved.append(BlockState.Moved(resident: i, pathway: pathway))
  }

  /// Takes out those who left, and bounds anew what can befall those who moved.
  private func finishMoves(step: Int) {
    for moved in state.moved where state.present[moved.resident] == 1 {
      let segment = state.segment(moved.pathway, moved.resident)
      if compiled.leaving[moved.pathway] >> UInt64(segment) & 1 == 1 {
        leave(moved.resident, step: step)
      }
    }
    for moved in state.moved where state.present[moved.resident] == 1 {
      if scenario.looksAt[moved.pathway] { state.touched.append(moved.resident) }
      for mirror in scenarios
      where mirror.scenario.looksAt[moved.pathway] && step >= mirror.scenario.firstStep {
        mirror.state.touched.append(moved.resident)
      }
      for index in compiled.dependents[moved.pathway].range {
        updateBound(Int(compiled.dependentChannels[index]), moved.resident, step: step)
      }
    }
    state.moved.removeAll(keepingCapacity: true)
  }

  private func leave(_ i: Int, step: Int) {
    state.present[i] = 0
    count(.livingChange, i, -1, period: step + 1, column: 0)
    var hasLeft = false
    for pathway in 0..<state.pathways {
      let segment = state.segment(pathway, i)
      if !hasLeft && compiled.leaving[pathway] >> UInt64(segment) & 1 == 1 {
        hasLeft = true
      } else {
        count(.occupancyChange, i, -1, period: step + 1, column: flatSegment(pathway, segment))
      }
    }
    for n in 0..<state.interventions where state.reached[n * Block.size + i] == 1 {
      state.reached[n * Block.size + i] = 0
      count(.reachedChange, i, -1, period: step + 1, column: n)
    }
    for channel in 0..<state.channels { state.bounds[channel * Block.size + i] = 0 }
  }
}
