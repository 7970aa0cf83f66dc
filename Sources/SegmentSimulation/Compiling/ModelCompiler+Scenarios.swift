import SegmentModel

extension ModelCompiler {
  /// Mean events in a step beyond which a Poisson count is not drawn.
  private static let mostEventsInStep = 500.0

  /// Compiles a scenario; `shared` lists where the interventions that all scenarios have stand in it.
  mutating func compile(scenario: Scenario, shared: [Int]) throws -> CompiledScenarioDraft {
    let effects = effects(of: scenario)
    try requireCountable(effects)
    let own = scenario.interventions.indices.filter { !shared.contains($0) }
    let order = shared + own
    var number = [Int](repeating: 0, count: order.count)
    for (n, position) in order.enumerated() { number[position] = n }
    let steps = (model.end.ordinal - model.start.ordinal) / step.months
    var draft = CompiledScenarioDraft(
      steps: steps, spanCount: exitSpans.count, sharedCount: shared.count)
    func span(_ target: EffectTarget) -> Span32 {
      let start = draft.effects.count
      for (position, change) in effects[target] ?? [] {
        let kind: EffectKind =
          switch change {
          case .multiplyRate: .multiplyRate
          case .addRatePerYear: .addRate
          case .setRatePerYear, .setProbability: .set
          }
        draft.effects.append(
          EffectRecord(
            intervention: Int32(number[position]), kind: kind, value: pool.add(change.quantity)))
      }
      return Span32(start: Int32(start), count: Int32(draft.effects.count - start))
    }
    draft.effectSpans = events.indices.map { span(.happening($0)) }
    draft.triggerEffectSpans = events.enumerated().flatMap { happening, event in
      event.triggers.indices.map { span(.trigger(happening: happening, trigger: $0)) }
    }
    let layout = TallyLayout(model: model, scenario: scenario, step: step)
    draft.changing = Array(repeating: [], count: steps + 1)
    for position in order { add(scenario.interventions[position], position, layout, to: &draft) }
    draft.pairs = [Int32](repeating: -1, count: events.count * order.count)
    for (index, pair) in layout.reachedHappenings.enumerated() {
      draft.pairs[pair.happening * order.count + number[pair.intervention]] = Int32(index)
    }
    let interventions = order.map { scenario.interventions[$0] }
    draft.looking = model.pathways.enumerated().flatMap { pathway, definition in
      let conditions = interventions.indices.compactMap { n in
        interventions[n].eligible.segments[pathway].map { (intervention: n, allowed: $0) }
      }
      return definition.segments.indices.flatMap { from in
        definition.segments.indices.map { to in
          conditions.filter { $0.allowed.contains(from) != $0.allowed.contains(to) }
            .map(\.intervention)
        }
      }
    }
    draft.limited = ageLimits.map { limit in
      interventions.indices.filter { interventions[$0].ageLimits.contains(limit) }
    }
    draft.spans = interventions.map { intervention in
      let changed = intervention.changedHappenings { _ in true }
      return Set(
        exitSpans.indices.filter { span in
          exitSpans[span].range.contains { changed.contains(Int(exits[$0])) }
        })
    }
    draft.raised = interventions.map { intervention in
      // No bound counts on a lower rate.
      let raised = intervention.changedHappenings {
        if case .multiplyRate(let ratio) = $0 { ratio.values.ceiling > 1 } else { true }
      }
      return channels.indices.filter { !raised.isDisjoint(with: channelHappenings[$0]) }
    }
    draft.triggerChangers = events.enumerated().map { happening, event in
      Set(
        event.triggers.indices.flatMap { trigger in
          (effects[.trigger(happening: happening, trigger: trigger)] ?? []).map {
            number[$0.position]
          }
        }
      ).sorted()
    }
    return draft
  }

  /// What changes each target, and the position of the intervention that does.
  private typealias Effects = [EffectTarget: [(position: Int, change: Change)]]

  private func effects(of scenario: Scenario) -> Effects {
    var effects: Effects = [:]
    for (position, intervention) in scenario.interventions.enumerated() {
      for effect in intervention.effects {
        effects[effect.target, default: []].append((position, effect.change))
      }
    }
    return effects
  }

