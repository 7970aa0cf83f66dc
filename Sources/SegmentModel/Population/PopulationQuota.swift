extension PopulationPlan {
  /// The residents at the start by age, area, sex and deprivation; exactly ``residents`` in all.
  ///
  /// Cells are listed by age (youngest first), then area, sex and deprivation; cells with nobody
  /// are left out. The people of a band are spread evenly over its single years, over all areas
  /// and sexes where the table does not tell them apart, and over deprivation groups by the
  /// shares of the area. Whole people are then allotted by largest remainder, ties to the earlier
  /// cell.
  public func residentsByCell() -> [(attributes: Attributes, people: Int)] {
    let expected = expectedPeople()
    let total = expected.reduce(0, +)
    guard total > 0 else { return [] }
    let people = Self.apportioned(residents, weights: expected, total: total)
    return people.indices.compactMap { cell in
      people[cell] > 0 ? (attributes(cell: cell), people[cell]) : nil
    }
  }

  /// Whole numbers that add up to `count`, in proportion to weights, by largest remainder.
  private static func apportioned(_ count: Int, weights: [Double], total: Double) -> [Int] {
    let shares = weights.map { $0 * (Double(count) / total) }
    var people = shares.map { Int($0.rounded(.down)) }
    let remainders = shares.map { $0 - $0.rounded(.down) }
    let byRemainder = weights.indices.filter { weights[$0] > 0 }.sorted {
      (remainders[$1], $0) < (remainders[$0], $1)
    }
    // Rounding can leave one person too many, never more than there are cells.
    let left = count - people.reduce(0, +)
    for cell in byRemainder.prefix(max(0, left)) { people[cell] += 1 }
    for cell in byRemainder.reversed().filter({ people[$0] > 0 }).prefix(max(0, -left)) {
      people[cell] -= 1
    }
    return people
  }

  /// The people of every cell, in their order, before rounding.
  private func expectedPeople() -> [Double] {
    let cellsPerAge = areas.count * sexes.count * deprivation.count
    var weights = [Double](repeating: 0, count: (AgeRange.oldest + 1) * cellsPerAge)
    for band in people {
      let inAreas = band.area.map { $0...$0 } ?? 0...(areas.count - 1)
      let inSexes = band.sex.map { $0...$0 } ?? 0...(sexes.count - 1)
      let parts = band.ages.count * inAreas.count * inSexes.count
      let each = band.people / Double(parts)
      for age in band.ages.lower...band.ages.upper {
        for area in inAreas {
          for sex in inSexes {
            for group in deprivation.indices {
              weights[cell(age: age, area: area, sex: sex, deprivation: group)] +=
                each * deprivationShares[area][group]
            }
          }
        }
      }
    }
    return weights
  }

  private func cell(age: Int, area: Int, sex: Int, deprivation group: Int) -> Int {
    ((age * areas.count + area) * sexes.count + sex) * deprivation.count + group
  }

  private func attributes(cell: Int) -> Attributes {
    let (bySex, group) = cell.quotientAndRemainder(dividingBy: deprivation.count)
    let (byArea, sex) = bySex.quotientAndRemainder(dividingBy: sexes.count)
    let (age, area) = byArea.quotientAndRemainder(dividingBy: areas.count)
    return Attributes(age: age, sex: sex, area: area, deprivation: group)
  }
}

extension AgeRange {
  /// How many single years of age the range holds.
  fileprivate var count: Int { upper - lower + 1 }
}
