/// Why a model cannot be solved exactly.
public struct ExactError: Error, CustomStringConvertible {
  /// What is in the way, in words for a modeller.
  public var description: String

  /// Creates an error.
  public init(_ description: String) { self.description = description }
}
