import SegmentModel

@testable import SegmentSimulation

extension PlainStep {
  // MARK: - (2) Draws and (3) moves

  mutating func advance(_ k: Int) {
    low = [:]
    var fired: [(person: Int, happening: Int, times: Int)] = []
    for i in people.indices where people[i].isPresent {
      for (h, times) in draw(i, k) { fired.append((i, h, times)) }
    }
    happened.append(fired)
    for (i, h, times) in fired {
      count(i, h, times, k)
      if let move = happenings[h].move { people[i].segments[move.pathway] = move.to }
    }
    for (i, h, _) in fired {
      for (position, trigger) in happenings[h].triggers.enumerated() {
        let p = probability(h, position, i, k)
        let key = ChannelKey.triggers(of: happenings[h].id)
        if pull(trigger, i, p, luck.trigger(resident: i, step: k, channel: key, position: position))
        {
          let index = happenings[..<h].reduce(0) { $0 + $1.triggers.count } + position
          let all = happenings.reduce(0) { $0 + $1.triggers.count }
          add(\.triggered, i, row: k * step.months / 12, columns: all, column: index)
        }
      }
    }
    for (i, n) in starters.sorted(by: {
      ($0.intervention, $0.person) < ($1.intervention, $1.person)
    }) {
      let intervention = scenario.interventions[n]
      for (position, trigger) in intervention.once.enumerated() {
        let key = ChannelKey.once(intervention.id)
        let probability = trigger.probability.value(for: who(i, at: k))
        if pull(
          trigger, i, probability,
          luck.trigger(resident: i, step: k, channel: key, position: position))
        {
          let layout = tallies.layout
          add(
            \.movedOnce, i, row: k * step.months / 12, columns: layout.onceMoves,
            column: layout.onceOffsets[n] + position)
        }
      }
    }
    starters = []
    for i in people.indices where people[i].isPresent {
      for (p, pathway) in model.pathways.enumerated()
      where people[i].isPresent && pathway.segments[people[i].segments[p]].leaves != nil {
        people[i].isPresent = false
        people[i].leftBy = p
      }
    }
  }

  /// The same as ``Luck/uniform(resident:step:channel:)``, whose lists are made once a step.
  private mutating func uniform(_ i: Int, _ k: Int, _ channel: UInt32) -> UInt64 {
    let (run, place) = i.quotientAndRemainder(dividingBy: LuckLevel.residents)
    if low[channel]?[run] == nil {
      low[channel, default: [:]][run] = luck.lowUniforms(run: run, step: k, channel: channel)
    }
    return low[channel]![run]![place] ?? luck.topUniform(resident: i, step: k, channel: channel)
  }

  /// What happens to a resident in a step, in the order of happenings.
  private mutating func draw(_ i: Int, _ k: Int) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    var first = 0
    for (p, pathway) in model.pathways.enumerated() {
      let exits = pathway.moves.indices.filter {
        pathway.moves[$0].move!.from.contains(people[i].segments[p])
      }
      let chances = exits.map { chance(first + $0, i, k) }
      let total = chances.reduce(0, +)
      if total > 0 {
        let uniform = uniform(i, k, ChannelKey.pathway(pathway.id))
        var isRate = false
        if case .ratePerYear = pathway.moves[0].chance { isRate = true }
        let leaves = isRate ? PortableMath.oneMinusExp(minus: total * step.years) : min(total, 1)
        if uniform < UInt64(leaves * 0x1p56) {
          var sum = 0.0
          var chosen: Int?
          for (exit, chance) in zip(exits, chances) where chance > 0 {
            sum += chance
            if chosen == nil || uniform >= UInt64(leaves * ((sum - chance) / total) * 0x1p56) {
              chosen = exit
            }
            if uniform < UInt64(leaves * (sum / total) * 0x1p56) { break }
          }
          result.append((first + chosen!, 1))
        }
      }
      first += pathway.moves.count
    }
    for (e, event) in model.events.enumerated() {
      let chance = chance(first + e, i, k)
      guard chance > 0 else { continue }
      let uniform = uniform(i, k, ChannelKey.event(event.id))
      if case .ratePerYear = event.chance {
        let times = ChanceArithmetic.poisson(mean: chance * step.years, uniform: uniform)
        if times > 0 { result.append((first + e, times)) }
      } else if uniform < UInt64(min(chance, 1) * 0x1p56) {
        result.append((first + e, 1))
      }
    }
    return result
  }

  private func chance(_ h: Int, _ i: Int, _ k: Int) -> Double {
    let event = happenings[h]
    let who = who(i, at: k)
    guard event.eligible.admits(who, segment: { people[i].segments[$0] }) else { return 0 }
    var base = event.chance.quantity.value(for: who)
    var segments = 1.0
    for multiplier in event.multipliers {
      if let ratio = multiplier.ratios[people[i].segments[multiplier.pathway]] {
        segments *= ratio.value(for: who)
      }
    }
    var interventions = 1.0
    var added = 0.0
    for (n, intervention) in scenario.interventions.enumerated() where people[i].reached[n] {
      for effect in intervention.effects where effect.target == .happening(h) {
        let value = effect.change.quantity.value(for: who)
        switch effect.change {
        case .multiplyRate: interventions *= value
        case .addRatePerYear: added += value
        case .setRatePerYear, .setProbability:
          base = value
          segments = 1
        }
      }
    }
    let ratio = segments * interventions
    if case .ratePerYear = event.chance { return max(0, base * ratio + added) }
    return hazardScaled(base, by: ratio, plus: added * step.years)
  }

  private func hazardScaled(_ p: Double, by ratio: Double, plus added: Double) -> Double {
    if ratio == 1, added == 0 { return p }
    if p >= 1 { return ratio > 0 ? 1 : PortableMath.oneMinusExp(minus: max(0, added)) }
    return PortableMath.oneMinusExp(minus: max(0, -PortableMath.log(1 - p) * ratio + added))
  }

  private func probability(_ h: Int, _ position: Int, _ i: Int, _ k: Int) -> Double {
    let who = who(i, at: k)
    var probability = happenings[h].triggers[position].probability.value(for: who)
    var ratio = 1.0
    for (n, intervention) in scenario.interventions.enumerated() where people[i].reached[n] {
      for effect in intervention.effects
      where effect.target == .trigger(happening: h, trigger: position) {
        let value = effect.change.quantity.value(for: who)
        if case .multiplyRate = effect.change { ratio *= value } else { probability = value }
      }
    }
    return hazardScaled(probability, by: ratio, plus: 0)
  }

  private mutating func pull(_ trigger: Trigger, _ i: Int, _ p: Double, _ uniform: UInt64) -> Bool {
    guard trigger.from.contains(people[i].segments[trigger.pathway]),
      uniform < UInt64(p * 0x1p56)
    else { return false }
    people[i].segments[trigger.pathway] = trigger.to
    return true
  }
}
