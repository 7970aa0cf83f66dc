/// Where residents of a place can ever be, and what can ever happen to them, in any of some scenarios.
///
/// It looks at where they start, at what is open to whom and at what can have a chance above 0, one
/// resident's pathways apart from one another. So whatever it says cannot be, cannot; what it does not
/// name may still be impossible together.
public struct Reachability {
  /// By pathway, the segments that somebody can be in.
  public private(set) var segments: [Set<Int>]
  /// Indices into ``Model/happenings`` of what can happen.
  public private(set) var happenings: Set<Int> = []
  /// Ids of the interventions that can reach somebody.
  public private(set) var interventions: Set<String> = []

  /// By pathway, the segments of those who have left, to whom nothing happens.
  private let left: [Set<Int>]
  /// Who lives in the place: newcomers have the groups of residents, at their age or younger.
  private let people: [Attributes]
  /// By how many years residents grow older.
  private let years: Int

  /// Finds it out.
  public init(_ model: Model, _ scenarios: [Scenario]) {
    people = model.population.residentsByCell().map(\.attributes)
    years = (model.end.ordinal - model.start.ordinal + 11) / 12
    left = model.pathways.map { pathway in
      Set(pathway.segments.indices.filter { pathway.segments[$0].leaves != nil })
    }
    segments = model.pathways.map { pathway in
      switch pathway.start {
      case .shares(let shares): Set(shares.filter { $0.value.values.ceiling > 0 }.keys).union([0])
      case .counts(let counts): Set(counts.filter { $0.value > 0 }.keys).union([0])
      }
    }
    let all = scenarios.flatMap(\.interventions)
    var before: [Set<Int>] = []
    while before != segments {
      before = segments
      for intervention in all where canReach(intervention) && admits(intervention.eligible) {
        interventions.insert(intervention.id)
        intervention.once.forEach { pull($0) }
      }
      let effects = all.filter { interventions.contains($0.id) }.flatMap(\.effects)
      for (index, event) in model.happenings.enumerated() {
        let isRaised = effects.contains { $0.target == .happening(index) && $0.change.canRaiseZero }
        guard event.chance.quantity.values.ceiling > 0 || isRaised, isOpen(event) else { continue }
        happenings.insert(index)
        if let move = event.move { segments[move.pathway].insert(move.to) }
        for (number, trigger) in event.triggers.enumerated() {
          let target = EffectTarget.trigger(happening: index, trigger: number)
          let isRaised = effects.contains { $0.target == target && $0.change.canRaiseZero }
          pull(trigger, isRaised: isRaised)
        }
      }
    }
  }

  /// Whether an intervention has a share of somebody to reach, and a place for them.
  private func canReach(_ intervention: Intervention) -> Bool {
    let reach = intervention.reach
    return reach.ramp.contains { $0.share.values.ceiling > 0 }
      && (reach.factor?.values.ceiling ?? 1) > 0
      && (intervention.capacityPerYear?.values.ceiling ?? 1) > 0
  }

  private func admits(_ eligible: Eligibility) -> Bool {
    let isHeld = eligible.segments.allSatisfy {
      !segments[$0.key].subtracting(left[$0.key]).isDisjoint(with: $0.value)
    }
    return isHeld && people.contains { isAdmitted($0, eligible) }
  }

  /// Whether a resident is ever of the age and in the groups that are eligible.
  private func isAdmitted(_ who: Attributes, _ eligible: Eligibility) -> Bool {
    let last = min(who.age + years, AgeRange.oldest)
    return (eligible.ages.map { $0.lower <= last && who.age <= $0.upper } ?? true)
      && (eligible.sexes?.contains(who.sex) ?? true)
      && (eligible.areas?.contains(who.area) ?? true)
      && (eligible.deprivation?.contains(who.deprivation) ?? true)
  }

  private func isOpen(_ event: Event) -> Bool {
    guard admits(event.eligible) else { return false }
    guard let move = event.move else { return true }
    let open = event.eligible.segments[move.pathway].map(move.from.intersection) ?? move.from
    return !segments[move.pathway].isDisjoint(with: open)
  }

  private mutating func pull(_ trigger: Trigger, isRaised: Bool = false) {
    if trigger.probability.values.ceiling > 0 || isRaised,
      !segments[trigger.pathway].isDisjoint(with: trigger.from)
    {
      segments[trigger.pathway].insert(trigger.to)
    }
  }
}

extension Change {
  /// Whether it makes something possible that is not.
  fileprivate var canRaiseZero: Bool {
    switch self {
    case .multiplyRate: false
    case .addRatePerYear(let q), .setRatePerYear(let q), .setProbability(let q):
      q.values.ceiling > 0
    }
  }
}
