import SegmentModel

// Bounds that need no look at each segment: for whoever is bare, which is to hold the first segment
// in every pathway that matters, and for anybody.

extension ModelCompiler {
  /// Bounds for every exit span, stratum and age, of anybody.
  func coarseBounds() -> [UInt8] { bounds(ceilings) }

  /// Bounds for every exit span, stratum and age, of the bare.
  func bareBounds() -> [UInt8] {
    bounds(
      happenings.map { record in
        let spares = record.eligibility.conditions.range.contains { conditions[$0].mask & 1 == 0 }
        if spares { return [Double](repeating: 0, count: strata.count * Self.ages) }
        return ceilings(of: record) { $0[0] }
      })
  }

  /// For every exit span, the pathways that matter.
  func spanPathways() -> [[Int]] {
    exitSpans.map { span in
      let all = span.range.flatMap { index in
        let record = happenings[Int(exits[index])]
        return record.multipliers.range.map { Int(multipliers[$0].pathway) }
          + record.eligibility.conditions.range.map { Int(conditions[$0].pathway) }
      }
      return Set(all).sorted()
    }
  }

  /// The pathways of some multipliers.
  private func mask(_ span: Span32) -> UInt64 {
    span.range.reduce(0) { $0 | HeldPathways.bit(Int(multipliers[$1].pathway)) }
  }

  /// For every happening, the pathways whose rate ratios matter; ``HeldPathways/always`` if the bare have ratios.
  func multiplierDependences() -> [UInt64] {
    happenings.map { record in
      let isPlain = record.multipliers.range.allSatisfy {
        let ratio = ratios[Int(multipliers[$0].ratios)]
        return ratio.isConstant && ratio.constant == 1
      }
      return isPlain ? mask(record.multipliers) : HeldPathways.always
    }
  }

  private static var ages: Int { AgeRange.oldest + 1 }

  private func bounds(_ ceilings: [[Double]]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(exitSpans.count * strata.count * Self.ages)
    for span in exitSpans {
      for cell in 0..<strata.count * Self.ages {
        var total = 0.0
        for index in span.range { total += ceilings[Int(exits[index])][cell] }
        result.append(CandidateBounds.code(chance: total))
      }
    }
    return result
  }

  /// At least the chance of a happening in a step, by stratum and age, where `pick` says which of the
  /// ratios of a multiplier, one for each segment, counts.
  func ceilings(of record: HappeningRecord, pick: ([Double]) -> Double) -> [Double] {
    var result = [Double](repeating: 0, count: strata.count * Self.ages)
    let eligible = record.eligibility
    let ages =
      max(0, Int(eligible.ageLower) - CompiledModel.yearsAhead)...Int(eligible.ageUpper)
    let lists = record.multipliers.range.map { index in
      let multiplier = multipliers[index]
      let count = model.pathways[Int(multiplier.pathway)].segments.count
      return Array(ratios[Int(multiplier.ratios)..<Int(multiplier.ratios) + count])
    }
    let constant = lists.filter { $0.allSatisfy(\.isConstant) }
      .reduce(1) { $0 * pick($1.map(\.constant)) }
    let varying = lists.filter { !$0.allSatisfy(\.isConstant) }
    for stratum in strata.indices where strataFlags[Int(eligible.strata) + stratum] {
      func ceiling(_ table: TableReference, _ age: Int) -> Double {
        pool.ceilings[Int(pool.rows[Int(table.rows) + stratum]) + age * Int(table.ageStride)]
      }
      for age in ages {
        let base = ceiling(record.base, age)
        if base == 0 { continue }
        var ratio = constant
        for list in varying {
          ratio *= pick(list.map { $0.isConstant ? $0.constant : ceiling($0.table, age) })
        }
        result[stratum * Self.ages + age] =
          record.isProbability ? base * max(ratio, 1) : base * ratio * step.years
      }
    }
    return result
  }
}
