import SegmentAnalysis
import SegmentModel

/// Which uncertain inputs the headline goes with, from the values drawn and what came out of each draw.
struct Influences {
  /// An input and what it does, with others that are drawn as one with it.
  struct Influence {
    let parameter: String
    /// The inputs that have the same order in all draws.
    var others: [String] = []
    /// How much more is avoided at the upper end of the input's range than at its lower end.
    let effect: Double
    /// The share of the variance between draws that goes with it.
    let share: Double

    /// Whether it, or one that is drawn as one with it, is a quantity of the files or a number of its
    /// table, whose name ends in the place that it has there.
    func isDrawn(of quantity: String) -> Bool {
      ([parameter] + others).contains { NumberID.isPart($0, of: quantity) }
    }
  }

  /// Draws below which nothing can be told.
  static let leastDraws = 30

  /// Those that are told from chance, the strongest first.
  let influences: [Influence]
  /// How many inputs were drawn that can change a count.
  let parameters: Int

  /// What a reader calls an influence and all that are drawn as one with it, one by one.
  static func names(_ influence: Influence, _ world: ReportWorld) -> String {
    ([influence.parameter] + influence.others).map { world.names.of("parameter", $0) }
      .joined(separator: "; ")
  }

  /// The same in quotation marks; inputs that are drawn as one go by their group, with one of them where
  /// an example is asked for.
  static func name(
    _ influence: Influence, _ world: ReportWorld, withExample: Bool = false
  ) -> String {
    let own = "“\(world.names.of("parameter", influence.parameter))”"
    guard !influence.others.isEmpty else { return own }
    let group = world.rows("inputs.csv").first {
      !$0["group"].isEmpty && influence.isDrawn(of: $0["quantity"])
    }.map { "“\($0["group"].replacing("-", with: " "))”" }
    let example = withExample && group != nil ? ", such as \(own)" : ""
    return "\(group ?? own) (\(influence.others.count + 1) inputs drawn as one\(example))"
  }

  /// The influences on what a scenario avoids of an outcome.
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
      guard let value = row.number("value"), !NumberID.isOnlyValue(row["parameter"]) else {
        continue
      }
      if drawn[row["parameter"]] == nil { order.append(row["parameter"]) }
      drawn[row["parameter"], default: []].append(value)
    }
    parameters = order.count
    guard means.count >= Self.leastDraws, !order.isEmpty else {
      influences = []
      return
    }
    let freedom = Double(means.count - 2)
    let t = StudentT.quantile(1 - 0.025 / Double(order.count), degreesOfFreedom: freedom)
    let least = t * t / (t * t + freedom)
    var known: [[Int]: Int] = [:]
    var found: [Influence] = []
    for id in order {
      guard let inputs = drawn[id], inputs.count == means.count else { continue }
      let (x, y) = (Self.mean(inputs), Self.mean(means))
      let across = inputs.reduce(0) { $0 + ($1 - x) * ($1 - x) }
      let up = means.reduce(0) { $0 + ($1 - y) * ($1 - y) }
      let both = zip(inputs, means).reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
      guard across > 0, up > 0, both * both / (across * up) > least else { continue }
      let sorted = inputs.sorted()
      let last = Double(sorted.count - 1)
      let level = world.intervals.level
      let low = sorted[Int((last * (1 - level) / 2).rounded())]
      let high = sorted[Int((last * (1 + level) / 2).rounded())]
      let influence = Influence(
        parameter: id, effect: both / across * (high - low), share: both * both / (across * up))
      let ranks = Self.order(inputs)
      if let first = known[ranks] {
        found[first].others.append(id)
      } else {
        known[ranks] = found.count
        found.append(influence)
      }
    }
    influences = found.sorted { ($0.share, $1.parameter) > ($1.share, $0.parameter) }
  }

  /// The draws in the order of an input's values, from the end that the first draw is nearer to.
  private static func order(_ inputs: [Double]) -> [Int] {
    let order = inputs.indices.sorted { (inputs[$0], $0) < (inputs[$1], $1) }
    return order.firstIndex(of: 0)! * 2 < order.count ? order : order.reversed()
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
