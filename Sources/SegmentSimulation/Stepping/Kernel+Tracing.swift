import SegmentModel

// What a single resident drew in a step, told from the state before anything is applied.

extension Kernel {
  /// What a channel gives a resident, and the luck that gives just this.
  func draw(channel index: Int, _ i: Int, step: Int) -> ResidentTrace.Draw {
    let channel = compiled.channels[index]
    let place = whereabouts(i).at
    let exits = compiled.spans[span(channel, place.row)].exits.range.map { Int(compiled.exits[$0]) }
    let who = who(i, step: step)
    let uniform = luck.uniform(resident: block.first + i, step: step, channel: channel.key)
    let parts = exits.map { chance($0, i, place, who) }
    // Upper ends of the luck that gives each outcome, rising.
    let outcomes =
      channel.pathway < 0 && !compiled.happenings[exits[0]].isProbability
      ? poisson(exits[0], mean: parts[0] * compiled.stepYears, uniform)
      : competing(exits, parts)
    var lower = 0.0
    for outcome in outcomes {
      if uniform < Luck.threshold(outcome.below) {
        return ResidentTrace.Draw(
          happening: outcome.happening, times: outcome.times, candidates: exits,
          uniform: Double(uniform) * 0x1p-56, range: lower..<max(lower, outcome.below))
      }
      lower = outcome.below
    }
    return ResidentTrace.Draw(
      happening: nil, times: 0, candidates: exits, uniform: Double(uniform) * 0x1p-56,
      range: lower..<1)
  }

  private typealias TracedOutcome = (happening: Int, times: Int, below: Double)

  private func competing(_ exits: [Int], _ parts: [Double]) -> [TracedOutcome] {
    let total = parts.reduce(0, +)
    guard total > 0, let first = exits.first else { return [] }
    let leaves =
      compiled.happenings[first].isProbability
      ? min(total, 1) : PortableMath.oneMinusExp(minus: total * compiled.stepYears)
    let possible = zip(exits, parts).filter { $1 > 0 }
    var sum = 0.0
    return possible.enumerated().map { index, exit in
      sum += exit.1
      // The last takes what rounding leaves.
      return (exit.0, 1, index == possible.count - 1 ? leaves : leaves * (sum / total))
    }
  }

  private func poisson(_ happening: Int, mean: Double, _ uniform: UInt64) -> [TracedOutcome] {
    guard mean > 0 else { return [] }
    let times = ChanceArithmetic.poisson(mean: mean, uniform: uniform)
    var tail = PoissonTail(mean: mean)
    guard times > 0 else { return [(happening, 1, tail.atLeast)] }
    while tail.times < times { tail.advance() }
    let atLeast = tail.atLeast
    tail.advance()
    return [(happening, times + 1, max(0, tail.atLeast)), (happening, times, atLeast)]
  }

  /// The triggered moves that a resident could make in a step, given what happened to them and which
  /// interventions reach them for the first time.
  func pulls(_ happened: [Int], _ starting: [Int], _ i: Int, step: Int) -> [ResidentTrace.Pull] {
    let place = whereabouts(i).at
    var segments = (0..<state.pathways).map { Int(place.row[$0]) }
    for happening in happened {
      let record = compiled.happenings[happening]
      if record.pathway >= 0 { segments[Int(record.pathway)] = Int(record.to) }
    }
    var pulls: [ResidentTrace.Pull] = []
    func pull(
      _ trigger: TriggerRecord, key: UInt32, effects: Span32, _ source: ResidentTrace.Pull.Source
    ) {
      let (pathway, from) = (Int(trigger.pathway), segments[Int(trigger.pathway)])
      guard trigger.from >> UInt64(from) & 1 == 1 else { return }
      let probability = probability(of: trigger, effects: effects, i, step: step)
      let uniform = luck.trigger(
        resident: block.first + i, step: step, channel: key, position: Int(trigger.position))
      let isMade = uniform < Luck.threshold(probability)
      if isMade { segments[pathway] = Int(trigger.to) }
      pulls.append(
        ResidentTrace.Pull(
          source: source, pathway: pathway, from: from, to: Int(trigger.to),
          uniform: Double(uniform) * 0x1p-56, probability: probability, isMade: isMade))
    }
    for happening in happened {
      let record = compiled.happenings[happening]
      for (position, index) in record.triggers.range.enumerated() {
        pull(
          compiled.triggers[index], key: record.triggerKey,
          effects: scenario.triggerEffectSpans[index],
          .trigger(happening: happening, position: position))
      }
    }
    for intervention in starting {
      let record = scenario.interventions[intervention]
      for (position, index) in record.once.range.enumerated() {
        pull(
          scenario.once[index], key: record.onceKey, effects: Span32(start: 0, count: 0),
          .once(intervention: listed(intervention), position: position))
      }
    }
    return pulls
  }
}
