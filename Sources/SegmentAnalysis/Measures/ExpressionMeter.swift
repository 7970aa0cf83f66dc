import SegmentModel
import SegmentSimulation

/// Reads the values of expressions off the replicates of a run.
///
/// What is counted is read replicate by replicate, so that tallies need not be kept. A value is the
/// expression at the means over replicates; its error is by the jackknife, leaving out one
/// replicate at a time.
public struct ExpressionMeter: Sendable {
  /// Something counted, in one scenario.
  private struct Reading: Hashable {
    var count: Count
    var scenario: Int
  }

  private let scenarios: [String: Int]
  private let counters: [CountReader]
  private let readings: [Reading: Int]
  /// What is read off tallies, then what is read off ledgers of single residents.
  private let ordered: [Reading]
  /// Reads the latter; nil when there is none.
  let people: PersonReader?
  /// The readings of each replicate added.
  private var replicates: [[Double]] = []

  /// A meter for some expressions on the scenarios of a run, the baseline first.
  ///
  /// Throws ``AnalysisError`` when an expression names a scenario that is not among them.
  public init(
    model: Model, scenarios: [Scenario], step: StepLength, expressions: [Expression]
  ) throws {
    self.scenarios = Dictionary(
      scenarios.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    counters = scenarios.map { CountReader(model: model, scenario: $0, step: step) }
    let known = self.scenarios
    for id in expressions.flatMap(\.scenarios) where known[id] == nil {
      throw AnalysisError("the scenario '\(id)' is not among those that were run")
    }
    var ordered: [Reading] = []
    for expression in expressions {
      _ = Self.value(expression, in: 0, known) { count, scenario in
        ordered.append(Reading(count: count, scenario: scenario))
        return 1
      }
    }
    let followed = ordered.filter(\.count.followsResidents)
    var readings: [Reading: Int] = [:]
    self.ordered = (ordered.filter { !$0.count.followsResidents } + followed).filter { reading in
      guard readings[reading] == nil else { return false }
      readings[reading] = readings.count
      return true
    }
    self.readings = readings
    people = try PersonReader(
      self.ordered.filter(\.count.followsResidents).map { ($0.count, $0.scenario) }, model: model)
  }

  /// How many replicates were added.
  public var count: Int { replicates.count }

  /// Adds one replicate: the tallies of each scenario, in the order of the scenarios, and what was
  /// read off the ledgers of single residents.
  mutating func add(_ tallies: [Tallies], people: [Double] = []) throws {
    precondition(tallies.count == counters.count, "a replicate needs tallies of every scenario")
    let counted = ordered.filter { !$0.count.followsResidents }
    precondition(
      counted.count + people.count == ordered.count, "a replicate needs what its residents tell")
    replicates.append(
      try counted.map { reading in
        try counters[reading.scenario].value(of: reading.count, tallies[reading.scenario])
      } + people)
  }

  /// The value of an expression, one of those that the meter was made for.
  public func estimate(_ expression: Expression) -> Estimate {
    precondition(!replicates.isEmpty, "an estimate needs a replicate")
    let n = Double(replicates.count)
    let sums = ordered.indices.map { column in replicates.reduce(0) { $0 + $1[column] } }
    let value = value(expression, sums.map { $0 / n })
    guard replicates.count > 1 else { return Estimate(value: value, standardError: nil) }
    let left = replicates.map { replicate in
      self.value(expression, zip(sums, replicate).map { ($0 - $1) / (n - 1) })
    }
    let mean = left.reduce(0, +) / n
    let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Estimate(value: value, standardError: (squares * (n - 1) / n).squareRoot())
  }

  private func value(_ expression: Expression, _ values: [Double]) -> Double {
    Self.value(expression, in: 0, scenarios) { count, scenario in
      guard let column = readings[Reading(count: count, scenario: scenario)] else {
        preconditionFailure("the meter was not made for this expression")
      }
      return values[column]
    }
  }

  private static func value(
    _ expression: Expression, in scenario: Int, _ scenarios: [String: Int],
    _ read: (Count, Int) -> Double
  ) -> Double {
    func value(_ inner: Expression, in other: Int? = nil) -> Double {
      Self.value(inner, in: other ?? scenario, scenarios, read)
    }
    switch expression {
    case .number(let number): return number
    case .count(let count): return read(count, scenario)
    case .sum(let terms): return terms.reduce(0) { $0 + value($1) }
    case .difference(let a, let b): return value(a) - value(b)
    case .product(let factors): return factors.reduce(1) { $0 * value($1) }
    case .ratio(let a, let b): return value(a) / value(b)
    case .inScenario(let id, let inner): return value(inner, in: scenarios[id])
    case .avoided(let inner, let id):
      return value(inner, in: 0) - value(inner, in: scenarios[id])
    }
  }
}
