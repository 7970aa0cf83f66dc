/// Why a model cannot be run.
public struct SimulationError: Error, CustomStringConvertible {
  /// What is wrong, in words for a modeller.
  public var description: String

  /// Creates an error.
  public init(_ description: String) { self.description = description }
}
