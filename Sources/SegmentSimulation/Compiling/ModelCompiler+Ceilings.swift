import SegmentModel

// Bounds that need no look at each segment: for whoever is bare, which is to hold the first segment
// in every pathway that matters, and for anybody.

extension ModelCompiler {
  /// Bounds for every class of the exit spans.
  func bounds(_ classes: SpanClasses) -> [BoundPair] {
    let bare = happenings.map { record in
      let spares = record.eligibility.conditions.range.contains { conditions[$0].mask & 1 == 0 }
      if spares { return ChanceCeilings.none(strata: strata.count) }
      return ceilings(of: record) { $0[0] }
    }
    return classes.examples.map { span, stratum, age in
      func code(_ ceilings: [ChanceCeilings]) -> UInt8 {
        CandidateBounds.code(
          chance: exits[exitSpans[span].range].reduce(0) { $0 + ceilings[Int($1)][stratum, age] })
      }
      return BoundPair(bare: code(bare), coarse: code(ceilings))
    }
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

  /// At least the chance of a happening in a step, where `pick` says which of the ratios of a
  /// multiplier, one for each segment, counts.
  func ceilings(of record: HappeningRecord, pick: ([Double]) -> Double) -> ChanceCeilings {
    var result = ChanceCeilings()
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
    let tables =
      [record.base] + varying.joined().filter { !$0.isConstant }.map(\.table)
    func row(_ table: TableReference, _ stratum: Int) -> Int32 {
      pool.rows[Int(table.rows) + stratum]
    }
    func isOpen(_ stratum: Int) -> Bool { strataFlags[Int(eligible.strata) + stratum] }
    for stratum in strata.indices {
      let alike = (0..<stratum).first { earlier in
        isOpen(earlier) == isOpen(stratum)
          && tables.allSatisfy { row($0, earlier) == row($0, stratum) }
      }
      if let alike {
        result.addStratum(like: alike)
        continue
      }
      var byAge = [Double](repeating: 0, count: ChanceCeilings.ages)
      func ceiling(_ table: TableReference, _ age: Int) -> Double {
        pool.ceilings[Int(row(table, stratum)) + age * Int(table.ageStride)]
      }
      for age in ages where isOpen(stratum) {
        let base = ceiling(record.base, age)
        if base == 0 { continue }
        var ratio = constant
        for list in varying {
          ratio *= pick(list.map { $0.isConstant ? $0.constant : ceiling($0.table, age) })
        }
        byAge[age] = record.isProbability ? base * max(ratio, 1) : base * ratio * step.years
      }
      result.addStratum(byAge)
    }
    return result
  }
}
