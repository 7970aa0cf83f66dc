import SegmentAnalysis

/// Which uncertain inputs move the headline, from the values drawn and what came out of each draw.
struct Drivers {
  /// An input and what it does.
  struct Driver {
    let parameter: String
    /// How much more is avoided at the upper end of the input's range than at its lower end.
    let effect: Double
    /// The share of the variance between draws that goes with it.
    let share: Double
  }

  /// Draws below which nothing can be told.
  static let leastDraws = 30

  /// Those that are told from chance, the strongest first.
  let drivers: [Driver]
  /// How many inputs were drawn.
  let parameters: Int

  /// The drivers of what a scenario avoids of an outcome.
  ///
  /// The correlation of the draws of each input with the mean of each draw is held against what chance
  /// would give at 5% among so many inputs (Bonferroni). The effect is the slope of the least-squares
  /// line times the width of the input's range at the level of the run.
  init(_ world: ReportWorld, outcome: String, scenario: String) {
    let rows = world.rows("parameters.csv")
    let values = world.avoidedValues(outcome, scenario) ?? []
    let means = stride(from: 0, to: values.count, by: world.replicates).map { start in
      values[start..<min(start + world.replicates, values.count)].reduce(0, +)
        / Double(world.replicates)
    }
    var drawn: [String: [Double]] = [:]
    var order: [String] = []
    for row in rows {
      guard let value = row.number("value") else { continue }
      if drawn[row["parameter"]] == nil { order.append(row["parameter"]) }
      drawn[row["parameter"], default: []].append(value)
    }
    parameters = order.count
    guard means.count >= Self.leastDraws, !order.isEmpty else {
      drivers = []
      return
    }
    let freedom = Double(means.count - 2)
    let t = StudentT.quantile(1 - 0.025 / Double(order.count), degreesOfFreedom: freedom)
    let least = t * t / (t * t + freedom)
    drivers = order.compactMap { id -> Driver? in
      guard let inputs = drawn[id], inputs.count == means.count else { return nil }
      let (x, y) = (Self.mean(inputs), Self.mean(means))
      let across = inputs.reduce(0) { $0 + ($1 - x) * ($1 - x) }
      let up = means.reduce(0) { $0 + ($1 - y) * ($1 - y) }
      let both = zip(inputs, means).reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
      guard across > 0, up > 0, both * both / (across * up) > least else { return nil }
      let sorted = inputs.sorted()
      let last = Double(sorted.count - 1)
      let level = world.intervals.level
      let low = sorted[Int((last * (1 - level) / 2).rounded())]
      let high = sorted[Int((last * (1 + level) / 2).rounded())]
      return Driver(
        parameter: id, effect: both / across * (high - low), share: both * both / (across * up))
    }.sorted { ($0.share, $1.parameter) > ($1.share, $0.parameter) }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
