/// How far a published value may be from the truth.
public enum TargetError: Hashable, Sendable {
  /// A count of events, whose standard error is its own square root.
  case poisson
  /// A standard error, in the unit of the value.
  case standardError(Double)
  /// A 95% interval.
  case range95(ClosedRange<Double>)
}
