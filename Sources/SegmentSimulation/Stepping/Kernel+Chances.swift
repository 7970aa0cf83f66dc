import SegmentModel

extension Kernel {
  /// Whether something is open to a resident, given where they are in each pathway.
  @inline(__always)
  func admits(_ eligible: EligibilityRecord, _ row: UnsafePointer<UInt8>, _ who: Who) -> Bool {
    guard who.age >= eligible.ageLower, who.age <= eligible.ageUpper,
      compiled.strataFlags[Int(eligible.strata) + who.stratum]
    else { return false }
    return meets(eligible.conditions, row)
  }

  @inline(__always)
  func meets(_ conditions: Span32, _ row: UnsafePointer<UInt8>) -> Bool {
    for index in conditions.range {
      let condition = compiled.conditions[index]
      if condition.mask >> UInt64(row[Int(condition.pathway)]) & 1 == 0 { return false }
    }
    return true
  }

  /// The rate per year of a happening for a resident of this course, or its probability per step.
  @inline(__always)
  func chance(_ happening: Int, _ i: Int, _ at: Place, _ who: Who) -> Double {
    let record = compiled.happenings.base + happening
    guard admits(record.pointee.eligibility, at.row, who) else { return 0 }
    var base = compiled.value(record.pointee.base, stratum: who.stratum, age: who.age)
    var segments = 1.0
    // Multiplying by 1 changes nothing.
    let range = record.pointee.multipliers.range
    for index in at.held & compiled.multiplierDependences[happening] == 0 ? 0..<0 : range {
      let ratio = compiled.ratio(multiplier: index, at.row)
      segments *=
        ratio.pointee.isConstant
        ? ratio.pointee.constant
        : compiled.value(ratio.pointee.table, stratum: who.stratum, age: who.age)
    }
    var interventions = 1.0
    var added = 0.0
    for index in scenario.effectSpans[happening].range {
      let effect = scenario.effects[index]
      guard state.reached.has(i, Int(effect.intervention)) else { continue }
      let value = compiled.value(effect.value, stratum: who.stratum, age: who.age)
      switch effect.kind {
      case .multiplyRate: interventions *= value
      case .addRate: added += value
      case .set:
        base = value
        segments = 1
      }
    }
    let ratio = segments * interventions
    return record.pointee.isProbability
      ? ChanceArithmetic.probability(base, multipliedBy: ratio, plus: added * compiled.stepYears)
      : max(0, base * ratio + added)
  }

  /// As many limits as are remembered for a kind.
  static var rememberedLimits: Int { 4 }

  /// What befalls a resident of this course to whom the exits of a span are open.
  @inline(__always)
  func draw(_ span: Int, _ i: Int, _ at: Place, _ who: Who, uniform: UInt64) -> ChannelOutcome {
    let exits = compiled.spans.base[span].exits
    if exits.count <= Self.rememberedLimits, let kind = kind(span, i, at, who) {
      let known = chances.value(kind) {
        setLimits(span, i, at, who)
        return UnsafeRawPointer(limits).loadUnaligned(as: SIMD4<UInt64>.self)
      }
      // One of them is the highest.
      if uniform >= known.pointee[0] && uniform >= known.pointee[3] { return .nothing }
      return known.withMemoryRebound(to: UInt64.self, capacity: Self.rememberedLimits) {
        outcome(exits, $0, i, at, who, uniform)
      }
    }
    setLimits(span, i, at, who)
    return outcome(exits, limits, i, at, who, uniform)
  }

  private func outcome(
    _ exits: Span32, _ limits: UnsafePointer<UInt64>, _ i: Int, _ at: Place, _ who: Who,
    _ uniform: UInt64
  ) -> ChannelOutcome {
    for index in exits.range where uniform < limits[index - exits.range.lowerBound] {
      let happening = compiled.exits[index]
      if compiled.happenings.base[Int(happening)].pathway >= 0 {
        return ChannelOutcome(happening: happening, times: 1)
      }
      var times = 1
      while times < Self.rememberedLimits && uniform < limits[times] { times += 1 }
      if times == Self.rememberedLimits {
        let mean = chance(Int(happening), i, at, who) * compiled.stepYears
        times = ChanceArithmetic.poisson(mean: mean, uniform: uniform)
      }
      return ChannelOutcome(happening: happening, times: Int32(times))
    }
    return .nothing
  }

  /// Sets the limits of uniforms by which the exits of a span are taken.
  ///
  /// Of moves that compete, the first is taken whose limit is above the uniform; the last limit is
  /// repeated up to four. An event happens as often as limits are above the uniform, if not oftener.
  private func setLimits(_ span: Int, _ i: Int, _ at: Place, _ who: Who) {
    let exits = compiled.spans.base[span].exits.range
    let count = max(exits.count, Self.rememberedLimits)
    limits.update(repeating: 0, count: count)
    guard let first = exits.first else { return }
    let record = compiled.happenings.base + Int(compiled.exits[first])
    var total = 0.0
    for (n, index) in exits.enumerated() {
      scratch[n] = chance(Int(compiled.exits[index]), i, at, who)
      total += scratch[n]
    }
    guard total > 0 else { return }
    let mean = total * compiled.stepYears
    let isProbability = record.pointee.isProbability
    if record.pointee.pathway < 0 {
      if isProbability {
        limits[0] = Luck.threshold(min(total, 1))
      } else {
        ChanceArithmetic.setPoissonLimits(limits, count: Self.rememberedLimits, mean: mean)
      }
      return
    }
    let leaves = isProbability ? min(total, 1) : PortableMath.oneMinusExp(minus: mean)
    var (sum, limit) = (0.0, UInt64(0))
    for n in 0..<count {
      if n < exits.count, scratch[n] > 0 {
        sum += scratch[n]
        limit = Luck.threshold(leaves * (sum / total))
      }
      limits[n] = limit
    }
  }

  /// What all that decides the chances of an exit span is for a resident; nil if it is too much to say.
  @inline(__always)
  func kind(_ span: Int, _ i: Int, _ at: Place, _ who: Who) -> Kind? {
    var segments: UInt64 = 0
    let record = compiled.spans.base + span
    if at.held & record.pointee.dependences != 0 {
      let pathways = record.pointee.pathways
      if pathways.count > 8 { return nil }
      for index in pathways.range {
        segments = segments << 8 | UInt64(at.row[Int(compiled.spanPathways[index])])
      }
    }
    var (reached, course) = (UInt64(0), 0)
    if scenario.changesSpan[span] {
      if scenario.words > 1 { return nil }
      reached = state.reached.row(i)[0] & scenario.spanMasks[span]
      if reached != 0 { course = number }
    }
    let spanClass = compiled.spanClass(span, stratum: who.stratum, age: who.age)
    return Kind(
      who: UInt64(course) << 32 | UInt64(spanClass), segments: segments, reached: reached)
  }
}
