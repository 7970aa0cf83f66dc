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
  /// The first step in which an intervention runs; the number of steps if none ever does.
  let firstStep: Int
  /// By step, the interventions whose reach may have changed for anybody since the one before.
  let changing: FrozenLists
  /// By pathway, the interventions whose eligibility looks at it.
  let looking: FrozenLists
  /// By age limit of the model, the interventions that have it.
  let limited: FrozenLists
  /// By intervention, the channels whose chances it can change.
  let channels: FrozenLists
  /// For each happening and intervention, the index of the pair in the layout, or -1.
  let pairs: Frozen<Int32>
  /// Words of a mask.
  let words: Int
  /// By channel, the interventions that can change its chances.
  let channelMasks: Frozen<UInt64>
  /// Whether there are any.
  let changesChannel: Frozen<Bool>
  /// The same of own interventions alone.
  let ownChannelMasks: Frozen<UInt64>
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
  init(_ draft: ScenarioDraft, sharedColumns: SharedColumns, in store: FrozenStore) {
    interventions = store.freeze(draft.interventions)
    sharedCount = draft.sharedCount
    effectSpans = store.freeze(draft.effectSpans)
    triggerEffectSpans = store.freeze(draft.triggerEffectSpans)
    effects = store.freeze(draft.effects)
    once = store.freeze(draft.once)
    shares = store.freeze(draft.shares.flatMap { $0 })
    places = draft.places
    hasCapacity = draft.places.contains { $0 != nil }
    firstStep = draft.interventions.map { Int($0.firstStep) }.min() ?? draft.steps
    changing = store.freeze(draft.changing)
    looking = store.freeze(draft.looking)
    limited = store.freeze(draft.limited)
    channels = store.freeze(draft.channels)
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
    let byChannel = (0..<draft.channelCount).map { channel in
      (0..<count).filter { draft.channels[$0].contains(channel) }
    }
    channelMasks = store.freeze(masks(byChannel, from: 0))
    changesChannel = store.freeze(byChannel.map { !$0.isEmpty })
    ownChannelMasks = store.freeze(masks(byChannel, from: sharedCount))
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

/// What a compiled scenario is made of.
struct ScenarioDraft {
  var steps: Int
  var channelCount: Int
  var sharedCount: Int
  var interventions: [InterventionRecord] = []
  var effectSpans: [Span32] = []
  var triggerEffectSpans: [Span32] = []
  var effects: [EffectRecord] = []
  var once: [TriggerRecord] = []
  var shares: [[Double]] = []
  var places: [[Int]?] = []
  var changing: [[Int]] = []
  var looking: [[Int]] = []
  var limited: [[Int]] = []
  var channels: [[Int]] = []
  var pairs: [Int32] = []
  /// By happening, the interventions that change what it sets off.
  var triggerChangers: [[Int]] = []
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
