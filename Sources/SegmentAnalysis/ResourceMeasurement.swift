import SegmentModel
import SegmentSimulation

extension Measurement {
  /// Amounts of resources by item, and of each resource in all.
  func resources(_ tallies: Tallies) -> [(Measure, Double)] {
    let amounts = valuation.amounts(tallies)
    let none = [Double](repeating: 0, count: valuation.timeline.years)
    let byItem = catalogue.uses.map { amounts[$0] ?? none }
    let lines = byItem.enumerated().flatMap { item, years in
      withTotal(years) { .use(item: item, year: $0) }
    }
    let sums = model.resources.indices.flatMap { resource in
      let all = zip(catalogue.uses, byItem).reduce(none) { sum, line in
        line.0.resource == resource ? zip(sum, line.1).map(+) : sum
      }
      return withTotal(all) { .resource(resource, year: $0) }
    }
    return lines + sums
  }
}
