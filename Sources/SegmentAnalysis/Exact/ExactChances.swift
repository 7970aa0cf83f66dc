import Foundation
import SegmentModel

/// How likely things are to happen to a person in one step of a scenario.
struct ExactChances {
  let model: Model
  let scenario: Scenario
  let step: StepLength
  let happenings: [Event]
  private let effects: [EffectTarget: [(intervention: Int, change: Change)]]

  init(model: Model, scenario: Scenario, step: StepLength) throws {
    self.model = model
    self.scenario = scenario
    self.step = step
    happenings = model.happenings
    var effects: [EffectTarget: [(intervention: Int, change: Change)]] = [:]
    for (index, intervention) in scenario.interventions.enumerated() {
      for effect in intervention.effects {
        effects[effect.target, default: []].append((index, effect.change))
      }
    }
    self.effects = effects
    for happening in happenings {
      if case .probability(_, let period) = happening.chance, period != step {
        throw ExactError(
          "the probability of \(happening.id) is per \(period); it cannot be used per \(step)")
      }
    }
  }

  /// The moves out of the segment held in a pathway that can happen, each with its probability.
  func exits(_ pathway: Int, _ person: ExactPerson) throws -> [(happening: Int, chance: Double)] {
    let first = model.pathways[..<pathway].reduce(0) { $0 + $1.moves.count }
    let open = model.pathways[pathway].moves.indices.map { first + $0 }.filter {
      happenings[$0].move?.from.contains(person.segments[pathway]) == true
    }
    let chances = try open.map { try chance($0, person) }
    guard let one = open.first else { return [] }
    let total = chances.reduce(0, +)
    let ids = open.map { happenings[$0].id }.joined(separator: ", ")
    guard open.allSatisfy({ isProbability($0) == isProbability(one) }) else {
      throw ExactError("\(ids) compete, but are a mixture of rates and probabilities")
    }
    if isProbability(one) {
      guard total <= 1 + 1e-12 else {
        throw ExactError("the probabilities of \(ids) add up to \(total), which is more than 1")
      }
      return Array(zip(open, chances))
    }
    guard total > 0 else { return [] }
    let fires = -expm1(-total * step.years)
    return zip(open, chances).map { ($0, fires * $1 / total) }
  }

  /// Whether a happening is given as a probability.
  func isProbability(_ happening: Int) -> Bool {
    if case .probability = happenings[happening].chance { true } else { false }
  }

  /// The rate per year of a happening, or its probability in a step; 0 when it is not open.
  func chance(_ happening: Int, _ person: ExactPerson) throws -> Double {
    let event = happenings[happening]
    guard person.meets(event.eligible) else { return 0 }
    let target = EffectTarget.happening(happening)
    var base = person.value(event.chance.quantity)
    var ratio = event.multipliers.reduce(1.0) { product, multiplier in
      let ratio = multiplier.ratios[person.segments[multiplier.pathway]]
      return product * (ratio.map(person.value) ?? 1)
    }
    if let set = try lastSet(target, person, asProbability: isProbability(happening)) {
      (base, ratio) = (set, 1)
    }
    var added = 0.0
    for effect in effects[target] ?? [] where person.reached[effect.intervention] {
      switch effect.change {
      case .multiplyRate(let quantity): ratio *= person.value(quantity)
      case .addRatePerYear(let quantity): added += person.value(quantity)
      case .setRatePerYear, .setProbability: break
      }
    }
    guard isProbability(happening) else { return max(0, base * ratio + added) }
    return max(0, 1 - pow(1 - base, ratio) * exp(-added * step.years))
  }

  /// The probability that a trigger acts on someone in one of its `from` segments.
  func trigger(_ happening: Int, _ trigger: Int, _ person: ExactPerson) throws -> Double {
    let target = EffectTarget.trigger(happening: happening, trigger: trigger)
    let own = person.value(happenings[happening].triggers[trigger].probability)
    let base = try lastSet(target, person, asProbability: true) ?? own
    var ratio = 1.0
    for effect in effects[target] ?? [] where person.reached[effect.intervention] {
      if case .multiplyRate(let quantity) = effect.change { ratio *= person.value(quantity) }
      if case .addRatePerYear = effect.change {
        throw ExactError("a trigger of \(happenings[happening].id) cannot take addRatePerYear")
      }
    }
    return 1 - pow(1 - base, ratio)
  }

  /// What the last effect to replace a chance replaces it by, if any does.
  private func lastSet(_ target: EffectTarget, _ person: ExactPerson, asProbability: Bool)
    throws -> Double?
  {
    var result: Double?
    for effect in effects[target] ?? [] where person.reached[effect.intervention] {
      switch (effect.change, asProbability) {
      case (.setProbability(let quantity), true), (.setRatePerYear(let quantity), false):
        result = person.value(quantity)
      case (.setProbability, false), (.setRatePerYear, true):
        throw ExactError(
          "an effect of \(scenario.interventions[effect.intervention].id) sets a rate where the "
            + "model has a probability, or the reverse")
      case (.multiplyRate, _), (.addRatePerYear, _): break
      }
    }
    return result
  }
}
