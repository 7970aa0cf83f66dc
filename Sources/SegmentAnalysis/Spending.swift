import SegmentModel
import SegmentSimulation

extension Measurement {
  /// Pounds by item, and by category and payer with their sums.
  func money(_ tallies: Tallies) -> [(Measure, Double)] {
    catalogue.discountRates.enumerated().flatMap { rate, ratePerYear -> [(Measure, Double)] in
      let pounds = valuation.pounds(tallies, ratePerYear: ratePerYear)
      let none = [Double](repeating: 0, count: valuation.timeline.years)
      let byItem = catalogue.items.map { pounds[$0] ?? none }
      let lines = catalogue.items.indices.flatMap { item in
        withTotal(byItem[item]) { .cost(item: item, rate: rate, year: $0) }
      }
      let units = rate == catalogue.undiscounted ? units(tallies) : []
      let categories: [CostCategory?] = CostCategory.allCases + [nil]
      let payers: [Int?] = Array(model.payers.indices) + [nil]
      let sums = categories.flatMap { category in
        payers.flatMap { payer in
          withTotal(sum(byItem, category: category, payer: payer)) {
            .spending(category: category, payer: payer, rate: rate, year: $0)
          }
        }
      }
      return lines + units + sums
    }
  }

  /// Units of items that have one price in some scenario; none where the item has several here.
  private func units(_ tallies: Tallies) -> [(Measure, Double)] {
    let units = valuation.units(tallies)
    let none = [Double](repeating: 0, count: valuation.timeline.years)
    return catalogue.items.indices.flatMap { item in
      withTotal(units[catalogue.items[item]] ?? none) { .units(item: item, year: $0) }
    }
  }

  /// The yearly sum of the items of a category and payer; nil stands for all.
  private func sum(_ byItem: [[Double]], category: CostCategory?, payer: Int?) -> [Double] {
    let none = [Double](repeating: 0, count: valuation.timeline.years)
    return zip(catalogue.items, byItem).reduce(none) { sum, line in
      let (item, years) = line
      let counts =
        (category == nil || item.category == category) && (payer == nil || item.payer == payer)
      return counts ? zip(sum, years).map(+) : sum
    }
  }
}
