import SegmentModel

extension Kernel {
  /// Finds what happens in a step, in all courses; `isWatched` if somebody looks on.
  func scan(step: Int, isWatched: Bool) {
    for channel in 0..<compiled.channels.count where bounds.highest(channel) > 0 {
      scan(channel: channel, step: step, isWatched: isWatched)
    }
  }

  private func scan(channel: Int, step: Int, isWatched: Bool) {
    let record = compiled.channels[channel]
    let count = candidates.find(
      luck, block: block.first / Block.size, step: step, channel: record.key,
      codes: bounds.row(channel), highest: bounds.highest(channel))
    if compiled.isOnlyCounted[channel] && !isWatched {
      countCandidates(count, record, step: step)
      return
    }
    for n in 0..<count {
      let i = Int(candidates.residents[n])
      candidate(record, i, who(i, step: step), candidates.uniforms[n])
    }
  }

  /// Counts at once how often an event befalls candidates, if it sets nothing off and no scenario can
  /// differ; those whose path has parted from some scenario's wait for their turn.
  private func countCandidates(_ count: Int, _ record: ChannelRecord, step: Int) {
    let span = Int(record.exits)
    let happening = Int(compiled.exits[compiled.spans.base[span].exits.range.lowerBound])
    let year = year(step)
    var all = 0
    for n in 0..<count {
      let i = Int(candidates.residents[n])
      let who = who(i, step: step)
      if state.residents[i].partings > 0 {
        candidate(record, i, who, candidates.uniforms[n])
        continue
      }
      assert(state.residents[i].isPresent, "whoever is not there has no bound")
      let times = Int(draw(span, i, state.place(i), who, uniform: candidates.uniforms[n]).times)
      if times == 0 { continue }
      tally.add(.happened, times, in: groups(i), period: year, column: happening)
      all += times
    }
    tally.add(.happened, all, step: step, column: happening)
  }

  /// Calls with each scenario in which something else may befall a resident in a channel than in the
  /// shared course, where `span` are the exits open to them.
  @inline(__always)
  func forEachInvolved(_ i: Int, span: Int, _ body: (Kernel) -> Void) {
    if state.residents[i].partings > 0 {
      for s in 0..<scenarioCount where hasParted(i, in: s) || views[s].reaches(i, span: span) {
        inScenario(s, body)
      }
    } else {
      for s in compiled.changers[span] where views[Int(s)].reaches(i, span: span) {
        inScenario(Int(s), body)
      }
    }
  }

  @inline(__always)
  private func candidate(
    _ record: ChannelRecord, _ i: Int, _ who: Who, _ uniform: UInt64
  ) {
    let at = state.place(i)
    let span = span(record, at.row)
    var outcome = ChannelOutcome.nothing
    if state.residents[i].isPresent { outcome = draw(span, i, at, who, uniform: uniform) }
    forEachInvolved(i, span: span) {
      $0.follow(record, i, who, uniform, shared: outcome)
    }
    note(outcome, i)
  }

  /// Finds what happens to a resident in a scenario; their path parts if it is something else than
  /// in the shared course.
  private func follow(
    _ record: ChannelRecord, _ i: Int, _ who: Who, _ uniform: UInt64, shared outcome: ChannelOutcome
  ) {
    let (place, isPresent) = whereabouts(i)
    guard isPresent else { return }
    let own = draw(span(record, place.row), i, place, who, uniform: uniform)
    if state.residents[i].partings == 0 {
      if own == outcome { return }
      part(i)
    }
    note(own, i)
  }

  @inline(__always)
  private func note(_ outcome: ChannelOutcome, _ i: Int) {
    guard outcome.times > 0 else { return }
    state.fired.append(
      BlockState.Fired(
        resident: i, happening: Int(outcome.happening), times: Int(outcome.times)))
  }
}
