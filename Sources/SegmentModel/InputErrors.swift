/// Every mistake found in the input.
public struct InputErrors: Error, Sendable {
  /// The mistakes, by file and position.
  public var errors: [InputError]
}
