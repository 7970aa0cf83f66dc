import SegmentModel

/// A scenario laid out for the kernel.
///
/// Interventions that every scenario has come first, numbered alike everywhere; ``sharedCount`` of them.
/// "Own" are the others. Masks are rows of bits, one for each intervention.
final class CompiledScenario: Sendable {
  let interventions: Frozen<InterventionRecord>
  let sharedCount: Int
  /// Effects on each happening, and on each trigger of all happenings.
  let effectSpans: Frozen<Span32>
  let triggerEffectSpans: Frozen<Span32>
  let effects: Frozen<EffectRecord>
  let once: Frozen<TriggerRecord>
  /// Share reached before the factor: [intervention][step], the boundary after the last included.
  let shares: Frozen<Double>
  /// Places in each step, by intervention; nil without a capacity.
  let places: [[Int]?]
  let hasCapacity: Bool
  /// The first step in which an intervention with a capacity runs; the number of steps if none does.
  let firstStepWithPlaces: Int
  /// The first step in which an intervention runs; the number of steps if none ever does.
  let firstStep: Int
  /// By step, the interventions whose reach may have changed for anybody since the one before.
  let changing: FrozenLists
  /// By move, the interventions whose eligibility it changes; see ``CompiledModel/moveIndex(pathway:from:to:)``.
  let looking: FrozenLists
  /// By age limit of the model, the interventions that have it.
  let limited: FrozenLists
  /// By intervention, the channels in which it can raise a chance.
  let raised: FrozenLists
  /// For each happening and intervention, the index of the pair in the layout, or -1.
  let pairs: Frozen<Int32>
  /// By happening, the interventions that it makes a pair with.
  let pairMasks: Frozen<UInt64>
  /// Words of a mask.
  let words: Int
  /// By exit span, the interventions that can change its chances.
  let spanMasks: Frozen<UInt64>
  /// Whether there are any.
  let changesSpan: Frozen<Bool>
  /// The same of own interventions alone.
  let ownSpanMasks: Frozen<UInt64>
  /// By happening, the own interventions that change what it sets off.
  let ownTriggerMasks: Frozen<UInt64>
  /// Whether any own intervention changes what a happening sets off.
  let changesTriggers: Bool
  /// Where counts of the shared course stand in this scenario's tallies.
  let sharedColumns: SharedColumns

  /// Columns of this scenario's tallies by column of the shared course's.
  struct SharedColumns: Sendable {
    var interventions: [Int]
    var pairs: [Int]
    var onceMoves: [Int]
  }

  /// Lays out a scenario in a store that must outlive it.
  init(_ draft: CompiledScenarioDraft, sharedColumns: SharedColumns, in store: FrozenStore) {
    interventions = store.freeze(draft.interventions)
    sharedCount = draft.sharedCount
    effectSpans = store.freeze(draft.effectSpans)
    triggerEffectSpans = store.freeze(draft.triggerEffectSpans)
    effects = store.freeze(draft.effects)
    once = store.freeze(draft.once)
    shares = store.freeze(draft.shares.flatMap { $0 })
    places = draft.places
    hasCapacity = draft.places.contains { $0 != nil }
    firstStepWithPlaces = draft.interventions.filter(\.hasPlaces)
      .reduce(draft.steps) { min($0, Int($1.firstStep)) }
    firstStep = draft.interventions.map { Int($0.firstStep) }.min() ?? draft.steps
    changing = store.freeze(draft.changing)
    looking = store.freeze(draft.looking)
    limited = store.freeze(draft.limited)
    raised = store.freeze(draft.raised)
    pairs = store.freeze(draft.pairs)
    let count = draft.interventions.count
    let words = (count + 63) / 64
    self.words = words
    func masks(_ rows: [[Int]], from first: Int) -> [UInt64] {
      rows.flatMap { members in
        var mask = [UInt64](repeating: 0, count: words)
        for n in members where n >= first { mask[n / 64] |= 1 << UInt64(n % 64) }
        return mask
      }
    }
    let happenings = count == 0 ? 0 : draft.pairs.count / count
    pairMasks = store.freeze(
      masks(
        (0..<happenings).map { happening in
          (0..<count).filter { draft.pairs[happening * count + $0] >= 0 }
        }, from: 0))
    let bySpan = (0..<draft.spanCount).map { span in
      (0..<count).filter { draft.spans[$0].contains(span) }
    }
    spanMasks = store.freeze(masks(bySpan, from: 0))
    changesSpan = store.freeze(bySpan.map { !$0.isEmpty })
    ownSpanMasks = store.freeze(masks(bySpan, from: sharedCount))
    let triggerMasks = masks(draft.triggerChangers, from: sharedCount)
    ownTriggerMasks = store.freeze(triggerMasks)
    changesTriggers = triggerMasks.contains { $0 != 0 }
    self.sharedColumns = sharedColumns
  }

  @inline(__always)
  func share(_ intervention: Int, step: Int, steps: Int) -> Double {
    shares[intervention * (steps + 1) + step]
  }
}

extension CompiledScenario.SharedColumns {
  /// Where the columns of `shared` stand in a scenario that has its interventions at `positions`.
  init(
    of shared: Scenario, at positions: [Int], in scenario: Scenario, model: Model, step: StepLength
  ) {
    let from = TallyLayout(model: model, scenario: shared, step: step)
    let to = TallyLayout(model: model, scenario: scenario, step: step)
    interventions = positions
    pairs = from.reachedHappenings.map { pair in
      let wanted = TallyLayout.Pair(
        intervention: positions[pair.intervention], happening: pair.happening)
      return to.reachedHappenings.firstIndex(of: wanted)!
    }
    onceMoves = shared.interventions.indices.flatMap { n in
      shared.interventions[n].once.indices.map { to.onceOffsets[positions[n]] + $0 }
    }
  }
}

extension CompiledScenario.SharedColumns {
  /// The column of a kind of count.
  func column(_ kind: TallyKind, _ column: Int) -> Int {
    switch kind {
    case .started, .reachedChange: interventions[column]
    case .happenedToReached: pairs[column]
    case .movedOnce: onceMoves[column]
    case .happened, .triggered, .entered, .occupancyChange, .livingChange: column
    }
  }

  /// The column of a kind of count by step.
  func column(_ kind: StepTallyKind, _ column: Int) -> Int {
    switch kind {
    case .started: interventions[column]
    case .happenedToReached: pairs[column]
    case .happened: column
    }
  }
}
