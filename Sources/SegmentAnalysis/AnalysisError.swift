/// Why results cannot be worked out.
public struct AnalysisError: Error, CustomStringConvertible, Sendable {
  /// What is wrong, in words for a modeller.
  public var description: String

  /// Creates an error.
  public init(_ description: String) { self.description = description }
}
