/// One answer to a ``Choice``.
public struct ChoiceOption: Hashable, Sendable {
  /// Names it in JSON, unique in its choice.
  public var id: String
  /// What a reader sees.
  public var name: String

  /// Creates an option.
  public init(id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? id
  }
}
