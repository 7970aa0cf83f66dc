import SegmentModel
import SegmentSimulation

/// Reads what is shared out off the tallies of a scenario, the less the better.
struct AttributedReader {
  private let measures: [AttributedMeasure]
  private let valuation: Valuation
  private let happenings: [Event]

  init(model: Model, scenario: Scenario, step: StepLength, measures: [AttributedMeasure]) throws {
    self.measures = measures
    valuation = try Valuation(model: model, scenario: scenario, step: step)
    happenings = model.happenings
  }

  /// The value of each measure.
  func values(_ tallies: Tallies) -> [Double] {
    measures.map { measure in
      switch measure {
      case .outcome(let outcome): count(outcome, tallies)
      case .pounds(let payer): valuation.pounds(tallies) { payer == nil || $0.payer == payer }
      case .qalys: -qalys(tallies, ratePerYear: 0)
      case .netBenefit(let price, let rate):
        valuation.pounds(tallies, ratePerYear: rate.costs) { _ in true }
          - price * qalys(tallies, ratePerYear: rate.health)
      }
    }
  }

  private func qalys(_ tallies: Tallies, ratePerYear: Double) -> Double {
    valuation.qalys(tallies, ratePerYear: ratePerYear)?.reduce(0, +) ?? 0
  }

  private func count(_ outcome: Int, _ tallies: Tallies) -> Double {
    let timeline = valuation.timeline
    let counted = happenings.indices.filter { happenings[$0].outcome == outcome }
    return (timeline.firstYear..<timeline.firstYear + timeline.years).reduce(0) { sum, year in
      counted.reduce(sum) { $0 + Double(tallies.happened(year: year, happening: $1)) }
    }
  }
}
