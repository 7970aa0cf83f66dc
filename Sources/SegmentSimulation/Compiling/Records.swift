import SegmentModel

// What the kernel reads, flat: each list is a range of a list of all.

/// A range of a flat list.
struct Span32 {
  var start: Int32
  var count: Int32

  @inline(__always)
  var range: Range<Int> { Int(start)..<Int(start &+ count) }
}

/// A segment condition: the resident must be in one of these segments of a pathway.
struct ConditionRecord {
  var pathway: Int32
  /// Bit s is set for an allowed segment s.
  var mask: UInt64
}

/// Who something is open to, compiled.
struct EligibilityRecord {
  var ageLower: Int32
  var ageUpper: Int32
  /// Index of the first of a flag for each stratum.
  var strata: Int32
  var conditions: Span32
  /// The pathways whose first segment it is not open to: ``HeldPathways``.
  var held: UInt64

  /// Whether somebody born in some months is of the age.
  @inline(__always)
  func isOfAge(born: ClosedRange<Int>, month: Int) -> Bool {
    month &- born.lowerBound >= 12 &* Int(ageLower)
      && (ageUpper >= AgeRange.oldest
        || month &- born.upperBound < 12 &* (Int(ageUpper) &+ 1))
  }

  /// Whether a resident is of the age.
  @inline(__always)
  func isOfAge(_ resident: Resident, month: Int) -> Bool {
    let born = Int(resident.birthMonth)
    return isOfAge(born: born...born, month: month)
  }
}

/// Rate ratios by segment of a pathway: indices into the list of ratios.
struct MultiplierRecord {
  var pathway: Int32
  var ratios: Int32
}

/// A rate ratio: the same for everybody, such as 1 where the segment has none, or from a table.
struct RatioRecord {
  var isConstant: Bool
  var constant: Double
  var table: TableReference
}

/// A move that a happening or an intervention's start sets off.
struct TriggerRecord {
  var pathway: Int32
  var from: UInt64
  var to: UInt8
  var probability: TableReference
  /// Position in its own list, which addresses its luck.
  var position: Int32
}

/// Something that can happen, compiled.
struct HappeningRecord {
  var isProbability: Bool
  var base: TableReference
  var eligibility: EligibilityRecord
  var multipliers: Span32
  /// Into the list of triggers of all happenings.
  var triggers: Span32
  /// Key of the luck of its triggers.
  var triggerKey: UInt32
  /// The pathway of its own move, or -1.
  var pathway: Int32
  var to: UInt8
}

/// A competing set of moves of one pathway, or one event that does not move.
struct ChannelRecord {
  var key: UInt32
  /// The pathway whose moves compete, or -1 for an event.
  var pathway: Int32
  /// Index of the first of a span of exits for each segment of the pathway; one span for an event.
  var exits: Int32
}

/// The exits open to whoever is in some segment, or the one event: what the kernel reads of them together.
struct SpanRecord {
  /// What may happen, in ``CompiledModel/exits``.
  var exits: Span32
  /// The pathways that matter to its chances: ``HeldPathways``.
  var dependences: UInt64
  /// The same as a list, in ``CompiledModel/spanPathways``.
  var pathways: Span32
  /// Whether no intervention of any course can change its chances.
  var isUnchanged: Bool
}

/// An intervention, compiled.
struct InterventionRecord {
  /// First step in which it runs, and first in which it no longer does.
  var firstStep: Int32
  var endStep: Int32
  var eligibility: EligibilityRecord
  /// Which of the model's propensities it goes by.
  var propensity: Int32
  /// Multiplies the share reached.
  var factor: TableReference
  /// The least and the greatest that it is for anybody.
  var leastFactor: Double
  var mostFactor: Double
  /// Moves made once, into the scenario's list.
  var once: Span32
  /// Key of the luck of those.
  var onceKey: UInt32
  /// Whether there are only so many places.
  var hasPlaces: Bool
  /// Its number in its scenario's file, and where its moves made once begin in tallies.
  var column: Int32
  var onceColumn: Int32
}

/// How an effect changes its target.
enum EffectKind {
  case multiplyRate, addRate, set
}

/// An effect of an intervention, compiled.
struct EffectRecord {
  /// Its number in ``CompiledScenario/interventions``.
  var intervention: Int32
  var kind: EffectKind
  var value: TableReference
}
