import SegmentModel

/// What the numbers of ``Tallies`` stand for.
///
/// Years are years of the run, from ``Model/start``: year 0 holds the first twelve months. Groups
/// are margins, not a cross-table: everybody, then areas, deprivation groups, age bands, sexes.
public struct TallyLayout: Hashable, Sendable {
  /// The length of a step.
  public var step: StepLength
  /// Steps in the run.
  public var steps: Int
  /// Years in the run.
  public var years: Int
  /// The groups, ``TallyGroup/Kind/all`` first.
  public var groups: [TallyGroup]
  /// How many happenings ``Model/happenings`` has.
  public var happenings: Int
  /// Where each pathway's segments begin in the flat list of segments, and its total at the end.
  public var segmentOffsets: [Int]
  /// How many interventions the scenario has.
  public var interventions: Int
  /// Pairs (intervention, happening) that a cost or a use per event needs counted, each once, in
  /// file order.
  public var reachedHappenings: [Pair]

  /// Where each intervention's moves made once begin in the flat list of them, and its total.
  public var onceOffsets: [Int]

  /// An intervention of the scenario and a happening of the model, by index.
  public struct Pair: Hashable, Sendable {
    /// Index of the intervention in its scenario.
    public var intervention: Int
    /// Index into ``Model/happenings``.
    public var happening: Int

    /// Creates a pair.
    public init(intervention: Int, happening: Int) {
      self.intervention = intervention
      self.happening = happening
    }
  }

  /// Segments of all pathways together.
  public var segments: Int { segmentOffsets[segmentOffsets.count - 1] }
  /// Moves made once, of all interventions together.
  public var onceMoves: Int { onceOffsets[onceOffsets.count - 1] }
  /// Step boundaries: one more than there are steps.
  public var boundaries: Int { steps + 1 }

  /// The layout for one scenario of a model.
  public init(model: Model, scenario: Scenario, step: StepLength) {
    self.step = step
    let months = model.end.ordinal - model.start.ordinal
    steps = months / step.months
    years = (months + 11) / 12
    let plan = model.population
    groups =
      [TallyGroup(kind: .all, id: "all")]
      + plan.areas.map { TallyGroup(kind: .area, id: $0.id) }
      + plan.deprivation.map { TallyGroup(kind: .deprivation, id: $0) }
      + plan.ageBands.map { TallyGroup(kind: .ageBand, id: $0.description) }
      + plan.sexes.map { TallyGroup(kind: .sex, id: $0) }
    happenings = model.pathways.reduce(model.events.count) { $0 + $1.moves.count }
    segmentOffsets = model.pathways.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.segments.count)
    }
    interventions = scenario.interventions.count
    onceOffsets = scenario.interventions.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.once.count)
    }
    // Several payers may pay for the same thing; it is counted once.
    reachedHappenings =
      scenario.interventions.enumerated().flatMap { index, intervention in
        intervention.countedHappenings.map { Pair(intervention: index, happening: $0) }
      }.distinct
  }
}

extension Intervention {
  /// Happenings that cost or take something when they befall those reached.
  fileprivate var countedHappenings: [Int] {
    costs.compactMap(\.happening) + uses.compactMap(\.happening)
  }
}
