import SegmentModel
import SegmentSimulation

extension Measurement {
  /// Reads amounts of resources by item, and of each resource in all.
  func readResources(_ tallies: Tallies, into readings: inout Readings) {
    let amounts = valuation.amountsByItem(tallies)
    let none = [Double](repeating: 0, count: valuation.timeline.years)
    let byItem = uses.map { $0.map { amounts[$0] } ?? none }
    for (item, years) in byItem.enumerated() {
      readings.add(years: years) { .use(item: item, year: $0) }
    }
    for resource in model.resources.indices {
      let all = zip(catalogue.uses, byItem).reduce(none) { sum, line in
        line.0.resource == resource ? zip(sum, line.1).map(+) : sum
      }
      readings.add(years: all) { .resource(resource, year: $0) }
    }
  }
}
