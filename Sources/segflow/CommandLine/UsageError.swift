/// What keeps a command from being done: a mistake in its words, or something it needs.
struct UsageError: Error, Equatable {
  /// What is wrong, lower case, no full stop.
  var message: String
  /// What to do about it.
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
