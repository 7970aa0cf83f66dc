import SegmentModel

/// Puts mistakes into words.
enum ErrorText {
  /// A mistake on the command line, or any that concerns no place in a file.
  static func message(_ message: String, help: String? = nil) -> String {
    "segflow: error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? "")
  }

  /// Every mistake in the input, then how many there are.
  static func input(_ errors: InputErrors) -> String {
    let count = errors.errors.count
    return errors.errors.map(input).joined()
      + "\(count) \(count == 1 ? "mistake" : "mistakes"); nothing was run\n"
  }

  private static func input(_ error: InputError) -> String {
    let position = [error.line, error.column].compactMap { $0.map { ":\($0)" } }.joined()
    let path = error.path.isEmpty ? "" : "\(error.path): "
    return "\(error.file)\(position): error: \(path)\(error.message)\n"
      + (error.help.map { "  help: \($0)\n" } ?? "")
  }
}
