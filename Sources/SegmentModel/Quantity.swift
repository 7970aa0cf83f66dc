/// How much a number about the world can be trusted.
public enum Quality: String, Sendable, CaseIterable {
  case published, derived, calibrated, assumed
}

/// Where a number came from.
public struct Evidence: Hashable, Sendable {
  /// The id of an entry of the place's sources.
  public var source: String
  /// How much the number can be trusted.
  public var quality: Quality
  /// What a reader should know about it.
  public var note: String?

  /// Creates the evidence for a number.
  public init(source: String, quality: Quality, note: String? = nil) {
    self.source = source
    self.quality = quality
    self.note = note
  }
}

/// A number about the world, or a table of them, with its evidence.
public struct Quantity: Hashable, Sendable {
  /// The central value.
  public var values: ValueTree
  /// The 95% range, as printed in the source.
  public var range95: ClosedRange<Double>?
  /// The name of the distribution of the uncertain value, as written in the file.
  public var distribution: String?
  /// Where it came from; a product has that of its first factor.
  public var evidence: Evidence
  /// Where it stands: file, then path inside the JSON.
  public var location: String
  /// What it is solved for, if it says so; a product has those of its factors.
  public var solved: [SolvedNumbers]

  /// Creates a quantity.
  public init(
    _ values: ValueTree, evidence: Evidence = Evidence(source: "none", quality: .assumed),
    range95: ClosedRange<Double>? = nil, distribution: String? = nil, location: String = "",
    solved: [SolvedNumbers] = []
  ) {
    self.values = values
    self.range95 = range95
    self.distribution = distribution
    self.evidence = evidence
    self.location = location
    self.solved = solved
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
}
