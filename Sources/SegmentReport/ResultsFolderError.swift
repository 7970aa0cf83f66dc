/// Why results cannot be written.
public struct ResultsFolderError: Error, CustomStringConvertible, Sendable {
  /// What is wrong, and what to do about it.
  public var description: String

  /// Creates an error.
  public init(_ description: String) { self.description = description }
}
