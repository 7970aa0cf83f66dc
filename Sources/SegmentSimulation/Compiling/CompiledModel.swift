import SegmentModel

/// A model laid out for the kernel: flat lists of plain records, read by every thread.
final class CompiledModel: Sendable {
  private let store = FrozenStore()
  let step: StepLength
  /// Length of a step in years.
  let stepYears: Double
  let steps: Int
  let strata: [Attributes]
  /// By age band in tallies, the youngest age; they rise.
  let bandStarts: Frozen<Int32>
  /// Index of the age band of each age.
  let bandOfAge: Frozen<UInt8>
  let segmentCounts: Frozen<Int>
  /// For each pathway, the absorbing segments as bits.
  let leaving: Frozen<UInt64>
  let segmentOffsets: Frozen<Int32>
  let channels: Frozen<ChannelRecord>
  let spans: Frozen<SpanRecord>
  let exits: Frozen<Int32>
  let happenings: Frozen<HappeningRecord>
  let triggers: Frozen<TriggerRecord>
  let multipliers: Frozen<MultiplierRecord>
  let ratios: Frozen<RatioRecord>
  let conditions: Frozen<ConditionRecord>
  let strataFlags: Frozen<Bool>
  /// For each move from one segment to another, the channels that need other bounds after it.
  let rebounds: FrozenLists
  /// Where the moves of each pathway begin in lists of moves.
  let moveOffsets: Frozen<Int32>
  let values: Frozen<Double>
  let ceilings: Frozen<Double>
  let rows: Frozen<Int32>
  /// Where the ages of a stratum begin in ``classes``: [stratum][exit span].
  let classRows: Frozen<Int32>
  /// The class of each age: ``SpanClasses``.
  let classes: Frozen<Int32>
  /// By stratum, the first that is of the same classes at all ages and in all spans.
  let alikeStrata: Frozen<Int32>
  /// Bounds where no intervention matters, by class.
  let bounds: Frozen<BoundPair>
  /// The pathways that matter to exit spans, one span after the other.
  let spanPathways: Frozen<Int32>
  /// For each happening, the pathways whose rate ratios matter.
  let multiplierDependences: Frozen<UInt64>
  /// The groups in tallies of each stratum: area, deprivation, first age band, sex.
  let groups: Frozen<Groups>
  /// Ages at which interventions begin or cease to be for somebody.
  let ageLimits: Frozen<Int32>
  /// Keys of the propensities that interventions go by.
  let propensityKeys: Frozen<UInt32>
  /// The interventions that all scenarios have.
  let sharedInterventions: Scenario
  /// The most moves that compete, or 1.
  let mostExits: Int
  let scenarios: [CompiledScenario]
  /// The course of events under the shared interventions, then the scenarios.
  let allScenarios: [CompiledScenario]
  /// By exit span, the scenarios of which an own intervention can change its chances.
  let changers: FrozenLists
  /// By happening, whether a scenario counts it among those reached.
  let hasPairs: Frozen<Bool>
  /// By channel, whether it is an event that sets nothing off, whose chances no intervention of a
  /// scenario's own changes, and which is not counted among those reached.
  let isOnlyCounted: Frozen<Bool>
  /// By move, whether it changes some intervention's eligibility.
  let isLookedAt: Frozen<Bool>

  /// Years of ageing that a bound covers before it must be computed again: longer than most runs.
  static let boundYears = 14

  /// Years of age ahead that a bound looks at: one more, for the birthday in the last.
  static var yearsAhead: Int { boundYears + 1 }

  /// Steps between computations of every bound; ageing in between is covered by the ceilings.
  var stepsBetweenBounds: Int { Self.boundYears * 12 / step.months }

