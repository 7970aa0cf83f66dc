import SegmentModel
import SegmentSimulation

/// Reads the measures of one scenario off a replicate's tallies, always in the same order.
struct Measurement: Sendable {
  let model: Model
  let catalogue: Catalogue
  let valuation: Valuation
  /// By item of the catalogue: its index in the valuation, nil where the scenario has none.
  let items: [Int?]
  let uses: [Int?]
  /// By intervention of the catalogue: its index in the scenario, likewise.
  private let interventions: [Int?]
  /// By intervention and move of the catalogue: where the scenario's intervention has the move, if it does.
  private let onceMoves: [[[Int]]]
  private let happenings: [Event]

  init(model: Model, scenario: Scenario, catalogue: Catalogue, valuation: Valuation) {
    self.model = model
    self.catalogue = catalogue
    self.valuation = valuation
    items = Self.places(of: catalogue.items, in: valuation.items)
    uses = Self.places(of: catalogue.uses, in: valuation.useItems)
    happenings = model.happenings
    interventions = catalogue.interventions.map { listed in
      scenario.interventions.firstIndex { $0.id == listed.id }
    }
    onceMoves = zip(catalogue.interventions, interventions).map { listed, own in
      let moves = own.map { scenario.interventions[$0].once } ?? []
      return listed.once.map { move in moves.indices.filter { moves[$0].isSameMove(as: move) } }
    }
  }

  private static func places<Item: Hashable>(of wanted: [Item], in own: [Item]) -> [Int?] {
    let places = Dictionary(uniqueKeysWithValues: zip(own, own.indices))
    return wanted.map { places[$0] }
  }

  private var timeline: Timeline { valuation.timeline }

  /// Reads every measure.
  func read(_ tallies: Tallies, into readings: inout Readings) {
    readOutcomes(tallies, into: &readings)
    readDeaths(tallies, into: &readings)
    readMoney(tallies, into: &readings)
    readResources(tallies, into: &readings)
    readHealth(tallies, into: &readings)
    readPeople(tallies, into: &readings)
    readMoves(tallies, into: &readings)
    readReach(tallies, into: &readings)
  }

  private func readOutcomes(_ tallies: Tallies, into readings: inout Readings) {
    for outcome in model.outcomes.indices {
      let causes: [Int?] = [nil] + Array(catalogue.causes[outcome].indices)
      let counted = causes.map { happenings(outcome: outcome, cause: $0) }
      for group in catalogue.groups.indices {
        for (cause, happenings) in zip(causes, counted) {
          let years = runYears.map { year in
            happenings.reduce(0) {
              $0 + Double(tallies.happened(year: year, group: group, happening: $1))
            }
          }
          readings.add(years: years) { .outcome(outcome, cause: cause, year: $0, group: group) }
        }
      }
    }
  }

  /// Happenings counted as an outcome, from one cause or (nil) all.
  private func happenings(outcome: Int, cause: Int?) -> [Int] {
    let name = cause.map { catalogue.causes[outcome][$0] }
    return happenings.indices.filter {
      happenings[$0].outcome == outcome && (name == nil || happenings[$0].cause == name)
    }
  }

  private func readDeaths(_ tallies: Tallies, into readings: inout Readings) {
    let segments = model.pathways.flatMap(\.segments)
    let dead = segments.indices.filter { segments[$0].leaves == .died }
    func died(by boundary: Int) -> Double {
      dead.reduce(0) { $0 + Double(tallies.occupancy(boundary: boundary, segment: $1)) }
    }
    let years = (0..<timeline.years).map {
      died(by: timeline.boundary(startOfYear: $0 + 1))
        - died(by: timeline.boundary(startOfYear: $0))
    }
    readings.add(years: years) { .deaths(year: $0) }
  }

  private func readHealth(_ tallies: Tallies, into readings: inout Readings) {
    for index in catalogue.healthRates {
      let rate = catalogue.discountRates[index]
      readings.add(years: valuation.lifeYears(tallies, ratePerYear: rate)) {
        .lifeYears(rate: index, year: $0)
      }
      guard let qalys = valuation.qalys(tallies, ratePerYear: rate) else { continue }
      readings.add(years: qalys) { .qalys(rate: index, year: $0) }
    }
  }

  private func readPeople(_ tallies: Tallies, into readings: inout Readings) {
    for year in 0...timeline.years {
      let boundary = timeline.boundary(startOfYear: year)
      for group in catalogue.groups.indices {
        let living = tallies.living(boundary: boundary, group: group)
        readings.add(Double(living), .residents(boundary: year, group: group))
        for segment in 0..<tallies.layout.segments {
          let people = tallies.occupancy(boundary: boundary, group: group, segment: segment)
          readings.add(Double(people), .occupancy(segment: segment, boundary: year, group: group))
        }
      }
    }
  }

  private func readMoves(_ tallies: Tallies, into readings: inout Readings) {
    let moving = happenings.indices.filter { happenings[$0].move != nil }
    let triggers = happenings.reduce(0) { $0 + $1.triggers.count }
    for (year, runYear) in runYears.enumerated() {
      for group in catalogue.groups.indices {
        for happening in moving {
          let count = tallies.happened(year: runYear, group: group, happening: happening)
          readings.add(Double(count), .moved(happening: happening, year: year, group: group))
        }
        for trigger in 0..<triggers {
          let count = tallies.triggered(year: runYear, group: group, trigger: trigger)
          readings.add(Double(count), .triggered(trigger, year: year, group: group))
        }
      }
    }
  }

  private func readReach(_ tallies: Tallies, into readings: inout Readings) {
    for (listed, own) in interventions.enumerated() {
      for group in catalogue.groups.indices {
        let started = runYears.map { year in
          own.map { Double(tallies.started(year: year, group: group, intervention: $0)) } ?? 0
        }
        readings.add(years: started) { .started(intervention: listed, year: $0, group: group) }
        for year in 0...timeline.years {
          // Before the reach of the year to come is brought up to date.
          let boundary = max(timeline.boundary(startOfYear: year) - 1, 0)
          let people = own.map {
            Double(tallies.reached(boundary: boundary, group: group, intervention: $0))
          }
          readings.add(people ?? 0, .reached(intervention: listed, boundary: year, group: group))
        }
        readMovesOnce(tallies, listed: listed, own: own, group: group, into: &readings)
      }
    }
  }

  private func readMovesOnce(
    _ tallies: Tallies, listed: Int, own: Int?, group: Int, into readings: inout Readings
  ) {
    for (year, runYear) in runYears.enumerated() {
      for (move, places) in onceMoves[listed].enumerated() {
        let count = places.reduce(0) { sum, place in
          sum
            + (own.map {
              tallies.movedOnce(year: runYear, group: group, intervention: $0, move: place)
            } ?? 0)
        }
        readings.add(
          Double(count),
          .movedOnce(intervention: listed, move: move, year: year, group: group))
      }
    }
  }

  /// The reported years, as years of the run.
  private var runYears: Range<Int> { timeline.firstYear..<timeline.firstYear + timeline.years }
}
