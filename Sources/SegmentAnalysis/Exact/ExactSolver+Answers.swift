import Foundation
import SegmentModel

extension ExactSolver {
  /// The answers to everything that a model has something to say to: outcomes, deaths, years lived, money
  /// and QALYs at each discount rate, and people in segments at the end.
  public func answers() -> [ExactAnswer] {
    let segments = model.pathways.flatMap(\.segments)
    var questions: [ExactAnswer.Question] = model.outcomes.indices.map { .outcome($0) }
    if segments.contains(where: { $0.leaves == .died }) { questions.append(.deaths) }
    questions.append(.lifeYears)
    let listed = [.none] + model.discountRatesPerYear
    let (costs, health) = (Set(listed.map(\.costs)), Set(listed.map(\.health)))
    let payers: [Int?] = model.payers.count == 1 ? [] : model.payers.indices.map { $0 }
    for rate in costs.union(health).sorted() {
      if costs.contains(rate) {
        questions += (payers + [nil]).map { .pounds(payer: $0, ratePerYear: rate) }
      }
      if model.baseUtility != nil, health.contains(rate) {
        questions.append(.qalys(ratePerYear: rate))
      }
    }
    questions += segments.indices.map { .people(segment: $0) }
    return questions.map(answer)
  }

  private func answer(_ question: ExactAnswer.Question) -> ExactAnswer {
    var whateverHappens = 0.0
    let weights: ExactTable
    switch question {
    case .outcome(let outcome): weights = occurrences(ofOutcome: outcome)
    case .deaths: weights = deaths
    case .lifeYears: weights = lifeYears
    case .pounds(let payer, let rate):
      weights = pounds(payer: payer, ratePerYear: rate)
      whateverHappens = poundsWhateverHappens(payer: payer, ratePerYear: rate)
    case .qalys(let rate): weights = qalys(ratePerYear: rate) ?? zeros
    case .people(let segment):
      var last = zeros
      last.occupancy[steps][segment] = 1
      weights = last
    }
    let moments = moments(of: weights)
    // Rounding may leave less than nothing where luck has no part.
    return ExactAnswer(
      question: question, mean: moments.mean + whateverHappens,
      standardDeviation: max(0, moments.variance).squareRoot())
  }

  /// Who has died by the end of the reported period, less who had at its start.
  private var deaths: ExactTable {
    var table = zeros
    for (flat, segment) in model.pathways.flatMap(\.segments).enumerated()
    where segment.leaves == .died {
      table.occupancy[steps][flat] += 1
      table.occupancy[firstStep][flat] -= 1
    }
    return table
  }
}
