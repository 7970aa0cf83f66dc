import SegmentModel

extension Kernel {
  // MARK: - In the shared course

  /// Computes every bound of a resident who has just entered, and whom nothing reaches yet.
  func setFirstBounds(_ i: Int, step: Int) {
    let who = who(i, step: step)
    bounds.setAll(i, firstBounds(i, who, alike: alike(who)))
  }

  /// The bounds of a resident whom nothing reaches, by channel; `alike` is as ``alike(_:)``.
  private func firstBounds(_ i: Int, _ who: Who, alike: UInt64) -> UnsafePointer<UInt8> {
    let at = state.place(i)
    return firstBounds.codes(of: alike, at) { codes in
      for channel in 0..<compiled.channels.count {
        let span = span(compiled.channels[channel], at.row)
        codes[channel] = boundOfUnreached(span, i, at, who)
      }
    }
  }

  /// A number that those share whom none of the model's numbers tells apart.
  @inline(__always)
  private func alike(_ who: Who) -> UInt64 {
    UInt64(compiled.alikeStrata[who.stratum]) << 8 | UInt64(who.age)
  }

  /// Computes every bound of everybody at the start, where nobody is reached and nobody has parted.
  func setAllFirstBounds() {
    // Neighbours who hold nothing are mostly alike.
    let known = firstBounds.spare
    var last = UInt64.max
    for i in 0..<block.count where state.residents[i].isPresent {
      let who = who(i, step: 0)
      let alike = alike(who)
      if state.residents[i].held != HeldPathways.always {
        bounds.setAll(i, firstBounds(i, who, alike: alike))
        continue
      }
      if alike != last {
        known.update(from: firstBounds(i, who, alike: alike), count: bounds.channels)
        last = alike
      }
      bounds.setAll(i, known)
    }
  }

  /// Computes every bound of everybody, in all courses.
  func setAllBounds(step: Int) {
    for i in 0..<block.count where state.residents[i].isPresent || state.residents[i].partings > 0 {
      setBounds(i, 0..<Int32(compiled.channels.count), step: step)
    }
  }

  /// Computes some bounds of a resident, in all courses.
  func setBounds(_ i: Int, _ channels: some Sequence<Int32>, step: Int) {
    let (at, who) = (state.place(i), who(i, step: step))
    let isAlone = state.residents[i].partings == 0
    for channel in channels {
      let span = span(compiled.channels[Int(channel)], at.row)
      if isAlone && compiled.spans.base[span].isUnchanged {
        bounds.set(Int(channel), i, boundOfUnreached(span, i, at, who))
      } else {
        setBound(Int(channel), span, i, at, who)
      }
    }
  }

  @inline(__always)
  private func setBound(_ channel: Int, _ span: Int, _ i: Int, _ at: Place, _ who: Who) {
    var most: UInt8 = state.residents[i].isPresent ? bound(span, i, at, who) : 0
    forEachInvolved(i, span: span) { most = max(most, $0.boundInScenario(channel, i, who)) }
    bounds.set(channel, i, most)
  }

  // MARK: - In any course

  private func boundInScenario(_ channel: Int, _ i: Int, _ who: Who) -> UInt8 {
    let (at, isPresent) = whereabouts(i)
    return isPresent ? bound(span(compiled.channels[channel], at.row), i, at, who) : 0
  }

  /// Raises the bounds of some channels to what they must be here.
  func raiseBounds(_ i: Int, _ channels: UnsafeBufferPointer<Int32>, step: Int) {
    let (at, isPresent) = whereabouts(i)
    guard isPresent else { return }
    let who = who(i, step: step)
    for channel in channels {
      let span = span(compiled.channels[Int(channel)], at.row)
      bounds.raise(Int(channel), i, bound(span, i, at, who))
    }
  }

