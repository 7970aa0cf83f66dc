import SegmentModel

/// An intervention laid out for the kernel.
final class CompiledIntervention: Sendable {
  /// First step in which it runs, and first in which it no longer does.
  let firstStep: Int
  let endStep: Int
  let eligibility: EligibilityRecord
  /// Key of the propensity.
  let propensityKey: UInt32
  /// Share reached before the factor, for each step and for the boundary after the last.
  let share: [Double]
  /// For each of those, whether reach may have changed for anybody since the one before.
  let changesReach: [Bool]
  /// Whether it is for some ages only.
  let hasAgeLimits: Bool
  /// The highest share of all.
  let highestShare: Double
  let factor: TableReference
  let once: [TriggerRecord]
  let onceKey: UInt32
  /// Places in each step; nil without a capacity.
  let places: [Int]?

  init(
    firstStep: Int, endStep: Int, eligibility: EligibilityRecord, propensityKey: UInt32,
    share: [Double], changesReach: [Bool], hasAgeLimits: Bool, factor: TableReference,
    once: [TriggerRecord], onceKey: UInt32, places: [Int]?
  ) {
    self.firstStep = firstStep
    self.endStep = endStep
    self.eligibility = eligibility
    self.propensityKey = propensityKey
    self.share = share
    self.changesReach = changesReach
    self.hasAgeLimits = hasAgeLimits
    highestShare = share.max() ?? 0
    self.factor = factor
    self.once = once
    self.onceKey = onceKey
    self.places = places
  }
}

/// A scenario laid out for the kernel.
final class CompiledScenario: Sendable {
  let interventions: [CompiledIntervention]
  /// Effects on each happening, and on each trigger of all happenings.
  let effectSpans: Frozen<Span32>
  let triggerEffectSpans: Frozen<Span32>
  let effects: Frozen<EffectRecord>
  /// For each happening, the index in the layout's pairs of each intervention that counts it, or -1.
  let pairs: Frozen<Int32>
  let pairCount: Int
  let hasCapacity: Bool
  /// The first step in which an intervention runs; the number of steps if none ever does.
  let firstStep: Int
  /// For each pathway, whether an intervention's eligibility looks at it.
  let looksAt: Frozen<Bool>
  /// For each channel, whether an intervention can change its chances.
  let affects: Frozen<Bool>

  init(
    interventions: [CompiledIntervention], effectSpans: [Span32], triggerEffectSpans: [Span32],
    effects: [EffectRecord], pairs: [Int32], pairCount: Int, steps: Int, looksAt: [Bool],
    affects: [Bool]
  ) {
    self.interventions = interventions
    self.effectSpans = Frozen(effectSpans)
    self.triggerEffectSpans = Frozen(triggerEffectSpans)
    self.effects = Frozen(effects)
    self.pairs = Frozen(pairs)
    self.pairCount = pairCount
    hasCapacity = interventions.contains { $0.places != nil }
    firstStep = interventions.map(\.firstStep).min() ?? steps
    self.looksAt = Frozen(looksAt)
    self.affects = Frozen(affects)
  }
}
