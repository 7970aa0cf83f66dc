import SegmentModel
import SegmentSimulation

/// People born together, followed through life under the moves of a model, class by class.
///
/// A class is a segment of the pathway that starts settle by. Nobody joins, and nobody leaves but
/// by dying. At the boundary after `n` years everybody is in their `n`-th completed year of age, so
/// that what is counted there belongs to that age.
struct BirthCohort {
  /// What one class went through.
  private struct Life {
    /// The segment that is the class.
    var segment: Int
    /// The share of it among newborns.
    var atBirth: Double
    var tallies: Tallies
  }

  private let model: Model
  private let by: Int?
  private let lives: [Life]
  private let offsets: [Int]
  /// The ages followed, from 0.
  let ages: Int

  /// Follows some people of each class through a number of years; `newborns` is the model whose
  /// start gives the shares of the classes at birth.
  init(
    _ model: Model, newborns: Model, by: Int?, people: Int, ages: Int, seed: UInt64, threads: Int
  ) throws {
    self.model = model
    self.by = by
    self.ages = ages
    let atBirth = Self.sharesAtBirth(newborns, by: by)
    let prepared = Self.prepared(model, people: people, ages: ages)
    lives = try atBirth.enumerated().filter { $1 > 0 }.map { index, share in
      var model = prepared
      if let by { model.pathways[by].start = .shares(index == 0 ? [:] : [index: Quantity(1)]) }
      let simulation = try Simulation(model: model, scenarios: [Scenario(id: "birth-cohort")])
      let tallies = try simulation.run(seed: seed, replicates: [0], threads: threads)[0][0]
      return Life(segment: index, atBirth: share, tallies: tallies)
    }
    offsets = lives[0].tallies.layout.segmentOffsets
  }

  /// Shares of the classes among newborns, as the start gives them.
  private static func sharesAtBirth(_ model: Model, by: Int?) -> [Double] {
    guard let by else { return [1] }
    var shares = [Double](repeating: 0, count: model.pathways[by].segments.count)
    if case .shares(let stated) = model.pathways[by].start {
      for (segment, share) in stated { shares[segment] = share.value(for: Attributes(age: 0)) }
    }
    shares[0] = max(0, 1 - shares.reduce(0, +))
    return shares
  }

  /// The model of the cohort, but for the class.
  private static func prepared(_ model: Model, people: Int, ages: Int) -> Model {
    var model = model
    model.reportFrom = model.start
    model.years = ages
    model.population = newborns(model.population, people: people)
    let moved = model.pathways.map { pathway in
      Set(pathway.segments.indices.filter { pathway.segments[$0].leaves == .moved })
    }
    func staying(_ event: Event) -> Event? {
      if let move = event.move, moved[move.pathway].contains(move.to) { return nil }
      var event = event
      event.triggers.removeAll { moved[$0.pathway].contains($0.to) }
      return event
    }
    for index in model.pathways.indices {
      model.pathways[index].moves = model.pathways[index].moves.compactMap(staying)
      if case .shares = model.pathways[index].start, model.pathways[index].settlement == nil {
        continue
      }
      model.pathways[index].start = .shares([:])
    }
    model.events = model.events.compactMap(staying)
    return model
  }

  /// People aged 0 with the mix of areas, sexes and deprivation of the place's own.
  private static func newborns(_ plan: PopulationPlan, people: Int) -> PopulationPlan {
    let cells = plan.residentsByCell()
    let infants = cells.filter { $0.attributes.age == 0 }
    var plan = plan
    plan.residents = people
    plan.people = (infants.isEmpty ? cells : infants).map {
      PeopleCell(
        area: $0.attributes.area, sex: $0.attributes.sex, ages: AgeRange(0, 0),
        people: Double($0.people))
    }
    plan.birthsPerYear = nil
    plan.joinersPerYear = []
    return plan
  }

  // MARK: - What is read off

  /// The living at an age: of a class, or (nil) of all as newborns mix; in an area, or (nil) all.
  func living(age: Int, class segment: Int? = nil, area: Int? = nil) -> Double {
    sum(over: segment) { Double($0.living(boundary: boundary($0, age), group: group(area))) }
  }

  /// The living at an age in a segment of a pathway.
  func people(
    _ pathway: Int, _ segment: Int, age: Int, class other: Int? = nil, area: Int? = nil
  ) -> Double {
    guard pathway != by else { return living(age: age, class: segment, area: area) }
    return sum(over: other) {
      Double(
        $0.occupancy(
          boundary: boundary($0, age), group: group(area), segment: offsets[pathway] + segment))
    }
  }

  private func sum(over segment: Int?, _ value: (Tallies) -> Double) -> Double {
    lives.reduce(0) { sum, life in
      segment == nil || life.segment == segment ? sum + life.atBirth * value(life.tallies) : sum
    }
  }

  private func boundary(_ tallies: Tallies, _ age: Int) -> Int {
    age * 12 / tallies.layout.step.months
  }

  /// The group of the tallies: areas follow everybody.
  private func group(_ area: Int?) -> Int { area.map { $0 + 1 } ?? 0 }
}
