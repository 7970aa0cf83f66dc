import SegmentModel

/// Whom the numbers of an exit span do not tell apart.
///
/// Strata and ages are of one class where every number that the span's chances and bounds are made of is
/// the same: of its happenings, of the rate ratios of segments, and of interventions. Onset goes by
/// single years, say, but what follows a condition is the same at all ages. There are far fewer classes
/// than strata, ages and spans, so what is worked out for one serves many.
struct SpanClasses {
  /// Where the ages of a stratum begin in the list of classes: [stratum][span].
  private(set) var rows: [Int32]
  /// The class of each age, numbered over all spans.
  private(set) var byAge: [Int32] = []
  /// A stratum and age of each class.
  private(set) var examples: [(span: Int, stratum: Int, age: Int)] = []
  /// By stratum, the first that is of the same classes at all ages and in all spans.
  private(set) var alikeStrata: [Int32] = []

  /// Finds the classes of every span of a compiled model, whose scenarios are `drafts`.
  init(_ compiler: ModelCompiler, _ drafts: [CompiledScenarioDraft]) {
    let (strata, spans) = (compiler.strata.count, compiler.exitSpans.count)
    rows = [Int32](repeating: 0, count: strata * spans)
    for span in 0..<spans {
      let numbers = SpanNumbers(span, compiler, drafts)
      var known: [[Int32]: Int32] = [:]
      for stratum in 0..<strata {
        let row = numbers.row(stratum)
        if let like = known[row] {
          rows[stratum * spans + span] = like
          continue
        }
        let first = Int32(byAge.count)
        known[row] = first
        rows[stratum * spans + span] = first
        for age in 0...AgeRange.oldest {
          if age == 0 || !numbers.areAlike(age - 1, age, row) {
            examples.append((span, stratum, age))
          }
          byAge.append(Int32(examples.count - 1))
        }
      }
    }
    var known: [ArraySlice<Int32>: Int32] = [:]
    for stratum in 0..<strata {
      let row = rows[stratum * spans..<(stratum + 1) * spans]
      let first = known[row] ?? Int32(stratum)
      known[row] = first
      alikeStrata.append(first)
    }
  }
}

/// The numbers that an exit span's chances and bounds are made of.
private struct SpanNumbers {
  private let pool: TablePool
  private var tables: Set<Table> = []
  /// Ages at which something opens or closes.
  private var limits: Set<Int> = []
  /// Where the flags for strata of what may happen begin.
  private var flags: Set<Int32> = []
  private let order: [Table]
  private let strataFlags: [Bool]

  private struct Table: Hashable {
    var rows: Int32
    var ageStride: Int32

    init(_ table: TableReference) { (rows, ageStride) = (table.rows, table.ageStride) }
  }

  init(_ span: Int, _ compiler: ModelCompiler, _ drafts: [CompiledScenarioDraft]) {
    pool = compiler.pool
    strataFlags = compiler.strataFlags
    for exit in compiler.exitSpans[span].range {
      let happening = Int(compiler.exits[exit])
      let record = compiler.happenings[happening]
      tables.insert(Table(record.base))
      for multiplier in compiler.multipliers[record.multipliers.range] {
        let segments = compiler.model.pathways[Int(multiplier.pathway)].segments.count
        for ratio in compiler.ratios[Int(multiplier.ratios)..<Int(multiplier.ratios) + segments]
        where !ratio.isConstant { tables.insert(Table(ratio.table)) }
      }
      for draft in drafts {
        for effect in draft.effects[draft.effectSpans[happening].range] {
          tables.insert(Table(effect.value))
        }
      }
      let eligible = record.eligibility
      let lower = Int(eligible.ageLower)
      limits.formUnion([lower, lower - CompiledModel.yearsAhead, Int(eligible.ageUpper) + 1])
      flags.insert(eligible.strata)
    }
    order = tables.sorted { ($0.rows, $0.ageStride) < ($1.rows, $1.ageStride) }
  }

  /// What tells a stratum from others: its rows in the pool, and what is open to it.
  func row(_ stratum: Int) -> [Int32] {
    order.map { pool.rows[Int($0.rows) + stratum] }
      + flags.sorted().map { strataFlags[Int($0) + stratum] ? 1 : 0 }
  }

  /// Whether two neighbouring ages have the same numbers in a row.
  func areAlike(_ a: Int, _ b: Int, _ row: [Int32]) -> Bool {
    !limits.contains(b)
      && order.indices.allSatisfy { n in
        let (first, stride) = (Int(row[n]), Int(order[n].ageStride))
        let (a, b) = (first + a * stride, first + b * stride)
        return pool.values[a] == pool.values[b] && pool.ceilings[a] == pool.ceilings[b]
      }
  }
}
