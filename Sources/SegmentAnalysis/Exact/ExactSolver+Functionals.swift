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
      for cost in intervention.costs where pays(cost.unit.payer) {
        add(cost, of: index, rate, to: &table)
      }
    }
    return table
  }

  /// QALYs lived by residents; nil when the model has no base utility.
  public func qalys(ratePerYear rate: Double = 0) -> ExactTable? {
    guard let base = model.baseUtility else { return nil }
    var table = zeros
    addRunning(base.scalar, rate) { table.living[$0] += $1 }
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
      addRunning(gain.scalar, rate) { table.reached[$0][index] += $1 }
    }
    return table
  }

  // MARK: - Weights

  private var zeros: ExactTable { ExactTable(model: model, scenario: scenario, steps: steps) }

  private var firstStep: Int { steps - model.years * 12 / step.months }

  private func add(
    _ cost: InterventionCost, of index: Int, _ rate: Double, to table: inout ExactTable
  ) {
    let pounds = cost.unit.pounds.scalar
    switch cost {
    case .perPersonReached: addAtOnce(pounds, rate) { table.started[$0][index] += $1 }
    case .perPersonYear: addRunning(pounds, rate) { table.reached[$0][index] += $1 }
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
    for boundary in firstStep...steps {
      let weight = perYear * step.years * cycleWeight(boundary)
      add(boundary, weight * discount(rate, steps: Double(boundary - firstStep)))
    }
  }

  /// Steps for which the state at a boundary counts.
  private func cycleWeight(_ boundary: Int) -> Double {
    switch model.cycleWeights {
    case .trapezoid: boundary == firstStep || boundary == steps ? 0.5 : 1
    case .start: boundary == steps ? 0 : 1
    case .end: boundary == firstStep ? 0 : 1
    case .everyBoundary: 1
    }
  }

  private func discount(_ rate: Double, steps elapsed: Double) -> Double {
    exp(-log1p(rate) * elapsed * step.years)
  }
}
