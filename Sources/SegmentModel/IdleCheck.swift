/// Finds what an intervention is said to do and cannot.
struct IdleCheck {
  let run: LoadedRun

  var warnings: [String] {
    (scenarios.compactMap(late) + scenarios.flatMap(certain) + scenarios.flatMap(empty)).distinct
  }

  private var scenarios: [Scenario] { [run.baseline] + run.scenarios }

  /// Says which interventions start after their scenario stops.
  private func late(_ scenario: Scenario) -> String? {
    guard let until = scenario.until, !scenario.tooLate.isEmpty else { return nil }
    let names = scenario.tooLate.map { "'\($0)'" }.joined(separator: ", ")
    return "the scenario '\(scenario.id)' stops in \(until), before \(names) "
      + (scenario.tooLate.count == 1 ? "starts, which never runs" : "start, which never run")
  }

  /// Says which interventions neither change nor cost anything.
  private func empty(_ scenario: Scenario) -> [String] {
    scenario.interventions.filter {
      $0.effects.isEmpty && $0.once.isEmpty && $0.costs.isEmpty && $0.uses.isEmpty
        && $0.utilityGain == nil
    }.map { "\($0.id): it changes nothing and costs nothing" }
  }

  /// Says which effects multiply what is certain: 1 - (1 - p)^m is 1 for a p of 1, whatever m above 0.
  private func certain(_ scenario: Scenario) -> [String] {
    let set = scenario.interventions.flatMap(\.effects).filter { effect in
      if case .setProbability = effect.change { true } else { false }
    }.map(\.target)
    return scenario.interventions.flatMap { intervention in
      intervention.effects.compactMap { effect -> String? in
        guard case .multiplyRate(let ratio) = effect.change, ratio.values.ceiling > 0,
          !set.contains(effect.target), let id = certain(effect.target)
        else { return nil }
        return "\(intervention.id): multiplyRate leaves \(id) as it is, whose probability is 1; "
          + "write setProbability"
      }
    }
  }

  /// The id of what an effect acts on, if that is certain.
  private func certain(_ target: EffectTarget) -> String? {
    switch target {
    case .happening(let index):
      let event = run.model.happenings[index]
      guard case .probability(let quantity, _) = event.chance, quantity.values.single == 1 else {
        return nil
      }
      return event.id
    case .trigger(let index, let number):
      let event = run.model.happenings[index]
      let trigger = event.triggers[number]
      return trigger.probability.values.single == 1 ? "\(event.id)/\(trigger.id)" : nil
    }
  }
}
