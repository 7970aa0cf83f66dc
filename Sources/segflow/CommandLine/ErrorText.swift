import SegmentModel

/// Puts mistakes into words.
enum ErrorText {
  /// A mistake on the command line, or any that concerns no place in a file.
  static func message(_ message: String, help: String? = nil) -> String {
    "segflow: error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? "")
  }

  /// Every mistake in the input, then how many there are.
  static func input(_ errors: InputErrors) -> String {
    "\(errors.description); nothing was written\n"
  }
}
