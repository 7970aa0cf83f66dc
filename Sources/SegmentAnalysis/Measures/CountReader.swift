import SegmentModel
import SegmentSimulation

/// Reads what expressions count off the tallies of one scenario.
struct CountReader: Sendable {
  private let model: Model
  private let scenario: Scenario
  private let step: StepLength
  private let groups: [TallyGroup]
  private let segmentOffsets: [Int]
  private let triggerOffsets: [Int]
  private let happenings: [Event]
  /// Flat indices of the segments whose residents have died.
  private let dead: [Int]

  init(model: Model, scenario: Scenario, step: StepLength) {
    self.model = model
    self.scenario = scenario
    self.step = step
    let layout = TallyLayout(model: model, scenario: scenario, step: step)
    groups = layout.groups
    segmentOffsets = layout.segmentOffsets
    happenings = model.happenings
    triggerOffsets = happenings.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.triggers.count)
    }
    let segments = model.pathways.flatMap(\.segments)
    dead = segments.indices.filter { segments[$0].leaves == .died }
  }

  /// What a replicate counted.
  ///
  /// Throws ``AnalysisError`` when it ends before what is counted does.
  func value(of count: Count, _ tallies: Tallies) throws -> Double {
    let first = (count.from.ordinal - model.start.ordinal) / 12
    let years = first..<first + count.years
    guard first >= 0, years.upperBound <= tallies.layout.years else {
      throw AnalysisError("what is counted lasts until \(count.end), after the run ends")
    }
    let groups = groups(of: count.margin)
    func yearly(_ value: (_ year: Int, _ group: Int) -> Int64) -> Double {
      years.reduce(0) { sum, year in groups.reduce(sum) { $0 + Double(value(year, $1)) } }
    }
    switch count.what {
    case .events(let targets):
      return targets.reduce(0) { $0 + happened($1, tallies, yearly) }
    case .outcome(let outcome, let causes):
      let counted = happenings.indices.filter {
        happenings[$0].outcome == outcome && causes?.contains(happenings[$0].cause) ?? true
      }
      return yearly { year, group in
        counted.reduce(0) { $0 + tallies.happened(year: year, group: group, happening: $1) }
      }
    case .people(let segments):
      return people(segments, tallies, boundary: boundary(first), groups)
    case .personYears(let segments):
      let (from, to) = (boundary(years.lowerBound), boundary(years.upperBound))
      return (from..<to).reduce(0) { sum, boundary in
        let ends = [boundary, boundary + 1].map { people(segments, tallies, boundary: $0, groups) }
        return sum + (ends[0] + ends[1]) / 2 * step.years
      }
    case .deaths:
      let ends = [years.lowerBound, years.upperBound].map { year in
        groups.reduce(0) { sum, group in
          dead.reduce(sum) {
            $0 + tallies.occupancy(boundary: boundary(year), group: group, segment: $1)
          }
        }
      }
      return Double(ends[1] - ends[0])
    case .holding, .shareOfSpend:
      preconditionFailure("tallies do not tell what is counted in single residents")
    case .reached(let id):
      guard let index = scenario.interventions.firstIndex(where: { $0.id == id }) else { return 0 }
      return yearly { tallies.started(year: $0, group: $1, intervention: index) }
    case .pounds(let payer, let category):
      return try pounds(payer, category, count, tallies)
    case .resource(let resource):
      // Sums of fractions must not depend on the order of a dictionary.
      return try valuation(of: count).amounts(tallies)
        .filter { $0.key.resource == resource }
        .map { (id: $0.key.id, amount: $0.value.reduce(0, +)) }
        .sorted { $0.id < $1.id }
        .reduce(0) { $0 + $1.amount }
    }
  }

  private func happened(
    _ target: EffectTarget, _ tallies: Tallies, _ yearly: ((Int, Int) -> Int64) -> Double
  ) -> Double {
    switch target {
    case .happening(let index):
      yearly { tallies.happened(year: $0, group: $1, happening: index) }
    case .trigger(let happening, let trigger):
      yearly {
        tallies.triggered(year: $0, group: $1, trigger: triggerOffsets[happening] + trigger)
      }
    }
  }

  private func people(
    _ segments: Count.Segments?, _ tallies: Tallies, boundary: Int, _ groups: [Int]
  ) -> Double {
    let people = groups.reduce(Int64(0)) { sum, group in
      guard let segments else { return sum + tallies.living(boundary: boundary, group: group) }
      return segments.segments.reduce(sum) {
        let flat = segmentOffsets[segments.pathway] + $1
        return $0 + tallies.occupancy(boundary: boundary, group: group, segment: flat)
      }
    }
    return Double(people)
  }

  /// Pounds as results give them.
  private func pounds(
    _ payer: Int?, _ category: CostCategory?, _ count: Count, _ tallies: Tallies
  ) throws -> Double {
    try valuation(of: count).pounds(tallies) {
      (payer == nil || $0.payer == payer) && (category == nil || $0.category == category)
    }
  }

  /// A valuation whose reported period is what is counted.
  private func valuation(of count: Count) throws -> Valuation {
    var model = model
    model.reportFrom = count.from
    model.years = count.years
    return try Valuation(model: model, scenario: scenario, step: step)
  }

  private func boundary(_ year: Int) -> Int { year * 12 / step.months }

  /// The groups of the tallies that make up a margin.
  private func groups(of margin: Margin?) -> [Int] {
    func of(_ kind: TallyGroup.Kind, _ index: Int) -> [Int] {
      [groups.indices.filter { groups[$0].kind == kind }[index]]
    }
    switch margin {
    case nil: return [0]
    case .area(let index): return of(.area, index)
    case .deprivation(let index): return of(.deprivation, index)
    case .sex(let index): return of(.sex, index)
    case .ages(let ages):
      return model.population.ageBands.enumerated()
        .filter { ages.lower <= $1.lower && $1.upper <= ages.upper }
        .flatMap { of(.ageBand, $0.offset) }
    }
  }
}
