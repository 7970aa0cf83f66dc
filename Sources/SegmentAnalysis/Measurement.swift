import SegmentModel
import SegmentSimulation

/// Reads the measures of one scenario off a replicate's tallies, always in the same order.
struct Measurement: Sendable {
  let model: Model
  let catalogue: Catalogue
  let valuation: Valuation
  /// By intervention of the catalogue: its index in the scenario, nil where it has none.
  let interventions: [Int?]

  init(model: Model, scenario: Scenario, catalogue: Catalogue, valuation: Valuation) {
    self.model = model
    self.catalogue = catalogue
    self.valuation = valuation
    interventions = catalogue.interventions.map { listed in
      scenario.interventions.firstIndex { $0.id == listed.id }
    }
  }

  private var timeline: Timeline { valuation.timeline }

  /// Every measure with its value.
  func measures(of tallies: Tallies) -> [(Measure, Double)] {
    outcomes(tallies) + deaths(tallies) + money(tallies) + resources(tallies)
      + health(tallies) + people(tallies) + moves(tallies) + reach(tallies)
  }

  private func outcomes(_ tallies: Tallies) -> [(Measure, Double)] {
    model.outcomes.indices.flatMap { outcome -> [(Measure, Double)] in
      let causes: [Int?] = [nil] + Array(catalogue.causes[outcome].indices)
      let counted = causes.map { happenings(outcome: outcome, cause: $0) }
      return catalogue.groups.indices.flatMap { group in
        zip(causes, counted).flatMap { cause, happenings in
          series({ year in
            happenings.reduce(0) {
              $0 + Double(tallies.happened(year: year, group: group, happening: $1))
            }
          }) { .outcome(outcome, cause: cause, year: $0, group: group) }
        }
      }
    }
  }

  /// Happenings counted as an outcome, from one cause or (nil) all.
  private func happenings(outcome: Int, cause: Int?) -> [Int] {
    let name = cause.map { catalogue.causes[outcome][$0] }
    let happenings = model.happenings
    return happenings.indices.filter {
      happenings[$0].outcome == outcome && (name == nil || happenings[$0].cause == name)
    }
  }

  private func deaths(_ tallies: Tallies) -> [(Measure, Double)] {
    let segments = model.pathways.flatMap(\.segments)
    let dead = segments.indices.filter { segments[$0].leaves == .died }
    func died(by boundary: Int) -> Double {
      dead.reduce(0) { $0 + Double(tallies.occupancy(boundary: boundary, segment: $1)) }
    }
    return withTotal(
      (0..<timeline.years).map {
        died(by: timeline.boundary(startOfYear: $0 + 1))
          - died(by: timeline.boundary(startOfYear: $0))
      }
    ) { .deaths(year: $0) }
  }

  private func health(_ tallies: Tallies) -> [(Measure, Double)] {
    catalogue.discountRates.enumerated().flatMap { index, rate -> [(Measure, Double)] in
      let years = valuation.lifeYears(tallies, ratePerYear: rate)
      let lifeYears = withTotal(years) { .lifeYears(rate: index, year: $0) }
      guard let qalys = valuation.qalys(tallies, ratePerYear: rate) else { return lifeYears }
      return lifeYears + withTotal(qalys) { .qalys(rate: index, year: $0) }
    }
  }

  private func people(_ tallies: Tallies) -> [(Measure, Double)] {
    (0...timeline.years).flatMap { year -> [(Measure, Double)] in
      let boundary = timeline.boundary(startOfYear: year)
      return catalogue.groups.indices.flatMap { group -> [(Measure, Double)] in
        let living = Double(tallies.living(boundary: boundary, group: group))
        return [(.residents(boundary: year, group: group), living)]
          + (0..<tallies.layout.segments).map { segment in
            let people = tallies.occupancy(boundary: boundary, group: group, segment: segment)
            return (.occupancy(segment: segment, boundary: year, group: group), Double(people))
          }
      }
    }
  }

  private func moves(_ tallies: Tallies) -> [(Measure, Double)] {
    let happenings = model.happenings
    let moving = happenings.indices.filter { happenings[$0].move != nil }
    let triggers = 0..<happenings.reduce(0) { $0 + $1.triggers.count }
    return (0..<timeline.years).flatMap { year -> [(Measure, Double)] in
      let runYear = timeline.firstYear + year
      return catalogue.groups.indices.flatMap { group -> [(Measure, Double)] in
        moving.map {
          let count = tallies.happened(year: runYear, group: group, happening: $0)
          return (.moved(happening: $0, year: year, group: group), Double(count))
        }
          + triggers.map {
            let count = tallies.triggered(year: runYear, group: group, trigger: $0)
            return (.triggered($0, year: year, group: group), Double(count))
          }
      }
    }
  }

  private func movesOnce(
    _ tallies: Tallies, listed: Int, own: Int?, group: Int
  ) -> [(Measure, Double)] {
    (0..<timeline.years).flatMap { year in
      catalogue.interventions[listed].once.indices.map { move in
        let offsets = tallies.layout.onceOffsets
        let count = own.flatMap { own in
          move < offsets[own + 1] - offsets[own]
            ? tallies.movedOnce(
              year: timeline.firstYear + year, group: group, intervention: own, move: move) : nil
        }
        return (
          .movedOnce(intervention: listed, move: move, year: year, group: group),
          Double(count ?? 0)
        )
      }
    }
  }

  private func reach(_ tallies: Tallies) -> [(Measure, Double)] {
    interventions.enumerated().flatMap { listed, own -> [(Measure, Double)] in
      catalogue.groups.indices.flatMap { group -> [(Measure, Double)] in
        let started = series({ year in
          own.map { Double(tallies.started(year: year, group: group, intervention: $0)) } ?? 0
        }) { .started(intervention: listed, year: $0, group: group) }
        let reached = (0...timeline.years).map { year -> (Measure, Double) in
          // Before the reach of the year to come is brought up to date.
          let boundary = max(timeline.boundary(startOfYear: year) - 1, 0)
          let people = own.map {
            Double(tallies.reached(boundary: boundary, group: group, intervention: $0))
          }
          return (.reached(intervention: listed, boundary: year, group: group), people ?? 0)
        }
        return started + reached + movesOnce(tallies, listed: listed, own: own, group: group)
      }
    }
  }

  /// A value for each reported year, read at the year of the run, and their sum.
  private func series(
    _ value: (_ runYear: Int) -> Double, _ measure: (Int?) -> Measure
  ) -> [(Measure, Double)] {
    withTotal((0..<timeline.years).map { value(timeline.firstYear + $0) }, measure)
  }
}

extension Measurement {
  /// Each year's value, and their sum.
  func withTotal(_ years: [Double], _ measure: (Int?) -> Measure) -> [(Measure, Double)] {
    years.enumerated().map { (measure($0), $1) } + [(measure(nil), years.reduce(0, +))]
  }
}
