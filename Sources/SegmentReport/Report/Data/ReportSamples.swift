/// The totals of every draw and replicate, from `draws.csv`.
struct ReportSamples: Sendable {
  private var values: [String: [String: [String: [Double]]]] = [:]
  private let columns: Set<String>
  /// The draw of each sample, in order.
  private(set) var drawOfSample: [Int] = []

  /// Reads the rows of one world; throws if scenarios do not all have the same samples.
  init(_ table: ReportTable) throws(ReportError) {
    columns = Set(table.columns)
    let numbers = table.columns.filter { !Self.keys.contains($0) }
    var counts: [String: Int] = [:]
    let (first, all) = (table.rows.first?["scenario"], "all")
    for row in table.rows {
      let (scenario, year) = (row["scenario"], row["year"])
      counts["\(scenario) \(year)", default: 0] += 1
      if scenario == first, year == all { drawOfSample.append(Int(row["draw"]) ?? 0) }
      for column in numbers {
        guard let number = row.number(column) else { continue }
        values[scenario, default: [:]][year, default: [:]][column, default: []].append(number)
      }
    }
    guard Set(counts.values).count == 1, !drawOfSample.isEmpty else {
      throw ReportError("draws.csv", "scenarios and years do not all have the same samples")
    }
  }
  static let keys = ["scenario", "choices", "draw", "replicate", "year"]

  /// Whether a total was counted.
  func has(_ column: String) -> Bool { columns.contains(column) }

  /// The rates at which a total was discounted, 0 where it was not; in no order.
  func discountRates(of column: String) -> [Double] {
    columns.compactMap { name in
      if name == column { return 0 }
      return name.hasPrefix("\(column)@") ? Double(name.dropFirst(column.count + 1)) : nil
    }
  }

  /// The values of a total of a scenario in a year or in all, draw by draw; nil without any.
  func of(_ column: String, scenario: String, year: String = "all") -> [Double]? {
    guard let found = values[scenario]?[year]?[column], found.count == drawOfSample.count else {
      return nil
    }
    return found
  }
}
