/// Why something cannot be scored.
public struct ForecastError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, in words.
  public var description: String
  /// The name that is not known, if that is it.
  public var name: String?

  init(_ description: String, name: String? = nil) {
    self.description = description
    self.name = name
  }
}
