import SegmentModel

@testable import SegmentSimulation

/// What each resident cost and met, read off the history of a ``PlainStep``.
struct PlainLedger {
  /// [reported year][resident], in 24ths of a penny.
  private(set) var spend: [[Int64]]
  private(set) var outcomes: [[Int]]
  private(set) var standings: [[PersonLedger.Standing]] = []
  /// [count][start of a reported year, or the end of the last][resident].
  private(set) var held: [[[Int]]] = []

  init(_ plain: PlainStep) {
    let (model, steps) = (plain.model, plain.happened.count)
    let perYear = 12 / plain.step.months
    let lead = (model.reportFrom.ordinal - model.start.ordinal) / plain.step.months
    let people = plain.history[0].indices
    spend = Array(
      repeating: [Int64](repeating: 0, count: people.count), count: model.years)
    outcomes = Array(repeating: [Int](repeating: 0, count: people.count), count: model.years)
    let counted = model.spendSegments!.services
    for k in lead..<steps {
      let year = (k - lead) / perYear
      for (person, happening, times) in plain.happened[k] {
        let event = model.happenings[happening]
        for cost in event.costs where cost.service.map(counted.contains) ?? false {
          spend[year][person] += Int64(times) * Int64(cost.pounds.scalar * 2400)
        }
        if event.outcome == 0 { outcomes[year][person] += times }
      }
      let weights = StepWeights(
        model.cycleWeights, stepYears: plain.step.years, isLast: k == steps - 1)
      for (boundary, years) in [(k, weights.start), (k + 1, weights.end)] {
        for i in people where plain.history[boundary][i].isPresent {
          for (p, pathway) in model.pathways.enumerated() {
            let segment = pathway.segments[plain.history[boundary][i].segments[p]]
            for cost in segment.costs where cost.service.map(counted.contains) ?? false {
              spend[year][i] += Int64((cost.poundsPerYear.scalar * 2400 * years).rounded())
            }
          }
        }
      }
    }
    held = model.counts.map { count in
      (0...model.years).map { year in
        plain.history[lead + year * perYear].map { person in
          let counted = count.segments.filter { $0.value.contains(person.segments[$0.key]) }
          return person.isPresent ? counted.count : 0
        }
      }
    }
    for year in 0..<model.years {
      let boundary = lead + year * perYear
      standings.append(
        people.map { i in
          let person = plain.history[boundary][i]
          if person.isPresent { return .present(age: plain.who(i, at: boundary).age) }
          guard let p = person.leftBy else { return .toCome }
          return .left(model.pathways[p].segments[person.segments[p]].leaves!)
        })
    }
  }
}
