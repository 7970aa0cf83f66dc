import SegmentModel

/// Expected values and variances of everything a run of a small model counts, without chance.
///
/// Residents do not influence one another, so what a run counts is a sum over independent
/// residents. The solver follows the probability of every state of one resident of each group
/// through every step; nothing is sampled, and nothing is shared with the engine that samples.
/// Models with a capacity, births or joiners, or too many states, are refused. It is what the tests hold
/// the engine against.
public struct ExactSolver: Sendable {
  /// The model that is solved.
  public let model: Model
  /// The scenario that is solved.
  public let scenario: Scenario
  /// The length of a step.
  public let step: StepLength
  /// How many steps the run has.
  public let steps: Int

  private let states: ExactStates
  private let groups: [ExactGroup]
  /// What a step can bring, by living state; lists are shared by groups of the same attributes.
  private let lists: [[ExactStep]]
  /// By list, the age band of those to whom it can bring something.
  private let ageBands: [Int]

  /// The most states x steps x groups that a model may have unless another limit is given.
  public static let defaultLimit = 5_000_000.0

  /// Solves a scenario of a model; `step` overrides the model's own.
  ///
  /// Throws ``ExactError`` when the model cannot be solved exactly.
  public init(
    model: Model, scenario: Scenario, step: StepLength? = nil, limit: Double = defaultLimit
  ) throws {
    self.model = model
    self.scenario = scenario
    self.step = step ?? model.step
    steps = (model.end.ordinal - model.start.ordinal) / self.step.months
    try Self.refuse(model, scenario)
    let count = ExactStates.count(model: model, scenario: scenario)
    try Self.check(size: count * Double(steps), "\(count) states x \(steps) steps", limit)
    states = ExactStates(model: model, scenario: scenario)
    var groups = try ExactGrouping(
      model: model, scenario: scenario, step: self.step, steps: steps, states: states
    ).groups()
    let classes = groups.reduce(0) { $0 + $1.classes.count }
    try Self.check(
      size: Double(classes) * count * Double(steps),
      "\(classes) groups x \(count) states x \(steps) steps", limit)
    let stepper = ExactStepper(
      states: states, chances: try ExactChances(model: model, scenario: scenario, step: self.step))
    (lists, ageBands) = try Self.list(&groups, stepper)
    self.groups = groups
  }

  // MARK: - Answers

  /// The expected value of every count among residents whose attributes, at the start of the step
  /// or at the boundary, meet a condition; everybody unless one is given.
  public func expected(among includes: (Attributes) -> Bool = { _ in true }) -> ExactTable {
    var table = ExactTable(model: model, scenario: scenario, steps: steps)
    for group in groups {
      for part in group.classes {
        var mass = [Double](repeating: 0, count: states.count)
        for (state, share) in group.start {
          mass[state] += Double(group.people) * part.share * share
        }
        for boundary in 0...steps {
          let counts = includes(group.attributes[boundary])
          let list = lists[part.lists[boundary]]
          if counts { count(mass, part.lists[boundary], boundary: boundary, in: &table) }
          if boundary < steps {
            mass = advance(mass, list, step: boundary, in: &table, counts: counts)
          }
        }
      }
    }
    return table
  }

  /// The mean and the variance, given where residents start, of a linear functional of the counts.
  ///
  /// The variance adds up the variances of residents, each given the state it starts in; what
  /// propensity a resident has is part of luck.
  public func moments(of weights: ExactTable) -> (mean: Double, variance: Double) {
    var (mean, variance) = (0.0, 0.0)
    var known: [[Int]: [ExactMoments]] = [:]
    for group in groups {
      for part in group.classes where known[part.lists] == nil {
        known[part.lists] = ahead(part.lists, weights)
      }
      for (state, share) in group.start {
        let own = ExactMoments(
          mixing: group.classes.compactMap { part in
            known[part.lists].map { (part.share, $0[state]) }
          })
        mean += Double(group.people) * share * own.mean
        variance += Double(group.people) * share * own.variance
      }
    }
    return (mean, variance)
  }

  // MARK: - Forward

  private func count(
    _ mass: [Double], _ number: Int, boundary: Int, in table: inout ExactTable
  ) {
    let list = lists[number]
    for (state, people) in mass.enumerated() where people > 0 {
      for segment in states.segments(state) { table.occupancy[boundary][segment] += people }
      guard state < list.count else { continue }
      table.living[boundary] += people
      table.livingByAge[boundary][ageBands[number]] += people
      for index in list[state].reached { table.reached[boundary][index] += people }
    }
  }

