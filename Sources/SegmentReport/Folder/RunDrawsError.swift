/// Why draws of a run cannot be read.
public struct RunDrawsError: Error, CustomStringConvertible {
  /// What is wrong, in words.
  public var description: String

  /// Creates an error.
  init(_ description: String) { self.description = description }
}
