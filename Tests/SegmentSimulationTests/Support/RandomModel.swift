import SegmentModel

/// Makes small models of every shape the format allows, from a seed.
struct RandomModel {
  private var state: UInt64

  /// Whether some numbers are products.
  private let hasProducts: Bool

  init(seed: UInt64, hasProducts: Bool = false) {
    self.hasProducts = hasProducts
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
  private mutating func chance(_ p: Double) -> Bool { unit() < p }
  private mutating func some(_ count: Int) -> Set<Int> {
    var set = Set((0..<count).filter { _ in chance(0.5) })
    if set.isEmpty { set = [pick(0...count - 1)] }
    return set
  }

  private var plan = PopulationPlan(residents: 1)
  private var sizes: [Int] = []
  private var segments: [[Segment]] = []
  private var step = StepLength.quarter

  mutating func make() -> (model: Model, scenario: Scenario) {
    step = StepLength.allCases[pick(0...2)]
    plan = population()
    // A few long runs, of few people, outlive the years that a bound covers.
    let years = chance(0.1) ? pick(15...18) : pick(1...4)
    if years > 4 { plan.residents = min(plan.residents, 120) }
    sizes = (0..<pick(1...4)).map { _ in pick(2...5) }
    segments = sizes.enumerated().map { p, size in
      (0..<size).map { s in
        Segment(
          id: "s\(s)",
          leaves: p == 0 && s == size - 1 ? .died : p == 1 && s == size - 1 ? .moved : nil)
      }
    }
    var pathways: [Pathway] = []
    for p in sizes.indices {
      let byRate = chance(0.5)
      let moves = (0..<pick(0...4)).compactMap { n in move(p, n, segments, byRate: byRate) }
      pathways.append(
        Pathway(id: "p\(p)", segments: segments[p], start: start(p, segments[p]), moves: moves))
    }
    let events = (0..<pick(0...3)).map { e in
      Event(
        id: "e\(e)", name: "",
        chance: chance(0.5) ? .ratePerYear(table(2)) : .probability(table(0.3), per: step),
        eligible: eligibility(), multipliers: multipliers(), triggers: triggers(segments))
    }
    let start = CalendarMonth(year: 2020, month: 1)
    let model = Model(
      id: "random", start: start, years: years, step: step, population: plan,
      pathways: pathways, events: events)
    let scenario = Scenario(
      id: "s", interventions: (0..<pick(0...3)).map { intervention($0, model, segments) })
    return (model, scenario)
  }

  /// A baseline for what ``make()`` made: empty, or with interventions of its own, or with some of
  /// the scenario's.
  mutating func baseline(for model: Model, sharedWith scenario: Scenario) -> Scenario {
    guard chance(0.8) else { return Scenario(id: "baseline") }
    // From 7 on: numbers 0 and 1 set what only one intervention of a scenario may set.
    let own = (0..<pick(0...2)).map { intervention(7 + $0, model, segments) }
    let shared = scenario.interventions.filter { _ in chance(0.4) }
    return Scenario(id: "baseline", interventions: own + shared)
  }

  private mutating func population() -> PopulationPlan {
    var plan = PopulationPlan(residents: pick(1...700))
    plan.sexes = (0..<pick(1...2)).map { "x\($0)" }
    plan.areas = (0..<pick(1...3)).map { Area(id: "a\($0)") }
    plan.deprivation = (0..<pick(1...3)).map { "\($0)" }
    plan.ageBands = [AgeRange(0, 17), AgeRange(18, 64), AgeRange(65, AgeRange.oldest)]
    plan.people = [
      PeopleCell(ages: AgeRange(0, 17), people: 1 + unit()),
      PeopleCell(ages: AgeRange(18, 60), people: 3),
      PeopleCell(ages: AgeRange(61, 105), people: 2 * unit()),
    ]
    plan.deprivationShares = plan.areas.map { _ in
      plan.deprivation.map { _ in 1 / Double(plan.deprivation.count) }
    }
    if chance(0.5) { plan.birthsPerYear = Quantity(Double(pick(0...40))) }
    if chance(0.5) {
      plan.joinersPerYear = [
        Joiners(AgeRange(18, 64), peoplePerYear: Quantity(Double(pick(0...60))))
      ]
    }
    return plan
  }

  /// A number up to `limit`, or a table of such numbers by something.
  private mutating func table(_ limit: Double) -> Quantity {
    var numbers: [Double] = []
    for _ in 0..<3 { numbers.append(chance(0.1) ? 0 : unit() * limit) }
    let leaves = numbers.map { ValueTree.constant($0) }
    if hasProducts, chance(0.2) {
      let halved = ValueTree.bySex(plan.sexes.indices.map { .constant(1 / Double($0 + 1)) })
      return Quantity(.product([.byArea(plan.areas.indices.map { leaves[$0] }), halved]))
    }
    switch pick(0...4) {
    case 0:
      return Quantity(
        .byAge([
          (AgeRange(0, 30), leaves[0]), (AgeRange(31, 66), leaves[1]),
          (AgeRange(67, AgeRange.oldest), leaves[2]),
        ]))
    case 1: return Quantity(.atAge([(20, numbers[0]), (50.5, numbers[1]), (90, numbers[2])]))
    case 2: return Quantity(.bySex(plan.sexes.indices.map { leaves[$0] }))
    case 3:
      return Quantity(
        .byArea(
          plan.areas.indices.map { _ in .byDeprivation(plan.deprivation.indices.map { leaves[$0] })
          }))
    default: return Quantity(numbers[0])
    }
  }

  private mutating func eligibility() -> Eligibility {
    var eligible = Eligibility()
    if chance(0.3) {
      let lower = pick(0...70)
      eligible.ages = AgeRange(lower, lower + pick(1...60) > 105 ? AgeRange.oldest : lower + 20)
    }
    if chance(0.2) { eligible.sexes = some(plan.sexes.count) }
    if chance(0.2) { eligible.areas = some(plan.areas.count) }
    if chance(0.2) { eligible.deprivation = some(plan.deprivation.count) }
    if chance(0.4) {
      let p = pick(0...sizes.count - 1)
      eligible.segments = [p: some(sizes[p])]
    }
    return eligible
  }

  private mutating func multipliers() -> [Multiplier] {
    sizes.indices.compactMap { p in
      guard chance(0.4) else { return nil }
      var ratios: [Int: Quantity] = [:]
      for s in some(sizes[p]).sorted() { ratios[s] = table(2) }
      return Multiplier(pathway: p, ratios: ratios)
    }
  }

  private mutating func triggers(_ segments: [[Segment]]) -> [Trigger] {
    (0..<pick(0...3)).map { position in
      let p = pick(0...segments.count - 1)
      let staying = segments[p].indices.filter { segments[p][$0].leaves == nil }
      return Trigger(
        id: "\(position)", pathway: p, from: some(staying.count), to: pick(0...sizes[p] - 1),
        probability: table(1))
    }
  }

  private mutating func start(_ p: Int, _ segments: [Segment]) -> Start {
    let staying = segments.filter { $0.leaves == nil }.count
    guard staying > 1 else { return .shares([:]) }
    if chance(0.3) { return .counts([1: pick(0...plan.residents / 2)]) }
    var shares = [1: Quantity(unit() * 0.6)]
    if staying > 2 { shares[staying - 1] = Quantity(unit() * 0.3) }
    return .shares(shares)
  }

  private mutating func move(_ p: Int, _ n: Int, _ segments: [[Segment]], byRate: Bool) -> Event? {
    let staying = segments[p].indices.filter { segments[p][$0].leaves == nil }
    let to = pick(0...sizes[p] - 1)
    let from = some(staying.count).subtracting([to])
    guard !from.isEmpty else { return nil }
    return Event(
      id: "p\(p)/m\(n)", name: "", move: OwnMove(pathway: p, from: from, to: to),
      chance: byRate ? .ratePerYear(table(3)) : .probability(table(0.2), per: step),
      eligible: eligibility(), multipliers: byRate ? multipliers() : [],
      triggers: triggers(segments))
  }

  private mutating func intervention(_ n: Int, _ model: Model, _ segments: [[Segment]])
    -> Intervention
  {
    let month = model.start.ordinal + pick(0...12 * model.years - 1)
    var effects: [Effect] = []
    for (h, event) in model.happenings.enumerated() where chance(0.4) {
      var isRate = false
      if case .ratePerYear = event.chance { isRate = true }
      switch pick(0...3) {
      case 0: effects.append(Effect(target: .happening(h), change: .multiplyRate(table(2))))
      case 1 where isRate:
        effects.append(Effect(target: .happening(h), change: .addRatePerYear(table(1))))
      case 2 where n == 0:
        effects.append(
          Effect(
            target: .happening(h),
            change: isRate ? .setRatePerYear(table(2)) : .setProbability(table(0.2))))
      default:
        for t in event.triggers.indices {
          effects.append(
            Effect(
              target: .trigger(happening: h, trigger: t),
              change: n == 1 ? .setProbability(table(1)) : .multiplyRate(table(2))))
        }
      }
    }
    return Intervention(
      id: "i\(n)", starts: CalendarMonth(ordinal: month),
      ends: chance(0.3) ? CalendarMonth(ordinal: month + pick(1...20)) : nil,
      eligible: eligibility(), propensity: chance(0.3) ? "shared" : nil,
      reach: Reach(
        ramp: [
          ReachPoint(years: 0, share: Quantity(unit())),
          ReachPoint(years: 1.5, share: Quantity(unit())),
        ],
        factor: chance(0.5) ? table(1.5) : nil),
      effects: effects, once: chance(0.5) ? triggers(segments) : [],
      capacityPerYear: chance(0.3) ? Quantity(Double(pick(0...120))) : nil,
      costs: model.happenings.isEmpty || chance(0.5)
        ? []
        : payers(of: pick(0...model.happenings.count - 1)),
      uses: model.happenings.isEmpty ? [] : [use(per: n % model.happenings.count)])
  }

  private func use(per happening: Int) -> InterventionUse {
    .perEvent(ResourceUse(resource: 0, amount: Quantity(1)), happening: happening)
  }

  /// Two payers of the same thing, which is to be counted once.
  private func payers(of happening: Int) -> [InterventionCost] {
    [0, 1].map {
      .perEvent(UnitCost(payer: $0, pounds: Quantity(1)), happening: happening)
    }
  }
}
