/// A number about the world, or a table of them, with its evidence.
public struct Quantity: Hashable, Sendable {
  /// The central value.
  public var values: ValueTree
  /// The 95% range, as printed in the source; of a table, that of a factor on the whole of it.
  public var range95: ClosedRange<Double>?
  /// The name of the distribution of the uncertain value, as written in the file.
  public var distribution: String?
  /// How its uncertain value is drawn; nil when it is fixed.
  public var uncertainty: Uncertainty?
  /// Why it is not known for certain.
  public var tag: ParameterTag
  /// Where it came from; a product has that of its first factor.
  public var evidence: Evidence
  /// Where it stands: file, then path inside the JSON.
  public var location: String
  /// Names it wherever the files are kept: the place's id, the file as seen from the place's folder,
  /// and the path inside the JSON, such as `thurrock/pathways/copd.json:moves[1].ratePerYear`.
  public var id: String
  /// What it is solved for, if it says so; a product has those of its factors.
  public var solved: [SolvedNumbers]
  /// The factors of a product, each with its own evidence; empty for anything else.
  public private(set) var factors: [Quantity]
  /// The values that make sense where it stands.
  public var range: ClosedRange<Double>

  /// Creates a quantity.
  public init(
    _ values: ValueTree, evidence: Evidence = Evidence(source: "none", quality: .assumed),
    range95: ClosedRange<Double>? = nil, distribution: String? = nil,
    uncertainty: Uncertainty? = nil, tag: ParameterTag = .evidence, location: String = "",
    id: String = "", solved: [SolvedNumbers] = [],
    range: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    self.values = values
    self.range95 = range95
    self.distribution = distribution
    self.uncertainty = uncertainty
    self.tag = tag
    self.evidence = evidence
    self.location = location
    self.id = id
    self.solved = solved
    factors = []
    self.range = range
  }

  /// Creates the product of some quantities, at least one.
  public init(
    product factors: [Quantity], location: String = "", id: String = "",
    range: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    self.init(
      .product(factors.map(\.values)), evidence: factors[0].evidence, tag: factors[0].tag,
      location: location, id: id, solved: factors.flatMap(\.solved), range: range)
    self.factors = factors
  }

  /// Creates a quantity with the same value for everybody.
  public init(_ value: Double) { self.init(.constant(value)) }

  /// The value for a resident.
  public func value(
    for who: Attributes, segment: (_ pathway: Int) -> Int = { _ in 0 }
  ) -> Double { values.value(for: who, segment: segment) }

  /// The value of a quantity that does not depend on who the resident is.
  public var scalar: Double {
    guard let value = values.single else {
      preconditionFailure("\(location) is a table where one number was checked for")
    }
    return value
  }

  /// Whether it differs from draw to draw.
  public var isUncertain: Bool { uncertainty != nil || factors.contains(where: \.isUncertain) }

  /// The 95% range of a number that stands in it: as stated, or that of the distribution.
  public func range95(of number: Double) -> ClosedRange<Double>? {
    switch uncertainty?.kind {
    case .factor:
      return range95.map { range in
        let ends = [number * range.lowerBound, number * range.upperBound].sorted()
        return ends[0]...ends[1]
      }
    case .split(let size):
      let whole = values.single == nil ? values.leaves.reduce(0, +) : 1
      let share = number / whole
      guard share > 0, share < 1 else { return number...number }
      // One share of a Dirichlet has a beta distribution.
      let beta = Distribution(.beta(alpha: size * share, beta: size * (1 - share))).range95
      return whole * beta.lowerBound...whole * beta.upperBound
    case .value(let distribution): return range95 ?? distribution.range95
    case nil: return range95
    }
  }

  /// Itself with every number or table in it, each factor of a product by itself, replaced.
  public func mapParts(_ replace: (Quantity) throws -> Quantity) rethrows -> Quantity {
    guard !factors.isEmpty else { return try replace(self) }
    return Quantity(
      product: try factors.map { try $0.mapParts(replace) }, location: location, id: id,
      range: range)
  }
}
