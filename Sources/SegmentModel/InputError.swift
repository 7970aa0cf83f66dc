/// One mistake in an input file.
public struct InputError: Error, Hashable, Sendable {
  /// The file.
  public var file: String
  /// Line, from 1; nil when the file cannot be read at all.
  public var line: Int?
  /// Column in characters, from 1.
  public var column: Int?
  /// Path inside the JSON; empty for the whole file.
  public var path: String
  /// What was found and what was expected, lower case, no full stop.
  public var message: String
  /// What to do about it, for example the nearest valid name.
  public var help: String?
}
