/// Why parts of a run cannot be put together.
public struct ShardError: Error, Hashable, Sendable {
  /// What is wrong.
  public let message: String
  /// What to do about it, if there is something.
  public let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
