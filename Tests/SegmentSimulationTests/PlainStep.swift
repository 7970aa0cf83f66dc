import SegmentModel

@testable import SegmentSimulation

/// The step of docs/architecture.md written as plainly as possible, one resident at a time.
///
/// It shares with the product only the luck, the list of residents, and the portable exponential
/// and logarithm. Everything fast must give the same tallies, bit for bit.
struct PlainStep {
  let model: Model
  let scenario: Scenario
  let step: StepLength
  let luck: Luck
  private let population: Population
  private let compiled: CompiledModel
  private let happenings: [Event]
  private var people: [Person] = []
  /// The low luck of the step in hand, by channel and run of residents.
  private var low: [UInt32: [Int: [Int: UInt64]]] = [:]
  private(set) var tallies: Tallies
  /// Everybody at each boundary, reach brought up to date.
  private(set) var history: [[Person]] = []
  /// What happened in each step, to whom, and how often.
  private(set) var happened: [[(person: Int, happening: Int, times: Int)]] = []

  /// A resident's state.
  struct Person {
    var segments: [Int]
    var reached: [Bool]
    var everReached: [Bool]
    var isPresent: Bool
    var leftBy: Int?
    /// The age band at the last boundary at which the resident was present.
    var band = 0
  }

  init(model: Model, scenario: Scenario, seed: UInt64, replicate: Int) throws {
    self.model = model
    self.scenario = scenario
    step = model.step
    luck = Luck(seed: seed, draw: 0, replicate: replicate)
    compiled = try CompiledModel(model: model, scenarios: [], step: step)
    population = Population(model: model, compiled: compiled, seed: seed)
    happenings = model.happenings
    tallies = Tallies(
      layout: TallyLayout(model: model, scenario: scenario, step: step),
      triggers: happenings.reduce(0) { $0 + $1.triggers.count })
  }

  /// Runs all steps.
  mutating func run() -> Tallies {
    let none = [Bool](repeating: false, count: scenario.interventions.count)
    let starts = population.startSegments()
    people = (0..<population.count).map { i in
      Person(
        segments: starts.map { Int($0[i]) }, reached: none, everReached: none,
        isPresent: false)
    }
    for boundary in 0..<tallies.layout.boundaries {
      enter(boundary)
      reach(boundary)
      record(boundary)
      history.append(people)
      if boundary < tallies.layout.steps { advance(boundary) }
    }
    return tallies
  }

  // MARK: - (1) Ages, dates and reach

  /// Who a resident is at a boundary.
  func who(_ i: Int, at boundary: Int) -> Attributes {
    var who = compiled.strata[Int(population.stratum[i])]
    let months = boundary * step.months - Int(population.birthMonth[i])
    who.age = min(months / 12, AgeRange.oldest)
    return who
  }

  private func band(_ i: Int, at boundary: Int) -> Int {
    let age = who(i, at: boundary).age
    return model.population.ageBands.firstIndex { $0.contains(age) }!
  }

  private mutating func enter(_ boundary: Int) {
    for i in people.indices {
      if Int(population.entryStep[i]) == boundary {
        people[i].isPresent = true
        people[i].band = band(i, at: boundary)
        if boundary > 0 { add(\.entered, i, row: boundary - 1, columns: 1, column: 0) }
      } else if people[i].isPresent {
        people[i].band = band(i, at: boundary)
      }
    }
  }

  private mutating func reach(_ boundary: Int) {
    for (n, intervention) in scenario.interventions.enumerated() {
      let month = model.start.ordinal + boundary * step.months
      let runs =
        month >= intervention.starts.ordinal && month < (intervention.ends?.ordinal ?? .max)
      let key = ChannelKey.propensity(intervention.propensity)
      let years = Double(month - intervention.starts.ordinal) / 12 + step.years / 2
      let share = intervention.reach.share(yearsSinceStart: years)
      var waiting: [(UInt64, Int)] = []
      for i in people.indices {
        people[i].reached[n] = false
        let who = who(i, at: boundary)
        guard people[i].isPresent, runs,
          intervention.eligible.admits(who, segment: { people[i].segments[$0] })
        else { continue }
        if intervention.capacityPerYear != nil && people[i].everReached[n] {
          people[i].reached[n] = true
          continue
        }
        let factor = intervention.reach.factor?.value(for: who) ?? 1
        let propensity = luck.propensity(resident: i, channel: key)
        guard propensity < UInt64(min(1, share * factor) * 0x1p56) else { continue }
        waiting.append((propensity, i))
      }
      if let capacity = intervention.capacityPerYear?.scalar {
        let monthsIn = intervention.starts.ordinal - model.start.ordinal
        let first = (monthsIn + step.months - 1) / step.months
        func places(by boundary: Int) -> Int {
          Int((capacity * (step.years * Double(boundary - first)) + 1e-9).rounded(.down))
        }
        let free =
          boundary < tallies.layout.steps ? places(by: boundary + 1) - places(by: boundary) : 0
        waiting = Array(waiting.sorted { $0 < $1 }.prefix(free))
      }
      for (_, i) in waiting {
        people[i].reached[n] = true
        if !people[i].everReached[n] && boundary < tallies.layout.steps {
          people[i].everReached[n] = true
          starters.append((i, n))
          let row = boundary * step.months / 12
          add(\.started, i, row: row, columns: scenario.interventions.count, column: n)
          tallies.startedInStep[boundary * scenario.interventions.count + n] += 1
        }
      }
    }
  }

  private var starters: [(person: Int, intervention: Int)] = []

  // MARK: - (2) Draws and (3) moves

  private mutating func advance(_ k: Int) {
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

  // MARK: - (4) Tallies

  private func groups(_ i: Int) -> [Int] {
    let who = compiled.strata[Int(population.stratum[i])]
    let plan = model.population
    let deprivation = 1 + plan.areas.count
    let band = deprivation + plan.deprivation.count
    let sex = band + plan.ageBands.count
    return [0, 1 + who.area, deprivation + who.deprivation, band + people[i].band, sex + who.sex]
  }

  private mutating func add(
    _ list: WritableKeyPath<Tallies, [Int64]>, _ i: Int, row: Int, columns: Int, column: Int,
    times: Int = 1
  ) {
    for group in groups(i) {
      let count = tallies.layout.groups.count
      tallies[keyPath: list][(row * count + group) * columns + column] += Int64(times)
    }
  }

  private mutating func count(_ i: Int, _ h: Int, _ times: Int, _ k: Int) {
    let row = k * step.months / 12
    add(\.happened, i, row: row, columns: happenings.count, column: h, times: times)
    tallies.happenedInStep[k * happenings.count + h] += Int64(times)
    let pairs = tallies.layout.reachedHappenings
    for (index, pair) in pairs.enumerated()
    where pair.happening == h && people[i].reached[pair.intervention] {
      add(\.happenedToReached, i, row: row, columns: pairs.count, column: index, times: times)
      tallies.happenedToReachedInStep[k * pairs.count + index] += Int64(times)
    }
  }

  private mutating func record(_ boundary: Int) {
    let layout = tallies.layout
    for i in people.indices {
      if people[i].isPresent {
        add(\.living, i, row: boundary, columns: 1, column: 0)
        for n in scenario.interventions.indices where people[i].reached[n] {
          add(\.reached, i, row: boundary, columns: layout.interventions, column: n)
        }
      }
      for p in model.pathways.indices where people[i].isPresent || people[i].leftBy == p {
        let column = layout.segmentOffsets[p] + people[i].segments[p]
        add(\.occupancy, i, row: boundary, columns: layout.segments, column: column)
      }
    }
  }
}
