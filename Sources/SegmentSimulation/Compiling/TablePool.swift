import SegmentModel

/// All numbers that depend on who a resident is, laid out flat.
///
/// A stratum is a combination of area, deprivation and sex. Tables with equal rows share them.
struct TablePool {
  private(set) var values: [Double] = []
  /// For each value, the highest in the years of age ahead that a bound must cover.
  private(set) var ceilings: [Double] = []
  private(set) var rows: [Int32] = []
  private var known: [[UInt64]: Int32] = [:]
  private let strata: [Attributes]
  private let yearsAhead: Int

  /// Creates an empty pool; `strata` gives each stratum's attributes (age ignored).
  init(strata: [Attributes], yearsAhead: Int) {
    self.strata = strata
    self.yearsAhead = yearsAhead
  }

  /// Adds a quantity, or finds an equal one.
  mutating func add(_ quantity: Quantity) -> TableReference {
    let traits = quantity.values.traits
    let byAge = traits.contains(.age)
    // Strata that a quantity does not tell apart have the same row.
    var known: [Attributes: Int32] = [:]
    func find(_ stratum: Attributes) -> Int32 {
      var kind = traits.kind(of: stratum)
      if let index = known[kind] { return index }
      let index = row(
        (0...(byAge ? AgeRange.oldest : 0)).map { age in
          kind.age = age
          return quantity.value(for: kind)
        })
      kind.age = 0
      known[kind] = index
      return index
    }
    let reference = TableReference(rows: Int32(rows.count), ageStride: byAge ? 1 : 0)
    if traits.isDisjoint(with: [.sex, .area, .deprivation]) {
      rows += repeatElement(find(Attributes(age: 0)), count: strata.count)
    } else {
      rows += strata.map(find)
    }
    return reference
  }

  /// The value of a table that is the same for everybody.
  func constant(_ table: TableReference) -> Double? {
    guard table.ageStride == 0 else { return nil }
    let mine = rows[Int(table.rows)..<Int(table.rows) + strata.count]
    let first = values[Int(rows[Int(table.rows)])]
    return mine.allSatisfy { values[Int($0)] == first } ? first : nil
  }

  /// The least and the greatest value of a table.
  func range(_ table: TableReference) -> ClosedRange<Double> {
    let ages = table.ageStride == 0 ? 0...0 : 0...AgeRange.oldest
    let all = strata.indices.flatMap { stratum in
      ages.map { values[Int(rows[Int(table.rows) + stratum]) + $0] }
    }
    return all.min()!...all.max()!
  }

  private mutating func row(_ numbers: [Double]) -> Int32 {
    let bits = numbers.map(\.bitPattern)
    if let index = known[bits] { return index }
    let index = Int32(values.count)
    known[bits] = index
    values += numbers
    ceilings += numbers.indices.map { age in
      numbers[age...min(age + yearsAhead, numbers.count - 1)].reduce(-.infinity, max)
    }
    return index
  }
}
