import SegmentModel

// A bound says that nothing can happen in a channel unless the first byte of luck is below it. It
// holds while the resident's segments stay as they are, for years of ageing ahead, whether or not
// an intervention reaches them.

extension Kernel {
  /// Computes every bound of a resident.
  func updateBounds(_ i: Int, step: Int) {
    for channel in 0..<state.channels { updateBound(channel, i, step: step) }
  }

  /// Computes every bound of everybody present.
  func updateAllBounds(step: Int) {
    for channel in 0..<state.channels { updateBounds(channel: channel, step: step) }
  }

  /// Computes the bounds of a channel for everybody present.
  func updateBounds(channel: Int, step: Int) {
    state.active[channel] = false
    for i in 0..<block.count where state.present[i] == 1 { updateBound(channel, i, step: step) }
  }

  /// Computes one bound.
  @inline(__always)
  func updateBound(_ channel: Int, _ i: Int, step: Int) {
    let bound = bound(channel, i, step: step)
    state.bounds[channel * Block.size + i] = bound
    if bound > 0 { state.active[channel] = true }
  }

  private func bound(_ channel: Int, _ i: Int, step: Int) -> UInt8 {
    let record = compiled.channels[channel]
    let stratum = Int(block.stratum[i])
    let age = block.age(i, month: month(step))
    let segment = record.pathway < 0 ? 0 : Int(state.segment(Int(record.pathway), i))
    let span = Int(record.exits) + segment
    // Where even the coarse bound is the least there is, a finer one gains little.
    let coarse = compiled.coarseBound(span: span, stratum: stratum, age: age)
    if !scenario.affects[channel], coarse <= 1 || compiled.coarseIsExact[span] { return coarse }
    var total = 0.0
    for index in compiled.exitSpans[span].range {
      total += ceiling(Int(compiled.exits[index]), i, stratum: stratum, age: age)
    }
    return CompiledModel.bound(chance: total)
  }

  /// At least the chance of a happening in a step.
  private func ceiling(_ happening: Int, _ i: Int, stratum: Int, age: Int) -> Double {
    let record = compiled.happenings[happening]
    var base = compiled.ceiling(record.base, stratum: stratum, age: age)
    let effects = scenario.effectSpans[happening]
    // Most often nothing can happen: at ages, for example, that a condition spares.
    if base == 0 && effects.count == 0 { return 0 }
    guard age + CompiledModel.yearsAhead >= record.eligibility.ageLower,
      age <= record.eligibility.ageUpper,
      compiled.strataFlags[Int(record.eligibility.strata) + stratum],
      meets(record.eligibility.conditions, i, in: state.segments)
    else { return 0 }
    var segments = 1.0
    for index in record.multipliers.range {
      let multiplier = compiled.multipliers[index]
      let ratio = compiled.ratios[
        Int(multiplier.ratios) + Int(state.segment(Int(multiplier.pathway), i))]
      if ratio.exists { segments *= compiled.ceiling(ratio.table, stratum: stratum, age: age) }
    }
    // 1 - (1 - p)^m is at most p for m <= 1 and at most mp for m >= 1.
    if record.isProbability { segments = max(segments, 1) }
    base *= segments
    var interventions = 1.0
    var added = 0.0
    for index in effects.range {
      let effect = scenario.effects[index]
      guard state.canReach[Int(effect.intervention) * Block.size + i] == 1 else { continue }
      let value = compiled.ceiling(effect.value, stratum: stratum, age: age)
      switch effect.kind {
      case .multiplyRate: interventions *= max(1, value)
      case .addRate: added += max(0, value)
      case .set: base = max(base, value)
      }
    }
    let years = compiled.stepYears
    return record.isProbability
      ? base * interventions + added * years : (base * interventions + added) * years
  }
}
