import SegmentModel

/// The reported part of a scenario's run, as far as amounts depend on it.
struct ReportedPeriod: Sendable {
  /// When it is.
  let timeline: Timeline
  /// How boundaries of steps count.
  let weights: CycleWeights
  /// By intervention, then reported step, whether it runs.
  let runs: [[Bool]]
  /// By intervention, then reported step, whether the same people stay within reach from it to the next.
  let reachIsSteady: [[Bool]]
  /// What later amounts count for where nothing is discounted.
  let undiscounted: DiscountFactors

  init(model: Model, scenario: Scenario, step: StepLength) throws {
    let timeline = try Timeline(model: model, step: step)
    self.timeline = timeline
    weights = model.cycleWeights
    undiscounted = DiscountFactors(ratePerYear: 0, timeline: timeline)
    // The boundary after the last step is looked at too: whatever runs in that step runs to its end.
    let months = (0...timeline.steps).map { timeline.month(ofStep: timeline.firstStep + $0) }
    runs = scenario.interventions.map { Self.runs($0, months) }
    reachIsSteady = scenario.interventions.map {
      Self.reachIsSteady($0, months, stepYears: step.years)
    }
  }

  private static func runs(_ intervention: Intervention, _ months: [CalendarMonth]) -> [Bool] {
    let runs = months.dropLast().map { month in
      intervention.starts <= month && intervention.ends.map { month < $0 } ?? true
    }
    return runs + runs.suffix(1)
  }

  private static func reachIsSteady(
    _ intervention: Intervention, _ months: [CalendarMonth], stepYears: Double
  ) -> [Bool] {
    let runs = runs(intervention, months)
    let shares: [Double] = months.map { month in
      let monthsIn = Double(month.ordinal - intervention.starts.ordinal)
      return intervention.reach.share(yearsSinceStart: monthsIn / 12 + stepYears / 2)
    }
    return months.indices.dropLast().map { step -> Bool in
      intervention.capacityPerYear == nil && runs[step] == runs[step + 1]
        && shares[step] == shares[step + 1]
    }
  }
}
