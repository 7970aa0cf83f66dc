import SegmentModel

extension Kernel {
  // MARK: - Exact chances

  /// Whether something is open to a resident, given where they are in each pathway.
  @inline(__always)
  func admits(
    _ eligible: EligibilityRecord, _ i: Int, in segments: UnsafePointer<UInt8>, stratum: Int,
    age: Int
  ) -> Bool {
    guard age >= eligible.ageLower, age <= eligible.ageUpper,
      compiled.strataFlags[Int(eligible.strata) + stratum]
    else { return false }
    return meets(eligible.conditions, i, in: segments)
  }

  @inline(__always)
  func meets(_ conditions: Span32, _ i: Int, in segments: UnsafePointer<UInt8>) -> Bool {
    for index in conditions.range {
      let condition = compiled.conditions[index]
      let segment = segments[Int(condition.pathway) * Block.size + i]
      if condition.mask >> UInt64(segment) & 1 == 0 { return false }
    }
    return true
  }

  /// The rate per year of a happening for a resident, or its probability per step.
  func chance(_ happening: Int, _ i: Int, stratum: Int, age: Int) -> Double {
    let record = compiled.happenings[happening]
    guard admits(record.eligibility, i, in: state.segments, stratum: stratum, age: age) else {
      return 0
    }
    var base = compiled.value(record.base, stratum: stratum, age: age)
    var segments = 1.0
    for index in record.multipliers.range {
      let multiplier = compiled.multipliers[index]
      let ratio = compiled.ratios[
        Int(multiplier.ratios) + Int(state.segment(Int(multiplier.pathway), i))]
      if ratio.exists { segments *= compiled.value(ratio.table, stratum: stratum, age: age) }
    }
    var interventions = 1.0
    var added = 0.0
    for index in scenario.effectSpans[happening].range {
      let effect = scenario.effects[index]
      guard state.reached[Int(effect.intervention) * Block.size + i] == 1 else { continue }
      let value = compiled.value(effect.value, stratum: stratum, age: age)
      switch effect.kind {
      case .multiplyRate: interventions *= value
      case .addRate: added += value
      case .set:
        base = value
        segments = 1
      }
    }
    let ratio = segments * interventions
    return record.isProbability
      ? Chances.probability(base, multipliedBy: ratio, plus: added * compiled.stepYears)
      : max(0, base * ratio + added)
  }

  /// The move that a resident makes in a competing set, or -1.
  func draw(move spans: Int, _ i: Int, uniform: UInt64, stratum: Int, age: Int) -> Int {
    let exits = compiled.exitSpans[spans].range
    var total = 0.0
    for index in exits {
      total += chance(Int(compiled.exits[index]), i, stratum: stratum, age: age)
    }
    guard total > 0 else { return -1 }
    let isProbability = compiled.happenings[Int(compiled.exits[exits.lowerBound])].isProbability
    let leaves =
      isProbability
      ? min(total, 1) : PortableMath.oneMinusExp(minus: total * compiled.stepYears)
    guard uniform < Luck.threshold(leaves) else { return -1 }
    var sum = 0.0
    var last = -1
    for index in exits {
      let happening = Int(compiled.exits[index])
      let part = chance(happening, i, stratum: stratum, age: age)
      guard part > 0 else { continue }
      sum += part
      last = happening
      if uniform < Luck.threshold(leaves * (sum / total)) { return happening }
    }
    return last
  }

  /// How often an event befalls a resident.
  func draw(event happening: Int, _ i: Int, uniform: UInt64, stratum: Int, age: Int) -> Int {
    let chance = chance(happening, i, stratum: stratum, age: age)
    guard chance > 0 else { return 0 }
    if compiled.happenings[happening].isProbability {
      return uniform < Luck.threshold(min(chance, 1)) ? 1 : 0
    }
    return Chances.poisson(mean: chance * compiled.stepYears, uniform: uniform)
  }
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