  private mutating func add(
    _ intervention: Intervention, _ position: Int, _ layout: TallyLayout,
    to draft: inout CompiledScenarioDraft
  ) {
    let steps = draft.steps
    func firstStep(from month: CalendarMonth) -> Int {
      (month.ordinal - model.start.ordinal + step.months - 1) / step.months
    }
    let share = (0...steps).map { k in
      let monthsIn = model.start.ordinal + k * step.months - intervention.starts.ordinal
      return intervention.reach.share(yearsSinceStart: Double(monthsIn) / 12 + step.years / 2)
    }
    let factor = pool.add(intervention.reach.factor ?? Quantity(1))
    // What runs in the last step runs to its end; what begins or ends there is not looked at.
    func stepOfRun(_ month: CalendarMonth?) -> Int {
      let step = month.map(firstStep) ?? steps
      return step < steps ? max(0, step) : steps + 1
    }
    let (first, end) = (stepOfRun(intervention.starts), stepOfRun(intervention.ends))
    let changing = (0...steps).filter { step in
      guard step >= first && step <= end else { return false }
      return step == first || step == end || factor.ageStride == 1
        || share[step] != share[step - 1]
    }
    for step in changing { draft.changing[step].append(draft.interventions.count) }
    let moves = addTriggers(intervention.once)
    let factors = pool.range(factor)
    draft.interventions.append(
      InterventionRecord(
        firstStep: Int32(first), endStep: Int32(end), eligibility: add(intervention.eligible),
        propensity: Int32(propensity(intervention.propensity)), factor: factor,
        leastFactor: factors.lowerBound, mostFactor: factors.upperBound,
        once: Span32(start: Int32(draft.once.count), count: Int32(moves.count)),
        onceKey: ChannelKey.once(intervention.id),
        hasPlaces: intervention.capacityPerYear != nil, column: Int32(position),
        onceColumn: Int32(layout.onceOffsets[position])))
    draft.once += moves
    draft.shares.append(share)
    draft.places.append(
      intervention.capacityPerYear.map { capacity in
        // Whole places by the end of each step since the start, less those before.
        func places(bySteps count: Int) -> Int {
          let exact = capacity.scalar * (step.years * Double(max(0, count)))
          return Int((exact + 1e-9).rounded(.down))
        }
        return (0...steps).map { places(bySteps: $0 - first + 1) - places(bySteps: $0 - first) }
      })
  }

  /// The number of a propensity, known or new.
  private mutating func propensity(_ name: String) -> Int {
    let key = ChannelKey.propensity(name)
    if let known = propensityKeys.firstIndex(of: key) { return known }
    propensityKeys.append(key)
    return propensityKeys.count - 1
  }

  /// Refuses an event that happens so often in a step that its count cannot be drawn.
  private func requireCountable(_ effects: Effects) throws {
    for (index, event) in events.enumerated() where event.move == nil {
      guard case .ratePerYear = event.chance else { continue }
      var (base, ratio, added) = (ceilings[index].highest, 1.0, 0.0)
      for (_, change) in effects[.happening(index)] ?? [] {
        let value = change.quantity.values.ceiling
        switch change {
        case .multiplyRate: ratio *= max(1, value)
        case .addRatePerYear: added += max(0, value) * step.years
        case .setRatePerYear, .setProbability: base = max(base, value * step.years)
        }
      }
      let most = base * ratio + added
      if most > Self.mostEventsInStep {
        let times = most < 1e9 ? "\(Int(most.rounded(.up)))" : "\(most)"
        throw SimulationError(
          "\(event.chance.quantity.location): '\(event.id)' can be expected up to \(times) times in "
            + "a \(step), with all that raises it; there can be at most "
            + "\(Int(Self.mostEventsInStep)): run with a shorter --step, or let one event stand for "
            + "several")
      }
    }
  }
}

extension Intervention {
  /// Happenings that it changes in some way.
  fileprivate func changedHappenings(by isMeant: (Change) -> Bool) -> Set<Int> {
    Set(
      effects.compactMap {
        if case .happening(let index) = $0.target, isMeant($0.change) { index } else { nil }
      })
  }

  /// The ages at which it begins or ceases to be for somebody.
  var ageLimits: [Int] {
    guard let ages = eligible.ages else { return [] }
    return [ages.lower, ages.upper + 1].filter { $0 > 0 && $0 <= AgeRange.oldest }
  }
}
