/// A question of evidence that a place leaves open, for example how sure a finding is.
public struct Choice: Hashable, Sendable {
  /// Names it in JSON.
  public var id: String
  /// What a reader sees.
  public var name: String
  /// What may be chosen; the first is the default.
  public var options: [ChoiceOption]

  /// Creates a choice.
  public init(id: String, name: String? = nil, options: [ChoiceOption]) {
    self.id = id
    self.name = name ?? id
    self.options = options
  }
}
