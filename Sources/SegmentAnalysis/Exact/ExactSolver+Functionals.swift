import Foundation
import SegmentModel

/// Linear functionals of the counts that answer a reader's questions, for the reported period.
///
/// What happens at once counts in the middle of its step, what runs with time at step boundaries
/// by the model's cycle weights, discounted to the start of the reported period.
extension ExactSolver {
  /// How often happenings befall residents that count as one of the model's outcomes.
  public func occurrences(ofOutcome outcome: Int) -> ExactTable {
    occurrences { $0.outcome == outcome }
  }

  /// How often happenings that meet a condition befall residents.
  public func occurrences(where counts: (Event) -> Bool) -> ExactTable {
    var table = zeros
    for (index, happening) in model.happenings.enumerated() where counts(happening) {
      for step in firstStep..<steps { table.happened[step][index] = 1 }
    }
    return table
  }

  /// Pounds spent by all payers, or by one of them; without what interventions cost a year
  /// whoever is reached, which does not depend on any count.
  public func pounds(payer: Int? = nil, ratePerYear rate: Double = 0) -> ExactTable {
    var table = zeros
    func pays(_ other: Int) -> Bool { payer == nil || payer == other }
    for (flat, segment) in model.pathways.flatMap(\.segments).enumerated() {
      for cost in segment.costs where pays(cost.payer) {
        addRunning(cost.poundsPerYear.scalar, rate) { table.occupancy[$0][flat] += $1 }
      }
    }
    for (index, happening) in model.happenings.enumerated() {
      for cost in happening.costs where pays(cost.payer) {
        addAtOnce(cost.pounds.scalar, rate) { table.happened[$0][index] += $1 }
      }
    }
    for (index, intervention) in scenario.interventions.enumerated() {
      for cost in intervention.costs where pays(cost.amount.payer) {
        add(cost, of: index, rate, to: &table)
      }
    }
    return table
  }

  /// QALYs lived by residents; nil when the model has no base utility.
  public func qalys(ratePerYear rate: Double = 0) -> ExactTable? {
    guard let base = model.baseUtility else { return nil }
    var table = zeros
    for (band, ages) in model.population.ageBands.enumerated() {
      addRunning(base.value(for: Attributes(age: ages.lower)), rate) {
        table.livingByAge[$0][band] += $1
      }
    }
    for (flat, segment) in model.pathways.flatMap(\.segments).enumerated() {
      guard let loss = segment.utilityLoss else { continue }
      addRunning(-loss.scalar, rate) { table.occupancy[$0][flat] += $1 }
    }
    for (index, happening) in model.happenings.enumerated() {
      guard let loss = happening.qalyLoss else { continue }
      addAtOnce(-loss.scalar, rate) { table.happened[$0][index] += $1 }
    }
    for (index, intervention) in scenario.interventions.enumerated() {
      guard let gain = intervention.utilityGain else { continue }
      addReached(gain.scalar, of: intervention, rate) { table.reached[$0][index] += $1 }
    }
    return table
  }

  /// Years lived by residents.
  public var lifeYears: ExactTable {
    var table = zeros
    addRunning(1, 0) { table.living[$0] += $1 }
    return table
  }

  /// Pounds that interventions cost a year whoever is reached.
  public func poundsWhateverHappens(payer: Int? = nil, ratePerYear rate: Double = 0) -> Double {
    var total = 0.0
    for intervention in scenario.interventions {
      for case .perYear(let amount) in intervention.costs
      where payer == nil || payer == amount.payer {
        addAtOnce(amount.pounds.scalar * step.years, rate) { step, value in
          let month = model.start.ordinal + step * self.step.months
          let hasEnded = intervention.ends.map { $0.ordinal <= month } ?? false
          if intervention.starts.ordinal <= month && !hasEnded { total += value }
        }
      }
    }
    return total
  }

  // MARK: - Weights

  /// A table of zeros, to put weights in.
  var zeros: ExactTable { ExactTable(model: model, scenario: scenario, steps: steps) }

  /// The first step of the reported period.
  var firstStep: Int { steps - model.years * 12 / step.months }

  private func add(
    _ cost: InterventionCost, of index: Int, _ rate: Double, to table: inout ExactTable
  ) {
    let pounds = cost.amount.pounds.scalar
    switch cost {
    case .perPersonReached: addAtOnce(pounds, rate) { table.started[$0][index] += $1 }
    case .perPersonYear:
      addReached(pounds, of: scenario.interventions[index], rate) {
        table.reached[$0][index] += $1
      }
    case .perEvent(_, let happening):
      addAtOnce(pounds, rate) { table.happenedToReached[$0][index][happening] += $1 }
    case .perYear: break
    }
  }

  private func addAtOnce(_ value: Double, _ rate: Double, to add: (Int, Double) -> Void) {
    for step in firstStep..<steps {
      add(step, value * discount(rate, steps: Double(step - firstStep) + 0.5))
    }
  }

  private func addRunning(_ perYear: Double, _ rate: Double, to add: (Int, Double) -> Void) {
    for step in firstStep..<steps {
      addStep(step, endingAt: step + 1, perYear, rate, to: add)
    }
  }

  /// What runs through a step, by the state at its start and at the boundary that stands for its end.
  private func addStep(
    _ step: Int, endingAt end: Int, _ perYear: Double, _ rate: Double,
    to add: (Int, Double) -> Void
  ) {
    let weights = cycleWeights(ofStep: step)
    for (boundary, weight) in [(step, weights.start), (end, weights.end)] {
      let value = perYear * self.step.years * weight
      add(boundary, value * discount(rate, steps: Double(boundary - firstStep)))
    }
  }

  /// As what runs with time, but a step whose end sees other reach than its start counts by its start.
  private func addReached(
    _ perYear: Double, of intervention: Intervention, _ rate: Double,
    to add: (Int, Double) -> Void
  ) {
    let (months, stepYears) = (step.months, step.years)
    func share(_ step: Int) -> Double? {
      let month = model.start.ordinal + step * months
      let looked = min(month, model.start.ordinal + (steps - 1) * months)
      guard looked >= intervention.starts.ordinal,
        looked < intervention.ends?.ordinal ?? .max
      else {
        return nil
      }
      let years = Double(month - intervention.starts.ordinal) / 12
      return intervention.reach.share(yearsSinceStart: years + stepYears / 2)
    }
    for step in firstStep..<steps {
      let isSteady = share(step) == share(step + 1)
      addStep(step, endingAt: isSteady ? step + 1 : step, perYear, rate, to: add)
    }
  }

  /// Shares of a step that count by the state at its start and at its end.
  private func cycleWeights(ofStep step: Int) -> (start: Double, end: Double) {
    switch model.cycleWeights {
    case .trapezoid: (0.5, 0.5)
    case .start: (1, 0)
    case .end: (0, 1)
    case .everyBoundary: (1, step == steps - 1 ? 1 : 0)
    }
  }

  private func discount(_ rate: Double, steps elapsed: Double) -> Double {
    exp(-log1p(rate) * elapsed * step.years)
  }
}
