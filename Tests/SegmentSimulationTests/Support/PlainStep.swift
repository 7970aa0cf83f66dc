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
  let happenings: [Event]
  /// Everybody, as of now.
  var people: [Person] = []
  /// The low luck of the step in hand, by channel and run of residents.
  var low: [UInt32: [Int: [Int: UInt64]]] = [:]
  /// Who starts what in the step in hand.
  var starters: [(person: Int, intervention: Int)] = []
  private(set) var tallies: Tallies
  /// Everybody at each boundary, reach brought up to date.
  private(set) var history: [[Person]] = []
  /// What happened in each step, to whom, and how often.
  var happened: [[(person: Int, happening: Int, times: Int)]] = []

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
      // Whatever runs in the last step runs to its end.
      let looked = min(month, model.end.ordinal - step.months)
      let runs =
        looked >= intervention.starts.ordinal && looked < (intervention.ends?.ordinal ?? .max)
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

  // MARK: - (4) Tallies

  private func groups(_ i: Int) -> [Int] {
    let who = compiled.strata[Int(population.stratum[i])]
    let plan = model.population
    let deprivation = 1 + plan.areas.count
    let band = deprivation + plan.deprivation.count
    let sex = band + plan.ageBands.count
    return [0, 1 + who.area, deprivation + who.deprivation, band + people[i].band, sex + who.sex]
  }

  mutating func add(
    _ list: WritableKeyPath<Tallies, [Int64]>, _ i: Int, row: Int, columns: Int, column: Int,
    times: Int = 1
  ) {
    for group in groups(i) {
      let count = tallies.layout.groups.count
      tallies[keyPath: list][(row * count + group) * columns + column] += Int64(times)
    }
  }

  mutating func count(_ i: Int, _ h: Int, _ times: Int, _ k: Int) {
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
