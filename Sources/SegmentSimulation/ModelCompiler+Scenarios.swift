import SegmentModel

extension ModelCompiler {
  /// Mean events in a step beyond which a Poisson count is not drawn.
  private static let mostEventsInStep = 500.0

  mutating func compile(scenario: Scenario) throws -> CompiledScenario {
    try requireCountable(scenario)
    let steps = (model.end.ordinal - model.start.ordinal) / step.months
    var effects: [EffectRecord] = []
    func span(_ target: EffectTarget) -> Span32 {
      let start = effects.count
      for (index, intervention) in scenario.interventions.enumerated() {
        for effect in intervention.effects where effect.target == target {
          let kind: EffectKind =
            switch effect.change {
            case .multiplyRate: .multiplyRate
            case .addRatePerYear: .addRate
            case .setRatePerYear, .setProbability: .set
            }
          effects.append(
            EffectRecord(
              intervention: Int32(index), kind: kind, value: pool.add(effect.change.quantity)))
        }
      }
      return Span32(start: Int32(start), count: Int32(effects.count - start))
    }
    let onHappenings = model.happenings.indices.map { span(.happening($0)) }
    let onTriggers = model.happenings.enumerated().flatMap { happening, event in
      event.triggers.indices.map { span(.trigger(happening: happening, trigger: $0)) }
    }
    let affects = channels.indices.map { channel in
      channelHappenings(channel).contains { onHappenings[$0].count > 0 }
    }
    let pairs = TallyLayout(model: model, scenario: scenario, step: step).reachedHappenings
    var pairOf = [Int32](
      repeating: -1, count: model.happenings.count * scenario.interventions.count)
    for (index, pair) in pairs.enumerated() {
      pairOf[pair.happening * scenario.interventions.count + pair.intervention] = Int32(index)
    }
    return CompiledScenario(
      interventions: scenario.interventions.map { compile($0, steps: steps) },
      effectSpans: onHappenings, triggerEffectSpans: onTriggers, effects: effects, pairs: pairOf,
      pairCount: pairs.count, steps: steps,
      looksAt: model.pathways.indices.map { pathway in
        scenario.interventions.contains { $0.eligible.segments[pathway] != nil }
      }, affects: affects)
  }

  private mutating func compile(_ intervention: Intervention, steps: Int) -> CompiledIntervention {
    func firstStep(from month: CalendarMonth) -> Int {
      (month.ordinal - model.start.ordinal + step.months - 1) / step.months
    }
    let share = (0...steps).map { k in
      let monthsIn = model.start.ordinal + k * step.months - intervention.starts.ordinal
      return intervention.reach.share(yearsSinceStart: Double(monthsIn) / 12 + step.years / 2)
    }
    let factor = pool.add(intervention.reach.factor ?? Quantity(1))
    let first = min(max(0, firstStep(from: intervention.starts)), steps + 1)
    let capacity = intervention.capacityPerYear?.scalar
    let places = capacity.map { perYear in
      // Whole places by the end of each step since the start, less those before.
      func places(bySteps count: Int) -> Int {
        Int((perYear * (step.years * Double(max(0, count))) + 1e-9).rounded(.down))
      }
      return (0...steps).map { places(bySteps: $0 - first + 1) - places(bySteps: $0 - first) }
    }
    let end = intervention.ends.map { min(firstStep(from: $0), steps + 1) } ?? steps + 1
    let always = places != nil || factor.ageStride == 1
    let ages = intervention.eligible.ages
    return CompiledIntervention(
      firstStep: first, endStep: end, eligibility: add(intervention.eligible),
      propensityKey: ChannelKey.propensity(intervention.propensity), share: share,
      changesReach: share.indices.map { step in
        always || step == 0 || step == first || step == end || share[step] != share[step - 1]
      },
      hasAgeLimits: ages.map { $0.lower > 0 || $0.upper < AgeRange.oldest } ?? false,
      factor: factor,
      once: addTriggers(intervention.once), onceKey: ChannelKey.once(intervention.id),
      places: places)
  }

  /// Refuses an event that happens so often in a step that its count cannot be drawn.
  private func requireCountable(_ scenario: Scenario) throws {
    for (index, event) in model.happenings.enumerated() where event.move == nil {
      guard case .ratePerYear = event.chance else { continue }
      var most = ceilings(happenings[index]).joined().max() ?? 0
      for effect in scenario.interventions.flatMap(\.effects)
      where effect.target == .happening(index) {
        let value = effect.change.quantity.values.ceiling
        switch effect.change {
        case .multiplyRate: most *= max(1, value)
        case .addRatePerYear: most += max(0, value) * step.years
        case .setRatePerYear, .setProbability: most = max(most, value * step.years)
        }
      }
      if most > Self.mostEventsInStep {
        throw SimulationError(
          "\(event.id) can happen more than \(Int(Self.mostEventsInStep)) times in a \(step); run with "
            + "a shorter --step, or let one event stand for several")
      }
    }
  }
}