  /// Raises the bounds of the channels in which an intervention can raise a chance; with `ifOwn`, where
  /// own interventions change it too.
  func raiseBounds(_ i: Int, reachedBy n: Int, step: Int, ifOwn: Bool = false) {
    let raised = scenario.raised[n]
    if raised.isEmpty { return }
    let (at, isPresent) = whereabouts(i)
    guard isPresent else { return }
    let masks = ifOwn ? scenario.ownSpanMasks : scenario.spanMasks
    for channel in raised {
      let span = span(compiled.channels.base[Int(channel)], at.row)
      if scenario.changesSpan[span], state.reached.meets(i, masks.base + span * scenario.words) {
        let who = who(i, step: step)
        bounds.raise(Int(channel), i, fineBound(span, i, at, who, isChanged: true))
      }
    }
  }

  /// The bound of an exit span for a resident of this course who is at a place.
  private func bound(_ span: Int, _ i: Int, _ at: Place, _ who: Who) -> UInt8 {
    let isChanged =
      scenario.changesSpan[span]
      && state.reached.meets(i, scenario.spanMasks.base + span * scenario.words)
    return isChanged
      ? fineBound(span, i, at, who, isChanged: true) : boundOfUnreached(span, i, at, who)
  }

  /// The same where no intervention that matters reaches the resident.
  @inline(__always)
  private func boundOfUnreached(_ span: Int, _ i: Int, _ at: Place, _ who: Who) -> UInt8 {
    let known = compiled.bounds[
      compiled.spanClass(span, stratum: who.stratum, age: who.age)]
    if at.held & compiled.spans.base[span].dependences == 0 { return known.bare }
    // Where even the coarse bound is low, a finer one gains little.
    if known.coarse <= CandidateBounds.low { return known.coarse }
    return fineBound(span, i, at, who, isChanged: false)
  }

  private func fineBound(
    _ span: Int, _ i: Int, _ at: Place, _ who: Who, isChanged: Bool
  ) -> UInt8 {
    func workOut() -> UInt8 {
      var total = 0.0
      for index in compiled.spans.base[span].exits.range {
        total += ceiling(Int(compiled.exits[index]), i, at, who, isChanged: isChanged)
      }
      return CandidateBounds.code(chance: total)
    }
    guard let kind = kind(span, i, at, who) else { return workOut() }
    return knownBounds.value(kind, workOut).pointee
  }

  /// At least the chance of a happening in a step.
  @inline(__always)
  private func ceiling(
    _ happening: Int, _ i: Int, _ at: Place, _ who: Who, isChanged: Bool
  ) -> Double {
    let record = compiled.happenings.base + happening
    var base = compiled.ceiling(record.pointee.base, stratum: who.stratum, age: who.age)
    // Most often nothing can happen: at ages, for example, that a condition spares.
    if base == 0 && !isChanged { return 0 }
    let eligible = record.pointee.eligibility
    guard who.age + CompiledModel.yearsAhead >= eligible.ageLower, who.age <= eligible.ageUpper,
      compiled.strataFlags[Int(eligible.strata) + who.stratum], meets(eligible.conditions, at.row)
    else { return 0 }
    var segments = 1.0
    for index in record.pointee.multipliers.range {
      let ratio = compiled.ratio(multiplier: index, at.row)
      segments *=
        ratio.pointee.isConstant
        ? ratio.pointee.constant
        : compiled.ceiling(ratio.pointee.table, stratum: who.stratum, age: who.age)
    }
    // 1 - (1 - p)^m is at most p for m <= 1 and at most mp for m >= 1.
    if record.pointee.isProbability { segments = max(segments, 1) }
    base *= segments
    var interventions = 1.0
    var added = 0.0
    if isChanged {
      for index in scenario.effectSpans[happening].range {
        let effect = scenario.effects[index]
        guard state.reached.has(i, Int(effect.intervention)) else { continue }
        let value = compiled.ceiling(effect.value, stratum: who.stratum, age: who.age)
        switch effect.kind {
        case .multiplyRate: interventions *= max(1, value)
        case .addRate: added += max(0, value)
        case .set: base = max(base, value)
        }
      }
    }
    let years = compiled.stepYears
    return record.pointee.isProbability
      ? base * interventions + added * years : (base * interventions + added) * years
  }
}