  init(model: Model, scenarios: [Scenario], step: StepLength) throws {
    var compiler = ModelCompiler(model: model, scenarios: scenarios, step: step)
    try compiler.compileModel()
    let shared = SharedInterventions(scenarios)
    sharedInterventions = shared.scenario
    let all = [shared.scenario] + scenarios
    let positions = [Array(shared.scenario.interventions.indices)] + shared.positions
    let drafts = try zip(all, positions).map { try compiler.compile(scenario: $0, shared: $1) }
    let store = store
    allScenarios = zip(all, zip(drafts, positions)).map { scenario, compiled in
      let columns = CompiledScenario.SharedColumns(
        of: shared.scenario, at: compiled.1, in: scenario, model: model, step: step)
      return CompiledScenario(compiled.0, sharedColumns: columns, in: store)
    }
    self.scenarios = Array(allScenarios.dropFirst())

    self.step = step
    stepYears = step.years
    steps = (model.end.ordinal - model.start.ordinal) / step.months
    strata = compiler.strata
    bandStarts = store.freeze(model.population.ageBands.map { Int32($0.lower) })
    bandOfAge = store.freeze(
      (0...AgeRange.oldest).map { age in
        UInt8(model.population.ageBands.firstIndex { $0.contains(age) } ?? 0)
      })
    segmentCounts = store.freeze(model.pathways.map(\.segments.count))
    leaving = store.freeze(compiler.leavingMasks)
    segmentOffsets = store.freeze(
      model.pathways.reduce(into: [Int32(0)]) { $0.append($0.last! + Int32($1.segments.count)) })
    channels = store.freeze(compiler.channels)
    exits = store.freeze(compiler.exits)
    mostExits = max(1, compiler.exitSpans.map { Int($0.count) }.max() ?? 1)
    happenings = store.freeze(compiler.happenings)
    triggers = store.freeze(compiler.triggers)
    multipliers = store.freeze(compiler.multipliers)
    ratios = store.freeze(compiler.ratios)
    conditions = store.freeze(compiler.conditions)
    strataFlags = store.freeze(compiler.strataFlags)
    rebounds = store.freeze(compiler.rebounds())
    moveOffsets = store.freeze(
      model.pathways.reduce(into: [Int32(0)]) {
        $0.append($0.last! + Int32($1.segments.count * $1.segments.count))
      })
    values = store.freeze(compiler.pool.values)
    ceilings = store.freeze(compiler.pool.ceilings)
    rows = store.freeze(compiler.pool.rows)
    let classes = SpanClasses(compiler, drafts)
    classRows = store.freeze(classes.rows)
    self.classes = store.freeze(classes.byAge)
    alikeStrata = store.freeze(classes.alikeStrata)
    bounds = store.freeze(compiler.bounds(classes))
    let spanPathways = compiler.spanPathways()
    self.spanPathways = store.freeze(spanPathways.joined().map(Int32.init))
    var next: Int32 = 0
    spans = store.freeze(
      compiler.exitSpans.indices.map { span in
        let pathways = spanPathways[span]
        defer { next += Int32(pathways.count) }
        return SpanRecord(
          exits: compiler.exitSpans[span],
          dependences: pathways.reduce(0) { $0 | HeldPathways.bit($1) },
          pathways: Span32(start: next, count: Int32(pathways.count)),
          isUnchanged: drafts.allSatisfy { $0.spans.allSatisfy { !$0.contains(span) } })
      })
    multiplierDependences = store.freeze(compiler.multiplierDependences())
    ageLimits = store.freeze(compiler.ageLimits.map(Int32.init))
    propensityKeys = store.freeze(compiler.propensityKeys)
    changers = store.freeze(
      compiler.exitSpans.indices.map { span in
        scenarios.indices.filter { scenario in
          let draft = drafts[scenario + 1]
          return draft.spans[draft.sharedCount...].contains { $0.contains(span) }
        }
      })
    hasPairs = store.freeze(
      compiler.happenings.indices.map { happening in
        drafts.contains { draft in
          let count = draft.interventions.count
          return draft.pairs[happening * count..<(happening + 1) * count].contains { $0 >= 0 }
        }
      })
    let changers = changers
    let hasPairs = hasPairs
    isOnlyCounted = store.freeze(
      compiler.channels.map { channel in
        guard channel.pathway < 0 else { return false }
        let happening = Int(compiler.exits[compiler.exitSpans[Int(channel.exits)].range.lowerBound])
        return changers[Int(channel.exits)].isEmpty && !hasPairs[happening]
          && compiler.happenings[happening].triggers.count == 0
      })
    isLookedAt = store.freeze(
      drafts[0].looking.indices.map { move in drafts.contains { !$0.looking[move].isEmpty } })
    let plan = model.population
    let (areas, deprivation) = (plan.areas.count, plan.deprivation.count)
    let bands = plan.ageBands.count
    groups = store.freeze(
      compiler.strata.map { who in
        let band = 1 + areas + deprivation
        return Groups(
          area: Int32(1 + who.area), deprivation: Int32(1 + areas + who.deprivation),
          ageBand: Int32(band), sex: Int32(band + bands + who.sex))
      })
  }

  /// The groups in tallies of residents of a stratum and age band.
  @inline(__always)
  func groups(stratum: Int, ageBand: Int) -> Groups {
    var groups = groups[stratum]
    groups.ageBand &+= Int32(ageBand)
    return groups
  }

  /// Where a move from one segment of a pathway to another stands in lists of moves.
  @inline(__always)
  func moveIndex(pathway: Int, from: UInt8, to: UInt8) -> Int {
    Int(moveOffsets[pathway]) &+ Int(from) &* segmentCounts[pathway] &+ Int(to)
  }

  /// The class of a stratum and age in an exit span.
  @inline(__always)
  func spanClass(_ span: Int, stratum: Int, age: Int) -> Int {
    Int(classes[Int(classRows[stratum &* spans.count &+ span]) &+ age])
  }

  /// The rate ratio of a multiplier for whoever is at `row`.
  @inline(__always)
  func ratio(multiplier index: Int, _ row: UnsafePointer<UInt8>) -> UnsafePointer<RatioRecord> {
    let multiplier = multipliers[index]
    return ratios.base + (Int(multiplier.ratios) &+ Int(row[Int(multiplier.pathway)]))
  }

  @inline(__always)
  func value(_ table: TableReference, stratum: Int, age: Int) -> Double {
    values[Int(rows[Int(table.rows) &+ stratum]) &+ age &* Int(table.ageStride)]
  }

  @inline(__always)
  func ceiling(_ table: TableReference, stratum: Int, age: Int) -> Double {
    ceilings[Int(rows[Int(table.rows) &+ stratum]) &+ age &* Int(table.ageStride)]
  }
}