  /// Where people are a step later; what befalls them on the way is added to a table.
  private func advance(
    _ mass: [Double], _ list: [ExactStep], step: Int, in table: inout ExactTable, counts: Bool
  ) -> [Double] {
    var next = mass
    for state in list.indices { next[state] = 0 }
    for (state, what) in list.enumerated() where mass[state] > 0 {
      for outcome in what.outcomes { next[outcome.next] += mass[state] * outcome.probability }
      guard counts else { continue }
      for index in what.started { table.started[step][index] += mass[state] }
      add(what.counts, mass[state], step, reached: what.reached, to: &table)
      for outcome in what.outcomes {
        let people = mass[state] * outcome.probability
        add(outcome.counts, people, step, reached: what.reached, to: &table)
        for trigger in outcome.triggered { table.triggered[step][trigger] += people }
        for move in outcome.movedOnce { table.movedOnce[step][move] += people }
      }
    }
    return next
  }

  private func add(
    _ counts: [ExactCount], _ people: Double, _ step: Int, reached: [Int],
    to table: inout ExactTable
  ) {
    for count in counts {
      table.happened[step][count.happening] += people * count.mean
      for index in reached {
        table.happenedToReached[step][index][count.happening] += people * count.mean
      }
    }
  }

  // MARK: - Backward

  /// The moments of everything still to come at the start of the run, by state.
  private func ahead(_ listing: [Int], _ weights: ExactTable) -> [ExactMoments] {
    var ahead = [ExactMoments](repeating: ExactMoments(mean: 0, variance: 0), count: states.count)
    for boundary in (0...steps).reversed() {
      let list = lists[listing[boundary]]
      let next = ahead
      for state in 0..<states.count {
        var own = next[state]
        if state < list.count {
          if boundary < steps { own = list[state].moments(weights, step: boundary, next) }
          own.mean +=
            weights.living[boundary]
            + weights.livingByAge[boundary][ageBands[listing[boundary]]]
          for index in list[state].reached { own.mean += weights.reached[boundary][index] }
        }
        for segment in states.segments(state) { own.mean += weights.occupancy[boundary][segment] }
        ahead[state] = own
      }
    }
    return ahead
  }
}

extension ExactSolver {
  private static func refuse(_ model: Model, _ scenario: Scenario) throws {
    if let limited = scenario.interventions.first(where: { $0.capacityPerYear != nil }) {
      throw ExactError(
        "\(limited.id) has a capacity, which makes residents depend on one another; "
          + "only models without capacities can be solved exactly")
    }
    let plan = model.population
    guard plan.birthsPerYear == nil, plan.joinersPerYear.isEmpty else {
      throw ExactError("only models without births and joiners can be solved exactly")
    }
  }

  private static func check(size: Double, _ what: String, _ limit: Double) throws {
    guard size <= limit else {
      throw ExactError("\(what) are too many to solve exactly; the limit is \(Int(limit))")
    }
  }

  /// Lists once what a step can bring for every set of attributes and reach that occurs.
  private static func list(_ groups: inout [ExactGroup], _ stepper: ExactStepper) throws
    -> (lists: [[ExactStep]], ageBands: [Int])
  {
    struct Key: Hashable {
      var who: Attributes
      var inReach: [Bool]
    }
    let bands = stepper.chances.model.population.ageBands
    var lists: [[ExactStep]] = []
    var ageBands: [Int] = []
    var known: [Key: Int] = [:]
    let agesMatter = ExactAges.matter(stepper.chances.model, stepper.chances.scenario)
    for group in groups.indices {
      var attributes = groups[group].attributes
      if !agesMatter { attributes = attributes.map { _ in attributes[0].aged(0) } }
      for part in groups[group].classes.indices {
        let inReach = groups[group].classes[part].inReach
        groups[group].classes[part].lists = try zip(attributes, inReach).map { who, inReach in
          let key = Key(who: who, inReach: inReach)
          if let index = known[key] { return index }
          lists.append(try stepper.steps(who, inReach: inReach))
          ageBands.append(bands.firstIndex { $0.contains(who.age) } ?? 0)
          known[key] = lists.count - 1
          return lists.count - 1
        }
      }
    }
    return (lists, ageBands)
  }
}

extension Attributes {
  fileprivate func aged(_ age: Int) -> Attributes {
    Attributes(age: age, sex: sex, area: area, deprivation: deprivation)
  }
}
