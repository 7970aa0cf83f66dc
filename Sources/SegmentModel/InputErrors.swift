/// Every mistake found in the input.
public struct InputErrors: Error, Sendable {
  /// The mistakes, by file and position.
  public var errors: [InputError]

  /// Creates the list.
  public init(errors: [InputError]) { self.errors = errors }
}
