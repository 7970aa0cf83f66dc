import SegmentModel
import SegmentSimulation

extension Measurement {
  /// Reads pounds by item, and by category and payer with their sums.
  func readMoney(_ tallies: Tallies, into readings: inout Readings) {
    let none = [Double](repeating: 0, count: valuation.timeline.years)
    for rate in catalogue.costRates {
      let pounds = valuation.poundsByItem(
        tallies, ratePerYear: catalogue.discountRates[rate])
      let byItem = items.map { $0.map { pounds[$0] } ?? none }
      for (item, years) in byItem.enumerated() {
        readings.add(years: years) { .cost(item: item, rate: rate, year: $0) }
      }
      if rate == catalogue.undiscounted { readUnits(tallies, into: &readings) }
      for (category, payer) in kindsOfMoney {
        readings.add(years: sum(byItem, category: category, payer: payer)) {
          .spending(category: category, payer: payer, rate: rate, year: $0)
        }
      }
    }
    for group in catalogue.groups.indices.dropFirst() where !catalogue.items.isEmpty {
      let pounds = valuation.poundsByItem(tallies, group: group)
      let byItem = items.map { $0.map { pounds[$0] } ?? none }
      for (category, payer) in kindsOfMoney {
        readings.add(years: sum(byItem, category: category, payer: payer)) {
          .groupSpending(category: category, payer: payer, year: $0, group: group)
        }
      }
    }
  }

  /// Categories and payers; nil stands for all.
  private var kindsOfMoney: [(CostCategory?, Int?)] {
    let payers: [Int?] = Array(model.payers.indices) + [nil]
    let categories: [CostCategory?] = CostCategory.allCases + [nil]
    return categories.flatMap { category in payers.map { (category, $0) } }
  }

  /// Reads units of items that have one price in some scenario; none where the item has several here.
  private func readUnits(_ tallies: Tallies, into readings: inout Readings) {
    let units = valuation.unitsByItem(tallies)
    let none = [Double](repeating: 0, count: valuation.timeline.years)
    for (item, own) in items.enumerated() {
      readings.add(years: own.flatMap { units[$0] } ?? none) { .units(item: item, year: $0) }
    }
  }

  /// The yearly sum of the items of a category and payer; nil stands for all.
  private func sum(_ byItem: [[Double]], category: CostCategory?, payer: Int?) -> [Double] {
    var sum = [Double](repeating: 0, count: valuation.timeline.years)
    for (item, years) in zip(catalogue.items, byItem)
    where (category == nil || item.category == category) && (payer == nil || item.payer == payer) {
      for (year, pounds) in years.enumerated() { sum[year] += pounds }
    }
    return sum
  }
}
