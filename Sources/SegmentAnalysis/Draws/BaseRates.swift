import SegmentModel
import SegmentSimulation

/// The base rates of counted events, solved again in every draw.
///
/// A calibration target that counts happenings has an unknown factor on the numbers that are solved
/// for it. In a draw the factors are such that what the target counts, as expected among residents
/// as they start, keeps the ratio to the target that it has at the central values, where all factors
/// are 1: so the baseline of every draw meets the targets, drawn from their error, as well as the
/// central baseline does.
struct BaseRates: Sendable {
  /// A target to be met, and what it counts as a polynomial.
  private struct Goal: Sendable {
    var target: Target
    /// Its drawn value, among all parameters.
    var parameter: Int
    /// What is counted, as weights of counts, and a number that is added.
    var counts: [(weight: Double, count: Count)]
    var added: Double
    /// The largest factor with which all numbers make sense.
    var limit: Double
    var terms: [ExpectedTerm] = []
    /// What is expected at the central values.
    var central = 0.0
    /// What is small beside it is nothing: a target may be a difference, and negative.
    var size: Double { max(central.magnitude, target.value.magnitude) }
    /// Whether something is solved for it that changes what is expected.
    var isSolved = false
  }

  private var goals: [Goal] = []
  /// The unknown factor of each target, by index into ``Model/targets``.
  private var unknowns: [Int: Int] = [:]
  private let model: Model
  private let seed: UInt64
  /// Whether residents start otherwise in every draw.
  private let startsVary: Bool

  /// Finds what is solved for counts of happenings; adds the values of those targets to `list`.
  init(_ model: Model, seed: UInt64, list: inout ParameterList) throws {
    self.model = model
    self.seed = seed
    startsVary = model.pathways.contains { pathway in
      guard case .shares(let shares) = pathway.start else { return false }
      return shares.values.contains(where: \.isUncertain)
    }
    let limits = try Self.limits(model)
    for (index, target) in model.targets.enumerated() where target.use == .calibration {
      guard let limit = limits[index], target.value > 0,
        let form = Self.linear(target.measure), !form.counts.isEmpty
      else { continue }
      let parameter = list.add(Self.parameter(target, in: model), Self.distribution(target))
      unknowns[index] = goals.count
      goals.append(
        Goal(
          target: target, parameter: parameter, counts: form.counts, added: form.added,
          limit: limit))
    }
    guard !goals.isEmpty else { return }
    let (terms, central) = (try terms(model, list), list.central)
    let ones = [Double](repeating: 1, count: goals.count)
    for index in goals.indices {
      goals[index].terms = terms[index]
      let polynomial = Self.polynomial(terms[index], central)
      goals[index].central = Self.value(polynomial, ones) + goals[index].added
      goals[index].isSolved = Self.slope(polynomial, ones, by: index) > 0
    }
  }

  /// The targets of which the central values are expected to give less than half or more than twice.
  var missed: [(target: Target, expected: Double)] {
    goals.filter { !(0.5...2).contains($0.central / $0.target.value) }
      .map { ($0.target, $0.central) }
  }

  /// The factors other than 1 on the numbers solved for targets, by index, given values of all
  /// parameters; and the ids of targets that cannot be met.
  func factors(
    _ values: [Double], _ list: ParameterList
  ) throws -> (factors: [Int: Double], unmet: [String]) {
    guard goals.contains(where: \.isSolved) else { return ([:], []) }
    var terms = goals.map(\.terms)
    if startsVary {
      let drawn = model.mapQuantities { list.drawn($0, values) }
      if drawn.pathways.map(\.start) != model.pathways.map(\.start) {
        terms = try self.terms(drawn, list)
      }
    }
    let polynomials = terms.map { Self.polynomial($0, values) }
    let wanted = goals.map {
      $0.central * (values[$0.parameter] / $0.target.value) - $0.added
    }
    var solved = goals.indices.filter { goals[$0].isSolved }
    var unmet: [Int] = []
    while true {
      let factors = Self.solved(polynomials, wanted, for: solved)
      // One at a time: without it, the others may be met.
      guard
        let failed = solved.first(where: { index in
          let miss = Self.value(polynomials[index], factors) - wanted[index]
          return !(0...goals[index].limit).contains(factors[index])
            || !(abs(miss) <= 1e-9 * goals[index].size)
        })
      else {
        let byTarget = unknowns.mapValues { factors[$0] }.filter { $0.value != 1 }
        return (byTarget, unmet.sorted().map { goals[$0].target.id })
      }
      unmet.append(failed)
      solved.removeAll { $0 == failed }
    }
  }

  // MARK: - Targets

