import SegmentModel
import SegmentSimulation

/// What a unit price is multiplied by.
enum Driver: Hashable, Sendable {
  /// How often a happening befell anybody.
  case happening(Int)
  /// Residents first reached by an intervention.
  case started(Int)
  /// How often a happening befell those reached; an index into the layout's pairs.
  case happenedToReached(Int)
  /// Years that an intervention runs.
  case running(Int)
  /// Years spent in a segment (flat index).
  case segment(Int)
  /// Years spent reached by an intervention.
  case reached(Int)
  /// Years lived.
  case living
  /// Years lived by those of a group (an index into the layout's).
  case livingIn(group: Int)

  /// The discounted amount in each reported year.
  ///
  /// What happens at once counts in the middle of its step; what runs with time counts at the
  /// boundaries of its step, by the model's weights.
  func yearly(
    _ tallies: Tallies, _ period: ReportedPeriod, _ discount: DiscountFactors
  ) -> [Double] {
    let timeline = period.timeline
    var years = [Double](repeating: 0, count: timeline.years)
    for step in 0..<timeline.steps {
      let amount =
        if let count = count(tallies, period, step: step) {
          count * discount.midStep[step]
        } else {
          running(tallies, period, step: step, discount)
        }
      years[timeline.year(ofStep: step)] += amount
    }
    return years
  }

  /// The amount in each reported year that falls to the residents of a group, not discounted.
  ///
  /// Years that an intervention runs fall to groups by the years for which it reaches their residents, and
  /// in a year in which it reaches nobody by the years that they live.
  func yearly(_ tallies: Tallies, _ period: ReportedPeriod, group: Int) -> [Double] {
    let timeline = period.timeline
    func years(_ driver: Driver, of group: Int) -> [Double] {
      var years = [Double](repeating: 0, count: timeline.years)
      for step in 0..<timeline.steps {
        years[timeline.year(ofStep: step)] += driver.running(
          tallies, period, step: step, period.undiscounted, group: group)
      }
      return years
    }
    switch self {
    case .happening, .started, .happenedToReached:
      return (0..<timeline.years).map {
        Double(count(tallies, year: timeline.firstYear + $0, group: group))
      }
    case .running(let index):
      let all = yearly(tallies, period, period.undiscounted)
      let shares: [(part: [Double], whole: [Double])] = [.reached(index), .living].map {
        (years($0, of: group), years($0, of: 0))
      }
      return all.indices.map { year in
        guard let share = shares.first(where: { $0.whole[year] > 0 }) else { return 0 }
        return all[year] * share.part[year] / share.whole[year]
      }
    case .segment, .reached, .living: return years(self, of: group)
    case .livingIn: preconditionFailure("what goes by one group is not told by another")
    }
  }

  /// How often it was counted for the residents of a group in a year of the run.
  private func count(_ tallies: Tallies, year: Int, group: Int) -> Int64 {
    switch self {
    case .happening(let index): tallies.happened(year: year, group: group, happening: index)
    case .started(let index): tallies.started(year: year, group: group, intervention: index)
    case .happenedToReached(let pair):
      tallies.happenedToReached(year: year, group: group, pair: pair)
    case .running, .segment, .reached, .living, .livingIn: 0
    }
  }

  /// The amount in a reported step of what happens at once; nil for what runs with time.
  private func count(_ tallies: Tallies, _ period: ReportedPeriod, step: Int) -> Double? {
    let layout = tallies.layout
    let runStep = period.timeline.firstStep + step
    switch self {
    case .happening(let index):
      return Double(tallies.happenedInStep[runStep * layout.happenings + index])
    case .started(let index):
      return Double(tallies.startedInStep[runStep * layout.interventions + index])
    case .happenedToReached(let pair):
      let pairs = layout.reachedHappenings.count
      return Double(tallies.happenedToReachedInStep[runStep * pairs + pair])
    case .running(let index):
      return period.runs[index][step] ? period.timeline.step.years : 0
    case .segment, .reached, .living, .livingIn: return nil
    }
  }

  /// The discounted amount in a reported step of what runs with time, for the residents of a group.
  private func running(
    _ tallies: Tallies, _ period: ReportedPeriod, step: Int, _ discount: DiscountFactors,
    group: Int = 0
  ) -> Double {
    let timeline = period.timeline
    let weights = StepWeights(
      period.weights, stepYears: timeline.step.years, isLast: step == timeline.steps - 1)
    func discounted(_ boundary: Int) -> Double {
      people(tallies, boundary: timeline.firstStep + boundary, group: group)
        * discount.atBoundary[boundary]
    }
    // Reach jumps at boundaries: who is reached at one is reached in the step that follows it.
    if case .reached(let index) = self, !period.reachIsSteady[index][step] {
      return (weights.start + weights.end) * discounted(step)
    }
    return weights.start * discounted(step) + weights.end * discounted(step + 1)
  }

  /// People of a group at a boundary of the run.
  private func people(_ tallies: Tallies, boundary: Int, group: Int) -> Double {
    switch self {
    case .segment(let index):
      Double(tallies.occupancy(boundary: boundary, group: group, segment: index))
    case .reached(let index):
      Double(tallies.reached(boundary: boundary, group: group, intervention: index))
    case .living: Double(tallies.living(boundary: boundary, group: group))
    case .livingIn(let group): Double(tallies.living(boundary: boundary, group: group))
    case .happening, .started, .happenedToReached, .running: 0
    }
  }
}
