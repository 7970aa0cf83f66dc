/// A published value that a baseline is held against.
public struct Target: Hashable, Sendable {
  /// What a target is for; never both.
  public enum Use: String, Sendable, CaseIterable {
    /// Numbers of the model are solved so that it is met.
    case calibration
    /// It is compared only.
    case validation
  }

  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// What it is for.
  public var use: Use
  /// What of a run corresponds to it.
  public var measure: Expression
  /// The published value.
  public var value: Double
  /// How sure it is.
  public var error: TargetError
  /// What exactly was counted, for readers.
  public var definition: String
  /// Among whom it was counted, for readers; empty when not stated.
  public var denominator: String
  /// Where it came from.
  public var evidence: Evidence
  /// The line of the source, if stated.
  public var line: Int?
  /// Where it stands: file, then path inside the JSON.
  public var location: String

  /// Creates a target.
  public init(
    id: String, name: String? = nil, use: Use, measure: Expression, value: Double,
    error: TargetError, definition: String = "", denominator: String = "",
    evidence: Evidence = Evidence(source: "none", quality: .assumed), line: Int? = nil,
    location: String = ""
  ) {
    self.id = id
    self.name = name ?? id
    self.use = use
    self.measure = measure
    self.value = value
    self.error = error
    self.definition = definition
    self.denominator = denominator
    self.evidence = evidence
    self.line = line
    self.location = location
  }

  /// The standard error of the value; a 95% interval is taken as 3.92 of them wide.
  public var standardError: Double {
    switch error {
    case .poisson: value.squareRoot()
    case .standardError(let error): error
    case .range95(let range): (range.upperBound - range.lowerBound) / 3.92
    }
  }

  /// The 95% interval of the value.
  public var range95: ClosedRange<Double> {
    if case .range95(let range) = error { return range }
    return (value - 1.96 * standardError)...(value + 1.96 * standardError)
  }
}
