/// Arithmetic on what a run counts, as targets and claims state it.
public indirect enum Expression: Hashable, Sendable {
  /// A number as it stands.
  case number(Double)
  /// Something counted.
  case count(Count)
  case sum([Expression])
  case difference(Expression, Expression)
  case product([Expression])
  case ratio(Expression, Expression)
  /// The expression read in the scenario of this id instead of the baseline.
  case inScenario(String, Expression)
  /// The expression in the baseline minus the expression in the scenario of this id.
  case avoided(Expression, by: String)

  /// Everything that is counted in it, in the order written.
  public var counts: [Count] {
    switch self {
    case .number: []
    case .count(let count): [count]
    case .sum(let terms), .product(let terms): terms.flatMap(\.counts)
    case .difference(let a, let b), .ratio(let a, let b): a.counts + b.counts
    case .inScenario(_, let inner), .avoided(let inner, _): inner.counts
    }
  }

  /// Whether it divides by what is avoided or by another difference, which may be on either side of zero.
  public var dividesByDifference: Bool {
    switch self {
    case .number, .count: false
    case .sum(let terms), .product(let terms): terms.contains(where: \.dividesByDifference)
    case .difference(let a, let b): a.dividesByDifference || b.dividesByDifference
    case .ratio(let a, let b): a.dividesByDifference || b.dividesByDifference || b.isDifference
    case .inScenario(_, let inner), .avoided(let inner, _): inner.dividesByDifference
    }
  }

  private var isDifference: Bool {
    switch self {
    case .number, .count: false
    case .sum(let terms), .product(let terms): terms.contains(where: \.isDifference)
    case .difference, .avoided: true
    case .ratio(let a, let b): a.isDifference || b.isDifference
    case .inScenario(_, let inner): inner.isDifference
    }
  }

  /// The ids of the scenarios it is read in, besides the baseline.
  public var scenarios: Set<String> {
    switch self {
    case .number, .count: []
    case .sum(let terms), .product(let terms):
      terms.reduce(into: []) { $0.formUnion($1.scenarios) }
    case .difference(let a, let b), .ratio(let a, let b): a.scenarios.union(b.scenarios)
    case .inScenario(let id, let inner), .avoided(let inner, let id):
      inner.scenarios.union([id])
    }
  }
}