  /// The largest factor at which the numbers solved for each target make sense.
  private static func limits(_ model: Model) throws -> [Int: Double] {
    var limits: [Int: Double] = [:]
    _ = try model.mapQuantities { quantity in
      for solved in quantity.solved {
        for target in solved.targets where linear(model.targets[target].measure) != nil {
          for leaf in try CalibrationPlan.leaves(of: solved, for: target, model) {
            let value = solved.leaves[leaf].value
            let limit = value == 0 ? Double.infinity : solved.range.upperBound / value
            limits[target] = min(limits[target] ?? .infinity, limit)
          }
        }
      }
      return quantity
    }
    return limits
  }

  private static func parameter(_ target: Target, in model: Model) -> Parameter {
    Parameter(
      id: "\(model.id):targets.\(target.id)", tag: .evidence, evidence: target.evidence,
      value: target.value, range95: target.range95, distribution: "normal")
  }

  private static func distribution(_ target: Target) -> Distribution {
    Distribution(
      .normal(mean: target.value, standardDeviation: target.standardError), within: 0...(.infinity))
  }

  /// A measure as a sum of counts of happenings; nil when it is anything else.
  private static func linear(
    _ measure: Expression
  ) -> (counts: [(weight: Double, count: Count)], added: Double)? {
    switch measure {
    case .number(let number): return ([], number)
    case .count(let count):
      switch count.what {
      case .events, .outcome, .deaths: return ([(Double(count.years), count)], 0)
      default: return nil
      }
    case .sum(let terms):
      let all = terms.compactMap(linear)
      guard all.count == terms.count else { return nil }
      return (all.flatMap(\.counts), all.reduce(0) { $0 + $1.added })
    case .difference(let a, let b):
      guard let a = linear(a), let b = linear(b) else { return nil }
      return (a.counts + b.counts.map { (-$0.weight, $0.count) }, a.added - b.added)
    default: return nil
    }
  }

  // MARK: - What is expected

  /// The terms of what each goal counts, among residents who start as in some model.
  private func terms(_ starting: Model, _ list: ParameterList) throws -> [[ExpectedTerm]] {
    var counts = ExpectedCounts(
      model, among: StartingResidents(model: starting, seed: seed)
    ) { try QuantityPart.parts(of: $0, in: model, list, unknowns: unknowns) }
    return try goals.map { goal in
      try goal.counts.flatMap { weight, count in
        (try counts.terms(of: count) ?? []).map {
          ExpectedTerm(coefficient: $0.coefficient * weight, variables: $0.variables)
        }
      }
    }
  }

  /// Coefficients of products of unknown factors.
  private typealias Polynomial = [(coefficient: Double, unknowns: [Int])]

  private static func polynomial(_ terms: [ExpectedTerm], _ values: [Double]) -> Polynomial {
    var places: [[Int]: Int] = [:]
    var result: Polynomial = []
    for term in terms {
      let value = term.variables.parameters.reduce(term.coefficient) { $0 * values[$1] }
      if let place = places[term.variables.unknowns] {
        result[place].coefficient += value
      } else {
        places[term.variables.unknowns] = result.count
        result.append((value, term.variables.unknowns))
      }
    }
    return result
  }

  private static func value(_ polynomial: Polynomial, _ factors: [Double]) -> Double {
    polynomial.reduce(0) { $0 + $1.unknowns.reduce($1.coefficient) { $0 * factors[$1] } }
  }

  private static func slope(_ polynomial: Polynomial, _ factors: [Double], by unknown: Int)
    -> Double
  {
    polynomial.reduce(0) { sum, term in
      var others = term.unknowns
      let times = others.count { $0 == unknown }
      guard times > 0, let one = others.firstIndex(of: unknown) else { return sum }
      others.remove(at: one)
      return sum + Double(times) * others.reduce(term.coefficient) { $0 * factors[$1] }
    }
  }

  /// The factors that give what is wanted, one Newton step for each in turn until nothing changes.
  private static func solved(
    _ polynomials: [Polynomial], _ wanted: [Double], for unknowns: [Int]
  ) -> [Double] {
    var factors = [Double](repeating: 1, count: polynomials.count)
    for _ in 0..<200 {
      var change = 0.0
      for unknown in unknowns {
        let slope = slope(polynomials[unknown], factors, by: unknown)
        guard slope != 0 else { continue }
        let step = (wanted[unknown] - value(polynomials[unknown], factors)) / slope
        factors[unknown] += step
        change = max(change, abs(step))
      }
      if change <= 1e-14 { break }
    }
    return factors
  }
}

extension Quantity {
  /// A quantity that is not a product, with the numbers solved for some targets multiplied.
  func multiplied(by factors: [Int: Double], in model: Model) -> Quantity {
    guard let solved = solved.first, solved.targets.contains(where: { factors[$0] != nil }) else {
      return self
    }
    var numbers = solved.leaves.map(\.value)
    for target in solved.targets {
      guard let factor = factors[target],
        let leaves = try? CalibrationPlan.leaves(of: solved, for: target, model)
      else { continue }
      for leaf in leaves { numbers[leaf] *= factor }
    }
    var result = self
    result.values = solved.positions.mapLeaves { numbers[Int($0)] }
    return result
  }
}
