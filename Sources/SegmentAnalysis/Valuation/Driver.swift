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

  /// The discounted amount in a reported step of what runs with time.
  private func running(
    _ tallies: Tallies, _ period: ReportedPeriod, step: Int, _ discount: DiscountFactors
  ) -> Double {
    let timeline = period.timeline
    let weights = StepWeights(
      period.weights, stepYears: timeline.step.years, isLast: step == timeline.steps - 1)
    func discounted(_ boundary: Int) -> Double {
      people(tallies, boundary: timeline.firstStep + boundary) * discount.atBoundary[boundary]
    }
    // Reach jumps at boundaries: who is reached at one is reached in the step that follows it.
    if case .reached(let index) = self, !period.reachIsSteady[index][step] {
      return (weights.start + weights.end) * discounted(step)
    }
    return weights.start * discounted(step) + weights.end * discounted(step + 1)
  }

  /// People at a boundary of the run.
  private func people(_ tallies: Tallies, boundary: Int) -> Double {
    switch self {
    case .segment(let index): Double(tallies.occupancy(boundary: boundary, segment: index))
    case .reached(let index): Double(tallies.reached(boundary: boundary, intervention: index))
    case .living: Double(tallies.living(boundary: boundary))
    case .livingIn(let group): Double(tallies.living(boundary: boundary, group: group))
    case .happening, .started, .happenedToReached, .running: 0
    }
  }
}
