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
      ? Chances.probability(base, multipliedBy: ratio, plus: added * compiled.stepYears)
      : max(0, base * ratio + added)
  }

  /// What befalls a resident of this course in a channel.
  func draw(
    _ channel: ChannelRecord, _ i: Int, _ at: Place, _ who: Who, uniform: UInt64
  ) -> Outcome {
    let exits = compiled.exitSpans[span(channel, at.row)].range
    return channel.pathway >= 0
      ? draw(exits: exits, i, at, who, uniform)
      : draw(event: Int(compiled.exits[exits.lowerBound]), i, at, who, uniform)
  }

  /// The move that a resident makes in a competing set.
  private func draw(
    exits: Range<Int>, _ i: Int, _ at: Place, _ who: Who, _ uniform: UInt64
  ) -> Outcome {
    var total = 0.0
    for (n, index) in exits.enumerated() {
      scratch[n] = chance(Int(compiled.exits[index]), i, at, who)
      total += scratch[n]
    }
    guard total > 0 else { return .nothing }
    var leaves = min(total, 1)
    if !compiled.happenings.base[Int(compiled.exits[exits.lowerBound])].isProbability {
      let mean = total * compiled.stepYears
      if Chances.spares(mean: mean, uniform) { return .nothing }
      leaves = PortableMath.oneMinusExp(minus: mean)
    }
    guard uniform < Luck.threshold(leaves) else { return .nothing }
    var sum = 0.0
    var last = Outcome.nothing
    for (n, index) in exits.enumerated() where scratch[n] > 0 {
      sum += scratch[n]
      last = Outcome(happening: compiled.exits[index], times: 1)
      if uniform < Luck.threshold(leaves * (sum / total)) { break }
    }
    return last
  }

  /// How often an event befalls a resident.
  private func draw(
    event happening: Int, _ i: Int, _ at: Place, _ who: Who, _ uniform: UInt64
  ) -> Outcome {
    let chance = chance(happening, i, at, who)
    guard chance > 0 else { return .nothing }
    var times = 0
    if compiled.happenings.base[happening].isProbability {
      times = uniform < Luck.threshold(min(chance, 1)) ? 1 : 0
    } else if !Chances.spares(mean: chance * compiled.stepYears, uniform) {
      times = Chances.poisson(mean: chance * compiled.stepYears, uniform: uniform)
    }
    return times > 0 ? Outcome(happening: Int32(happening), times: Int32(times)) : .nothing
  }
}

/// What befell a resident in a channel in a step.
struct Outcome: Equatable {
  var happening: Int32
  var times: Int32

  static let nothing = Outcome(happening: -1, times: 0)
}

/// Chances that need no resident.
enum Chances {
  /// A probability with its hazard multiplied and added to: 1 - (1 - p)^m e^-a.
  static func probability(_ p: Double, multipliedBy m: Double, plus a: Double) -> Double {
    if m == 1, a == 0 { return p }
    guard p < 1 else { return m > 0 ? 1 : PortableMath.oneMinusExp(minus: max(0, a)) }
    let hazard = -PortableMath.log(1 - p) * m + a
    return PortableMath.oneMinusExp(minus: max(0, hazard))
  }

  /// Whether it is plain that nothing happens.
  ///
  /// 1 - e^-x is at most x. The margin is far above rounding error, so that this never decides
  /// otherwise than the exact threshold does.
  @inline(__always)
  static func spares(mean: Double, _ uniform: UInt64) -> Bool {
    Double(uniform) > mean * 0x1.000001p56
  }

  /// A Poisson count from one uniform by inverse CDF, none being the highest uniforms.
  static func poisson(mean: Double, uniform: UInt64) -> Int {
    var atLeast = PortableMath.oneMinusExp(minus: mean)
    guard uniform < Luck.threshold(atLeast) else { return 0 }
    var exactly = PortableMath.exp(-mean)
    var times = 1
    while times < 1000 {
      exactly *= mean / Double(times)
      atLeast -= exactly
      guard atLeast > 0, uniform < Luck.threshold(atLeast) else { break }
      times += 1
    }
    return times
  }
}
